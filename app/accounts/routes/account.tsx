import type { LoaderFunctionArgs } from '@remix-run/node'
import { eraseWords } from '#app/accounts/erasing/erase-words.ts'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Merge, Pencil, Plus } from 'lucide-react'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { Below } from '#app/accounts/components/below.tsx'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { Renewal } from '#app/accounts/components/renewal.tsx'
import { fieldWords } from '#app/accounts/field-words.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { mergeWords } from '#app/accounts/merging/merge-words.ts'
import { accountWords as words, contactWords, holdWords } from '#app/accounts/page-words.ts'
import { can } from '#app/audit/can.ts'
import { listAdvocatesOf } from '#app/advocacy/list-advocates-of.server.ts'
import { AccountGifts } from '#app/advocacy/rewards/components/account-gifts.tsx'
import { giftsOf } from '#app/advocacy/rewards/get-reward.server.ts'
import { casesOf } from '#app/cases/list-cases-of-account.server.ts'
import { Suggestions } from '#app/delivery/components/suggestions.tsx'
import { listSuggestions } from '#app/delivery/list-suggestions.server.ts'
import { HistoryTimeline } from '#app/insights/components/history-timeline.tsx'
import { Advocates, Cases, Voices } from '#app/insights/components/of-account.tsx'
import { Signals } from '#app/insights/components/signals.tsx'
import { getScoreHistory } from '#app/insights/get-score-history.server.ts'
import { listSignals } from '#app/insights/list-signals.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { signalPageWords } from '#app/insights/signal-words.ts'
import { isTimelineKind } from '#app/insights/timeline-kinds.ts'
import { countResponses } from '#app/responses/count-responses.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Select } from '#app/ui/field.tsx'
import { dayOfIso } from '#app/platform/day.ts'
import { Money, useFormat, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { WriteVoice } from '#app/voices/components/write-voice.tsx'
import { listHeardAmong } from '#app/voices/list-heard-among.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { access: 'accounts.read', title: words.accounts }

const tabs = ['voice', 'people', 'cases', 'advocacy', 'signals', 'history'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const query = new URL(request.url).searchParams
  const account = await getAccount(ctx, params.id!)
  const readsCases = can(ctx.actor, 'cases.read')
  const tab = tabs.find((one) => one === query.get('tab') && (one !== 'cases' || readsCases)) ?? 'voice'
  const kind = query.get('kind')
  const voice = tab === 'voice' && can(ctx.actor, 'responses.read')
  const asked = { account: account.id, limit: 10 }
  const newest = voice ? await listResponses(ctx, asked) : null
  return {
    account,
    tab,
    readsCases,
    voices: newest?.responses ?? [],
    answers: voice ? await countResponses(ctx, asked) : null,
    scores: voice ? await getScoreHistory(ctx, { accountId: account.id }) : null,
    heard: newest && (await listHeardAmong(ctx, { account: account.id }, newest.next)),
    mayHear: can(ctx.actor, 'voices.edit'),
    cases: tab === 'cases' ? await casesOf(ctx, account.id) : [],
    advocates: tab === 'advocacy' ? await listAdvocatesOf(ctx, account.id) : [],
    gifts: tab === 'advocacy' && can(ctx.actor, 'advocates.read') ? await giftsOf(ctx, account) : null,
    signals: tab === 'signals' ? await listSignals(ctx, account.id) : null,
    timeline:
      tab === 'history'
        ? await listTimeline(
            ctx,
            { accountId: account.id },
            { kind: isTimelineKind(kind) ? kind : undefined, after: query.get('after') },
          )
        : null,
    kind: isTimelineKind(kind) ? kind : null,
    suggestions: await listSuggestions(ctx, { accountId: account.id }),
    owners: account.mayEdit ? (await listColleagues(ctx)).map(({ id, name }) => ({ value: id, label: name })) : [],
  }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Account() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { account } = data
  return (
    <Page
      title={account.name}
      crumbs={[{ label: t(words.accounts), to: '/accounts' }]}
      actions={
        account.mayEdit ? (
          <>
            <LinkButton to={`/accounts/${account.id}/merge`} icon={Merge}>
              {t(mergeWords.mergeWith)}
            </LinkButton>
            <LinkButton to={`/accounts/${account.id}/edit`} icon={Pencil}>
              {t(words.edit)}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {account.holds.length ? (
        <Notice
          tone="warning"
          title={t(words.heldNow, {
            reasons: [...new Set(account.holds.map((hold) => t(holdWords[hold.reason]!)))].join(', '),
          })}
        />
      ) : null}
      <Suggestions of={data.suggestions} from="account" />
      <Head of={account} />
      <AccountTabs data={data} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {data.heard ? (
            <Voices
              behind={`account=${account.id}`}
              voices={data.voices}
              heard={data.heard}
              answers={data.answers}
              scores={data.scores}
              actions={data.mayHear ? <WriteVoice query={`account=${account.id}`} /> : null}
            />
          ) : null}
          {data.tab === 'people' ? (
            <>
              <People of={account} />
              <Below of={account} />
            </>
          ) : null}
          {data.tab === 'cases' ? <Cases cases={data.cases} /> : null}
          {data.tab === 'advocacy' ? <Advocates advocates={data.advocates} accountId={account.id} /> : null}
          {data.gifts ? <AccountGifts accountId={account.id} of={data.gifts} /> : null}
          {data.signals ? <Signals signals={data.signals} accountId={account.id} /> : null}
          {data.timeline ? <HistoryTimeline {...data.timeline} kind={data.kind} /> : null}
        </div>
        <Details data={data} />
      </div>
    </Page>
  )
}

/** Value, renewal, stage, health and owner at one glance. */
function Head({ of }: { of: Data['account'] }) {
  const t = useT()
  const items = [
    { name: t(words.value), value: <Money minor={of.arrMinor} currency={of.currency} /> },
    { name: t(words.renewal), value: <Renewal on={of.renewalOn} /> },
    { name: t(words.stage), value: of.stage ?? '–' },
    { name: t(words.health), value: <HealthBadge health={of.health} /> },
    { name: t(words.owner), value: of.ownerName ?? t(words.noOwner) },
    ...(of.salesName ? [{ name: t(words.salesOwner), value: of.salesName }] : []),
    ...(of.sponsorId && of.sponsorName
      ? [
          {
            name: t(words.sponsor),
            value: (
              <Link to={`/contacts/${of.sponsorId}`} className="text-accent hover:underline">
                {of.sponsorName}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 rounded-lg border border-line bg-surface p-4">
      {items.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="text-lg font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function AccountTabs({ data: { account, tab, readsCases } }: { data: Data }) {
  const t = useT()
  const names = {
    voice: words.voice,
    people: words.people,
    cases: words.cases,
    advocacy: words.advocacy,
    signals: signalPageWords.title,
    history: words.history,
  }
  return (
    <Tabs
      tabs={tabs
        .filter((one) => one !== 'cases' || readsCases)
        .map((one) => ({
          to: one === 'voice' ? `/accounts/${account.id}` : `/accounts/${account.id}?tab=${one}`,
          label: t(names[one]),
          count: one === 'people' ? account.peopleCount : null,
          current: one === tab,
        }))}
    />
  )
}

function People({ of }: { of: Data['account'] }) {
  const t = useT()
  return (
    <Section
      title={t(words.people)}
      actions={
        of.mayEdit ? (
          <LinkButton to={`/contacts/new?account=${of.id}`} size="sm" icon={Plus}>
            {t(contactWords.add)}
          </LinkButton>
        ) : undefined
      }
    >
      {of.people.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {of.people.map((person) => (
            <li key={person.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
              <Link to={`/contacts/${person.id}`} className="font-medium text-accent hover:underline">
                {person.name || t(eraseWords.erasedPerson)}
              </Link>
              <span className="text-xs text-muted">
                {[person.department, person.title].filter(Boolean).join(' · ')}
              </span>
              <span className="ml-auto text-xs text-muted">{person.email ?? t(contactWords.noEmail)}</span>
              {person.id === of.sponsorId ? <Badge tone="accent">{t(words.sponsor)}</Badge> : null}
              {person.isShared ? <Badge>{t(contactWords.shared)}</Badge> : null}
              {person.state === 'active' ? null : <Badge>{t(contactWords[person.state])}</Badge>}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.noPeople)}</p>
      )}
      {of.peopleCount > of.people.length ? (
        <Link to={`/contacts?account=${of.id}`} className="text-accent hover:underline">
          {t(words.allPeople, { n: of.peopleCount })}
        </Link>
      ) : null}
    </Section>
  )
}

function Details({ data: { account, owners } }: { data: Data }) {
  const t = useT()
  const format = useFormat()
  const started = account.startedOn === null ? null : dayOfIso(account.startedOn)
  return (
    <Card title={t(words.details)}>
      <Facts
        items={[
          {
            name: t(words.parent),
            value: account.parentId ? (
              <Link to={`/accounts/${account.parentId}`} className="text-accent hover:underline">
                {account.parentName}
              </Link>
            ) : null,
          },
          { name: t(fieldWords.tier), value: account.tier },
          { name: t(fieldWords.region), value: [account.region, account.zone].filter(Boolean).join(' · ') },
          { name: t(fieldWords.industry), value: account.industry },
          { name: t(fieldWords.plan), value: account.plan },
          { name: t(fieldWords.products), value: account.products.length ? format.list(account.products) : null },
          { name: t(fieldWords.started_on), value: started === null ? null : format.day(started) },
          { name: t(fieldWords.domain), value: account.domain },
          { name: t(fieldWords.account_external_id), value: account.externalId },
          ...Object.entries(account.properties ?? {}).map(([name, value]) => ({ name, value: String(value) })),
        ]}
      />
      {account.mayEdit ? (
        <Form
          method="post"
          action={`/accounts/${account.id}/owner`}
          className="flex items-end gap-2 border-t border-line pt-3"
        >
          <Select
            key={account.ownerId}
            name="ownerId"
            label={t(words.moveTo)}
            empty={t(words.noOwner)}
            defaultValue={account.ownerId ?? ''}
            options={owners}
            className="min-w-0 flex-1"
          />
          <Button>{t(words.move)}</Button>
        </Form>
      ) : null}
    </Card>
  )
}
