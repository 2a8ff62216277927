import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Eraser, LogOut, Merge, Pencil, Send } from 'lucide-react'
import { eraseWords } from '#app/accounts/erasing/erase-words.ts'
import { fieldWords } from '#app/accounts/field-words.ts'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { mergeWords } from '#app/accounts/merging/merge-words.ts'
import { accountWords, contactWords as words, holdWords } from '#app/accounts/page-words.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { Consents } from '#app/advocacy/components/consents.tsx'
import { AskByHand } from '#app/advocacy/components/ask-by-hand.tsx'
import { ReferralCard } from '#app/advocacy/components/referral-card.tsx'
import { listConsents } from '#app/advocacy/list-consents.server.ts'
import { RewardCard } from '#app/advocacy/rewards/components/reward-card.tsx'
import { rewardsOf } from '#app/advocacy/rewards/get-reward.server.ts'
import { referralsOf } from '#app/advocacy/referrals/list-referrals.server.ts'
import { listReferralLinks } from '#app/advocacy/referrals/referral-links.server.ts'
import { can } from '#app/audit/can.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import { HistoryTimeline } from '#app/insights/components/history-timeline.tsx'
import { Voices } from '#app/insights/components/of-account.tsx'
import { getScoreHistory } from '#app/insights/get-score-history.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { isTimelineKind, type TimelineKind } from '#app/insights/timeline-kinds.ts'
import { countResponses } from '#app/responses/count-responses.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { WriteVoice } from '#app/voices/components/write-voice.tsx'
import { listHeardAmong } from '#app/voices/list-heard-among.server.ts'

export const handle = { access: 'accounts.read', title: words.contacts }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const query = new URL(request.url).searchParams
  const contact = await getContact(ctx, params.id!)
  const tab = query.get('tab') === 'history' ? ('history' as const) : ('voice' as const)
  const kind = isTimelineKind(query.get('kind')) ? (query.get('kind') as TimelineKind) : null
  const voice = tab === 'voice' && can(ctx.actor, 'responses.read')
  const asked = { contact: contact.id, limit: 10 }
  const newest = voice ? await listResponses(ctx, asked) : null
  return {
    contact,
    tab,
    kind,
    preferences: await listPreferences(ctx, contact.id),
    consents: can(ctx.actor, 'advocates.read') ? await listConsents(ctx, contact.id) : null,
    recommends: can(ctx.actor, 'advocates.read')
      ? {
          links: await listReferralLinks(ctx, contact.id),
          referrals: await referralsOf(ctx, contact.id),
          host: new URL(request.url).origin,
        }
      : null,
    rewards: can(ctx.actor, 'advocates.read') ? await rewardsOf(ctx, contact) : null,
    mayWithdraw: can(ctx.actor, 'advocates.edit'),
    mayAsk: can(ctx.actor, 'asks.make', { ownerId: contact.ownerId }),
    company: (await getBrand(ctx)).name,
    voices: newest?.responses ?? [],
    heard: newest && (await listHeardAmong(ctx, { contact: contact.id }, newest.next)),
    mayErase: contact.state !== 'erased' && can(ctx.actor, 'contacts.erase'),
    mayHear: contact.accountId !== null && contact.state !== 'erased' && can(ctx.actor, 'voices.edit'),
    answers: voice ? await countResponses(ctx, asked) : null,
    scores: voice ? await getScoreHistory(ctx, { contactId: contact.id }) : null,
    timeline:
      tab === 'history'
        ? await listTimeline(ctx, { contactId: contact.id }, { kind: kind ?? undefined, after: query.get('after') })
        : null,
  }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Contact() {
  const t = useT()
  const {
    contact,
    tab,
    kind,
    preferences,
    consents,
    recommends,
    rewards,
    mayWithdraw,
    mayAsk,
    company,
    voices,
    heard,
    mayErase,
    mayHear,
    answers,
    scores,
    timeline,
  } = useLoaderData<typeof loader>()
  return (
    <Page
      title={contact.state === 'erased' ? t(eraseWords.erasedPerson) : contact.name}
      crumbs={[{ label: t(words.contacts), to: '/contacts' }]}
      lead={[contact.department, contact.title].filter(Boolean).join(' · ') || undefined}
      actions={
        <>
          {contact.state === 'erased' ? null : (
            <LinkButton to={`/contacts/${contact.id}/surveys`} icon={Send}>
              {t(words.surveys)}
            </LinkButton>
          )}
          {contact.mayEdit && contact.state === 'active' ? (
            <LinkButton to={`/contacts/${contact.id}/leave`} icon={LogOut}>
              {t(words.leave)}
            </LinkButton>
          ) : null}
          {contact.mayEdit && contact.state === 'left' ? (
            <Form method="post" action={`/contacts/${contact.id}/return`} className="contents">
              <Button>{t(words.cameBack)}</Button>
            </Form>
          ) : null}
          {contact.mayEdit ? (
            <LinkButton to={`/contacts/${contact.id}/merge`} icon={Merge}>
              {t(mergeWords.mergeWith)}
            </LinkButton>
          ) : null}
          {contact.mayEdit ? (
            <LinkButton to={`/contacts/${contact.id}/edit`} icon={Pencil}>
              {t(words.edit)}
            </LinkButton>
          ) : null}
          {mayErase ? (
            <LinkButton to={`/contacts/${contact.id}/erase`} icon={Eraser}>
              {t(eraseWords.erase)}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {contact.holds.length ? (
        <Notice
          tone="warning"
          title={t(accountWords.heldNow, {
            reasons: [...new Set(contact.holds.map((hold) => t(holdWords[hold.reason]!)))].join(', '),
          })}
        />
      ) : null}
      {contact.email === null && contact.state === 'active' ? <Notice tone="info" title={t(words.noEmail)} /> : null}
      <Tabs
        tabs={[
          { to: `/contacts/${contact.id}`, label: t(accountWords.voice), current: tab === 'voice' },
          { to: `/contacts/${contact.id}?tab=history`, label: t(accountWords.history), current: tab === 'history' },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {timeline ? (
            <HistoryTimeline {...timeline} kind={kind} aboutOne />
          ) : heard ? (
            <Voices
              behind={`contact=${contact.id}`}
              voices={voices}
              heard={heard}
              answers={answers}
              scores={scores}
              actions={mayHear ? <WriteVoice query={`account=${contact.accountId}&contact=${contact.id}`} /> : null}
            />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Details of={contact} />
          <Card title={t(words.preferences)}>
            {preferences.length ? (
              <ul className="flex flex-col gap-1">
                {preferences.map((wish) => (
                  <li key={wish.scope} className="flex flex-wrap gap-2">
                    <span>
                      {t(scopeWord(wish.scope))}: {t(words[wish.choice])}
                    </span>
                    <span className="text-xs text-muted">
                      <Time at={wish.at} />
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="text-muted">{t(words.noPreferences)}</p>
            )}
          </Card>
          {consents ? (
            <Consents contactId={contact.id} consents={consents} editable={mayWithdraw} company={company} />
          ) : null}
          {mayAsk && contact.state === 'active' ? <AskByHand contactId={contact.id} /> : null}
          {recommends && contact.state !== 'erased' ? (
            <ReferralCard {...recommends} contactId={contact.id} editable={mayWithdraw} />
          ) : null}
          {rewards && contact.state !== 'erased' ? <RewardCard contactId={contact.id} of={rewards} /> : null}
        </div>
      </div>
    </Page>
  )
}

const scopeWord = (scope: string) =>
  scope === 'all' ? words.all : scope === 'asks' ? words.asks : scope === 'news' ? words.news : words.program

function Details({ of }: { of: Data['contact'] }) {
  const t = useT()
  return (
    <Card title={t(accountWords.details)}>
      <Facts
        items={[
          {
            name: t(words.account),
            value: of.accountId ? (
              <Link to={`/accounts/${of.accountId}`} className="text-accent hover:underline">
                {of.accountName}
              </Link>
            ) : null,
          },
          { name: t(accountWords.owner), value: of.ownerName },
          {
            name: t(fieldWords.email),
            value: of.email ? (
              <a href={`mailto:${of.email}`} className="break-all text-accent hover:underline">
                {of.email}
              </a>
            ) : null,
          },
          { name: t(fieldWords.name_kana), value: of.nameKana },
          { name: t(fieldWords.phone), value: of.phone },
          { name: t(fieldWords.role), value: of.role },
          {
            name: t(fieldWords.language),
            value: of.language && languageName(t, of.language),
          },
          { name: t(fieldWords.department), value: of.department },
          ...(of.leftOn ? [{ name: t(words.leftOn), value: of.leftOn }] : []),
          ...(of.successorId
            ? [
                {
                  name: t(words.successor),
                  value: (
                    <Link to={`/contacts/${of.successorId}`} className="text-accent hover:underline">
                      {of.successorName}
                    </Link>
                  ),
                },
              ]
            : []),
          { name: t(fieldWords.zone), value: of.zone },
          { name: t(fieldWords.external_id), value: of.externalId },
          { name: t(words.lastInvited), value: of.lastInvitedAt ? <Time at={of.lastInvitedAt} /> : t(words.never) },
          { name: t(words.lastAnswer), value: of.lastAnsweredAt ? <Time at={of.lastAnsweredAt} /> : t(words.never) },
        ]}
      />
      <p className="flex flex-wrap gap-1">
        <Badge tone={of.state === 'active' ? 'success' : 'neutral'}>{t(words[of.state])}</Badge>
        {of.isTest ? <Badge tone="info">{t(words.test)}</Badge> : null}
        {of.isShared ? <Badge>{t(words.shared)}</Badge> : null}
      </p>
    </Card>
  )
}
