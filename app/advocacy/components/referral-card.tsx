import { Form, Link } from '@remix-run/react'
import { ReferralStateBadge } from '#app/advocacy/components/referral-state.tsx'
import { referralPath, shownCode } from '#app/advocacy/referrals/code.ts'
import type { ListedReferral } from '#app/advocacy/referrals/list-referrals.server.ts'
import type { listReferralLinks } from '#app/advocacy/referrals/referral-links.server.ts'
import { referralWords as words } from '#app/advocacy/referrals/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

type ReferralLink = Awaited<ReturnType<typeof listReferralLinks>>[number]

/** How many referrals a person's page names; the list has them all. */
const mostNamed = 5

/** The personal link of somebody, how often it was opened, and whom they recommended us to. `host`: what stands before the path. */
export function ReferralCard({
  contactId,
  links,
  referrals,
  editable,
  host,
}: {
  contactId: string
  links: ReferralLink[]
  referrals: ListedReferral[]
  editable: boolean
  host: string
}) {
  const t = useT()
  const open = links.some((link) => link.revokedAt === null)
  return (
    <Card title={t(words.link)}>
      <p className="text-xs text-muted">{t(words.linkText)}</p>
      {links.length === 0 ? <p className="text-muted">{t(words.noLink)}</p> : null}
      <ul className="flex flex-col gap-3">
        {links.map((link) => (
          <OneLink key={link.code} of={link} host={host} />
        ))}
      </ul>
      {editable ? <Verbs contactId={contactId} open={open} /> : null}
      {referrals.length ? (
        <>
          <h3 className="text-xs font-semibold text-muted">{t(words.brought)}</h3>
          <ul className="flex flex-col gap-1.5">
            {referrals.slice(0, mostNamed).map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-2">
                <Link
                  to={`/referrals/${one.id}`}
                  className="inline-flex min-h-6 items-center text-accent hover:underline"
                >
                  {one.leadName ?? t(words.erasedLead)}
                </Link>
                <span className="text-muted">{one.company}</span>
                <ReferralStateBadge of={one.state} />
              </li>
            ))}
          </ul>
          {referrals.length > mostNamed ? (
            <ButtonRow>
              <LinkButton to={`/referrals?referrer=${contactId}&state=${referrals[mostNamed]!.state}`} size="sm">
                {t(words.showAll)}
              </LinkButton>
            </ButtonRow>
          ) : null}
        </>
      ) : null}
    </Card>
  )
}

function OneLink({ of, host }: { of: ReferralLink; host: string }) {
  const t = useT()
  const path = referralPath(of.code)
  return (
    <li className="flex flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-2">
        {of.revokedAt === null ? (
          <>
            <a href={path} className="font-mono break-all text-accent hover:underline">
              {shownCode(of.code)}
            </a>
            <CopyButton text={host + path} label={t(words.link)} variant="quiet" />
          </>
        ) : (
          <>
            <s className="font-mono break-all text-muted">{shownCode(of.code)}</s>
            <Badge>{t(words.revokedOn)}</Badge>
          </>
        )}
      </span>
      <span className="text-xs text-muted">
        <Time at={of.revokedAt ?? of.createdAt} /> · {t(words.visits, { n: of.visits })}
      </span>
    </li>
  )
}

function Verbs({ contactId, open }: { contactId: string; open: boolean }) {
  const t = useT()
  const action = `/contacts/${contactId}/referral-link`
  if (!open)
    return (
      <Form method="post" action={action}>
        <Button name="verb" value="make" size="sm">
          {t(words.makeLink)}
        </Button>
      </Form>
    )
  return (
    <ButtonRow>
      <ConfirmForm
        trigger={t(words.renewLink)}
        triggerSize="sm"
        title={t(words.renewTitle)}
        body={t(words.endsText)}
        confirm={t(words.renewLink)}
        action={action}
        fields={{ verb: 'renew' }}
      />
      <ConfirmForm
        trigger={t(words.revokeLink)}
        triggerSize="sm"
        title={t(words.revokeTitle)}
        body={t(words.endsText)}
        confirm={t(words.revokeLink)}
        action={action}
        fields={{ verb: 'revoke' }}
        danger
      />
    </ButtonRow>
  )
}
