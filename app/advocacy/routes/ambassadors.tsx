import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HeartHandshake } from 'lucide-react'
import {
  ambassadorFilter,
  listAmbassadors,
  type ListedAmbassador,
} from '#app/advocacy/ambassadors/list-ambassadors.server.ts'
import { ambassadorWords as words } from '#app/advocacy/ambassadors/words.ts'
import { blockWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'advocates.read', title: words.title }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = ambassadorFilter.parse(query)
  return { ...(await listAmbassadors(ctx, filter)), filter }
}

/** Who agreed to be an ambassador, and what became of it. */
export default function Ambassadors() {
  const { ambassadors, baseCurrency, next, filter } = useLoaderData<typeof loader>()
  const t = useT()
  const chips: Chip[] = filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <AdvocacyTabs current="ambassadors" />
      <FilterBar chips={chips} keep={{ sort: filter.sort }}>
        <Input label={t(words.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
      </FilterBar>
      {ambassadors.length === 0 ? (
        <Empty
          icon={HeartHandshake}
          title={t(filter.q ? words.emptyFiltered : words.empty)}
          action={
            filter.q ? (
              <LinkButton to="/ambassadors">{t(words.showAll)}</LinkButton>
            ) : (
              <LinkButton to="/asks/who?kind=ambassador">{t(words.first)}</LinkButton>
            )
          }
        >
          {filter.q ? null : t(words.emptyText)}
        </Empty>
      ) : (
        <>
          <Listed rows={ambassadors} sort={filter.sort} baseCurrency={baseCurrency} />
          <Pager shown={ambassadors.length} next={next} />
        </>
      )}
    </Page>
  )
}

function Listed({ rows, sort, baseCurrency }: { rows: ListedAmbassador[]; sort: string; baseCurrency: string }) {
  const t = useT()
  const format = useFormat()
  const columns: Column<ListedAmbassador>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      sort: 'name',
      cell: (row) => (
        <span className="flex flex-col">
          <Link
            to={`/contacts/${row.contactId}`}
            className="inline-flex min-h-6 items-center font-medium hover:text-accent"
          >
            <bdi>{row.person}</bdi>
          </Link>
          <span className="text-xs font-normal text-muted">
            <bdi>{[row.title, row.account].filter(Boolean).join(' · ')}</bdi>
          </span>
        </span>
      ),
    },
    { key: 'since', head: t(words.since), sort: 'since', cell: (row) => format.date(row.since) },
    { key: 'did', head: t(words.did), cell: (row) => <Did of={row} baseCurrency={baseCurrency} /> },
    {
      key: 'anniversary',
      head: t(words.anniversary),
      cell: ({ anniversary: { day, years } }) => (
        <span className="flex flex-col">
          {format.day(day)}
          <span className="text-xs text-muted">{t(words.years, { n: years })}</span>
        </span>
      ),
    },
    {
      key: 'contacted',
      head: t(words.contacted),
      cell: (row) => (row.contactedAt === null ? '–' : <Time at={row.contactedAt} />),
    },
    { key: 'again', head: t(words.again), cell: (row) => <When of={row} /> },
  ]
  return <Table caption={t(words.title)} columns={columns} rows={rows} rowKey={(row) => row.contactId} sort={sort} />
}

function Did({ of, baseCurrency }: { of: ListedAmbassador; baseCurrency: string }) {
  const t = useT()
  const format = useFormat()
  const done = of.done.map(({ kind, n }) => t(words.doneOf, { kind: t(askKindNames[kind]), n: format.number(n) }))
  const worth = [
    ...(of.won > of.unconverted ? [format.money(of.baseMinor, baseCurrency)] : []),
    ...(of.unconverted ? [t(words.unconverted, { n: format.number(of.unconverted) })] : []),
  ]
  if (!done.length && !of.referrals && !of.quotes) return <span className="text-muted">{t(words.nothing)}</span>
  return (
    <span className="flex flex-col gap-0.5">
      {done.length ? <span>{done.join(' · ')}</span> : null}
      {of.referrals ? (
        <span className="text-sm">
          <Link
            to={`/referrals?state=${of.won ? 'won' : 'new'}&referrer=${of.contactId}`}
            className="text-accent underline"
          >
            {t(words.brought, { n: of.referrals, won: format.number(of.won) })}
          </Link>
          {of.won ? <span className="text-muted tabular-nums"> · {worth.join(' ')}</span> : null}
        </span>
      ) : null}
      {of.quotes ? <span className="text-sm text-muted">{t(words.quotes, { n: of.quotes })}</span> : null}
    </span>
  )
}

function When({ of: { again } }: { of: ListedAmbassador }) {
  const t = useT()
  const format = useFormat()
  if ('blocks' in again)
    return (
      <span className="flex flex-col text-muted">
        {t(words.notNow)}
        <span className="text-xs">{again.blocks.map((block) => t(blockWords[block])).join(' · ')}</span>
      </span>
    )
  if ('at' in again) return <>{t(words.from, { date: format.date(again.at) })}</>
  return (
    <Link to={`/asks/who?kind=${again.now[0]}`} className="text-accent underline">
      {t(words.now, { kinds: again.now.map((kind) => t(askKindNames[kind])).join(', ') })}
    </Link>
  )
}
