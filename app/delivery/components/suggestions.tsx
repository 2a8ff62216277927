import { Form, Link } from '@remix-run/react'
import type { ShownSuggestion } from '#app/delivery/list-suggestions.server.ts'
import { suggestionWords as words } from '#app/delivery/suggestion-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

/** Colleagues whom customers named instead of answering, each to be agreed to or not. */
export function Suggestions({ of, from }: { of: ShownSuggestion[]; from: 'today' | 'account' }) {
  const t = useT()
  if (of.length === 0) return null
  return (
    <Card title={t(words.title)}>
      <p className="text-xs text-muted">{t(words.lead)}</p>
      <ul className="flex flex-col divide-y divide-line">
        {of.map((one) => (
          <li key={one.id} className="flex flex-col gap-2 py-3">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <strong className="font-semibold">{one.name}</strong>
              <span className="break-all text-muted">{one.email}</span>
              {one.known ? null : <Badge tone="warning">{t(words.unknownDomain)}</Badge>}
            </p>
            <p className="text-xs text-muted">
              {one.by ? t(words.by, { by: one.by, program: one.program }) : t(words.byNobody, { program: one.program })}
              {' · '}
              <Time at={one.at} />
              {from === 'today' && one.accountId ? (
                <>
                  {' · '}
                  <Link to={`/accounts/${one.accountId}`} className="text-accent underline">
                    {one.account}
                  </Link>
                </>
              ) : null}
            </p>
            {one.known ? null : <p className="text-xs">{t(words.unknownDomainHint)}</p>}
            {one.mayDecide ? (
              <Form method="post" action={`/suggestions/${one.id}`}>
                <input type="hidden" name="from" value={from} />
                <ButtonRow>
                  <Button name="decide" value="approve" size="sm">
                    {t(words.approve)}
                  </Button>
                  <Button name="decide" value="refuse" size="sm" variant="quiet">
                    {t(words.refuse)}
                  </Button>
                </ButtonRow>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
