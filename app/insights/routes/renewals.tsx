import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { Renewal } from '#app/accounts/components/renewal.tsx'
import { accountWords } from '#app/accounts/page-words.ts'
import { RenewalWhy } from '#app/insights/components/day-rows.tsx'
import { dayWords as words } from '#app/insights/day-words.ts'
import { lowFor, renewsWithin } from '#app/insights/my-day.ts'
import {
  countUnhappyRenewals,
  listUnhappyRenewals,
  type UnhappyRenewal,
} from '#app/insights/unhappy-renewals.server.ts'
import { todayWords } from '#app/insights/words.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Money, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'

export const handle = { access: 'cases.read', title: words.renewalsTitle }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await listUnhappyRenewals(ctx, { after })), total: await countUnhappyRenewals(ctx) }
}

/** All of the list that a CSM's day begins. */
export default function Renewals() {
  const t = useT()
  const { renewals, next, total } = useLoaderData<typeof loader>()
  const many = total > mostCounted
  return (
    <Page
      title={t(words.renewalsTitle)}
      crumbs={[{ label: t(todayWords.title), to: '/' }]}
      lead={t(words.renewalsLead, { days: renewsWithin, low: lowFor })}
    >
      {renewals.length === 0 ? (
        <Empty icon={CircleCheckBig} title={t(words.noRenewals, { days: renewsWithin })} />
      ) : (
        <>
          <List rows={renewals} />
          <Pager shown={renewals.length} total={many ? mostCounted : total} more={many} next={next} />
        </>
      )}
    </Page>
  )
}

function List({ rows }: { rows: UnhappyRenewal[] }) {
  const t = useT()
  const columns: Column<UnhappyRenewal>[] = [
    {
      key: 'name',
      head: t(accountWords.name),
      main: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <Link to={`/accounts/${row.id}`} className="font-medium text-accent hover:underline">
            {row.name}
          </Link>
          {row.standingIn ? <Badge tone="info">{t(words.standingIn)}</Badge> : null}
        </span>
      ),
    },
    { key: 'renewal', head: t(accountWords.renewal), cell: (row) => <Renewal on={row.renewalOn} /> },
    {
      key: 'arr',
      head: t(accountWords.value),
      align: 'right',
      cell: (row) => <Money minor={row.arrMinor} currency={row.currency} />,
    },
    { key: 'health', head: t(accountWords.health), cell: (row) => <HealthBadge health={row.health} /> },
    { key: 'why', head: t(words.why), cell: (row) => <RenewalWhy of={row} /> },
    {
      key: 'next',
      head: t(words.next),
      cell: (row) =>
        row.caseId ? (
          <Link to={`/cases/${row.caseId}`} className="text-accent underline">
            {t(words.workCase)}
          </Link>
        ) : (
          t(words.talk)
        ),
    },
  ]
  return <Table caption={t(words.renewalsTitle)} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
