import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Pencil, Plus } from 'lucide-react'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { Below } from '#app/accounts/components/below.tsx'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { History } from '#app/accounts/components/history.tsx'
import { Renewal } from '#app/accounts/components/renewal.tsx'
import { fieldWords } from '#app/accounts/field-words.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { accountWords as words, contactWords, holdWords } from '#app/accounts/page-words.ts'
import { can } from '#app/audit/can.ts'
import { SeverityBadge, StateBadge } from '#app/cases/components/case-badges.tsx'
import { listCases } from '#app/cases/list-cases.server.ts'
import { Voice } from '#app/responses/components/voice.tsx'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Select } from '#app/ui/field.tsx'
import { dayOfIso } from '#app/platform/calendar.ts'
import { Money, Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { HeardList } from '#app/voices/components/heard-list.tsx'
import { listVoices } from '#app/voices/list-voices.server.ts'

export const handle = { access: 'accounts.read', title: words.accounts }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const account = await getAccount(ctx, params.id!)
  const [voices, cases, colleagues] = await Promise.all([
    can(ctx.actor, 'responses.read') ? listResponses(ctx, { account: account.id, limit: 10 }) : null,
    can(ctx.actor, 'cases.read') ? listCases(ctx, { account: account.id, limit: 20 }) : null,
    account.mayEdit ? listColleagues(ctx) : [],
  ])
  return {
    account,
    heard: can(ctx.actor, 'responses.read') ? (await listVoices(ctx, { account: account.id, limit: 5 })).voices : [],
    mayHear: can(ctx.actor, 'voices.edit'),
    voices: voices?.responses ?? [],
    cases: cases?.cases ?? null,
    owners: colleagues.map(({ id, name }) => ({ value: id, label: name })),
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
          <LinkButton to={`/accounts/${account.id}/edit`} icon={Pencil}>
            {t(words.edit)}
          </LinkButton>
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
      <Head of={account} />
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Voices voices={data.voices} />
          <HeardList
            voices={data.heard}
            all={`/voices?account=${account.id}`}
            write={data.mayHear ? `/voices/new?account=${account.id}` : null}
          />
          <Cases cases={data.cases} />
          <People of={account} />
          <Below of={account} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Details data={data} />
          <Card title={t(words.history)}>
            <History events={account.events} />
          </Card>
        </div>
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

function Voices({ voices }: { voices: Data['voices'] }) {
  const t = useT()
  return (
    <Section title={t(words.voice)}>
      {voices.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {voices.map((voice) => (
            <Voice key={voice.id} of={voice} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.noVoice)}</p>
      )}
    </Section>
  )
}

function Cases({ cases }: { cases: Data['cases'] }) {
  const t = useT()
  if (cases === null) return null
  return (
    <Section title={t(words.cases)}>
      {cases.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {cases.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-2 p-3">
              <Link to={`/cases/${row.id}`} className="font-medium text-accent hover:underline">
                {row.personName ?? row.accountName ?? row.id}
              </Link>
              <StateBadge state={row.state} />
              <SeverityBadge severity={row.severity} />
              <span className="text-xs text-muted">
                {row.ownerName} · <Time at={row.openedAt} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">{t(words.noCases)}</p>
      )}
    </Section>
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
                {person.name}
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
          { name: t(fieldWords.region), value: account.region },
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
