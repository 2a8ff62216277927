import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Users } from 'lucide-react'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { ReferralStateBadge } from '#app/advocacy/components/referral-state.tsx'
import { groupText } from '#app/advocacy/report/components/report-text.ts'
import { listBehind, type Behind } from '#app/advocacy/report/list-behind.server.ts'
import { bandWords, listWords, reportWords as words, stepMeanings } from '#app/advocacy/report/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Money, Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'advocates.read', title: words.list }

export const loader = ({ request, context: { ctx } }: LoaderFunctionArgs) =>
  listBehind(ctx, Object.fromEntries(new URL(request.url).searchParams))

/** Exactly those whom a number of the report counts. */
export default function ReportList() {
  const shown = useLoaderData<typeof loader>()
  const { list, band, period, group, people, leads, next } = shown
  const t = useT()
  const format = useFormat()
  const report = `/advocacy/report?${new URLSearchParams({ ...period.query, ...(group && { by: group.by }) }).toString()}`
  const of = list === 'idle' ? t(bandWords[band]) : group ? groupText(t, group.by, group) : null
  const days = { from: format.day(period.firstDay), to: format.day(period.lastDay), days: period.lastDay - period.firstDay + 1 } // prettier-ignore
  const what = list === 'idle' ? words.idleNote : list === 'closed' ? words.revenueClosedNote : stepMeanings[list]
  const n = (people ?? leads).length
  return (
    <Page
      title={of ? `${t(listWords[list])}: ${of}` : t(listWords[list])}
      crumbs={[{ label: t(words.title), to: report }]}
      lead={list === 'idle' ? t(what) : `${t(what)} · ${t(words.span, days)}`}
    >
      <AdvocacyTabs current="report" />
      {n === 0 ? (
        <Empty icon={Users} title={t(words.empty)} action={<LinkButton to={report}>{t(words.back)}</LinkButton>}>
          {t(words.emptyText)}
        </Empty>
      ) : (
        <>
          {people ? <People rows={people} /> : <Leads rows={leads} />}
          <Pager shown={n} next={next} />
        </>
      )}
    </Page>
  )
}

type Person = NonNullable<Behind['people']>[number]

function People({ rows }: { rows: Person[] }) {
  const t = useT()
  const columns: Column<Person>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      cell: (row) => (
        <span className="flex flex-col">
          <Link to={`/contacts/${row.id}`} className="inline-flex min-h-6 items-center font-medium hover:text-accent">
            <bdi>{row.name}</bdi>
          </Link>
          <span className="text-xs font-normal text-muted">{row.title}</span>
        </span>
      ),
    },
    {
      key: 'account',
      head: t(words.account),
      cell: (row) => (
        <span className="flex flex-col">
          <bdi>{row.account ?? '–'}</bdi>
          <span className="text-xs text-muted">{[row.tier, row.industry].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'asked',
      head: t(words.lastAsk),
      cell: (row) =>
        row.askedAt === null ? <span className="text-muted">{t(words.never)}</span> : <Time at={row.askedAt} />,
    },
  ]
  return <Table caption={t(words.list)} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

type Lead = NonNullable<Behind['leads']>[number]

function Leads({ rows }: { rows: Lead[] }) {
  const t = useT()
  const columns: Column<Lead>[] = [
    {
      key: 'lead',
      head: t(words.leadName),
      main: true,
      cell: (row) => (
        <span className="flex flex-col">
          <Link to={`/referrals/${row.id}`} className="inline-flex min-h-6 items-center font-medium hover:text-accent">
            <bdi>{row.name ?? t(words.erasedLead)}</bdi>
          </Link>
          <span className="text-xs font-normal text-muted">{row.company}</span>
        </span>
      ),
    },
    {
      key: 'referrer',
      head: t(words.referrer),
      cell: (row) => (
        <span className="flex flex-col">
          {row.contactId ? (
            <Link to={`/contacts/${row.contactId}`} className="inline-flex min-h-6 items-center hover:text-accent">
              <bdi>{row.referrer}</bdi>
            </Link>
          ) : (
            <span className="text-muted">{t(words.erasedLead)}</span>
          )}
          <span className="text-xs text-muted">{row.account}</span>
        </span>
      ),
    },
    { key: 'state', head: t(words.state), cell: (row) => <ReferralStateBadge of={row.state} /> },
    {
      key: 'deal',
      head: t(words.deal),
      align: 'right',
      cell: (row) => <Money minor={row.dealMinor} currency={row.currency} />,
    },
    { key: 'came', head: t(words.came), cell: (row) => <Time at={row.createdAt} /> },
  ]
  return <Table caption={t(words.list)} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
