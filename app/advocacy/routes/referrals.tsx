import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ListPlus, Plus, UserRoundPlus } from 'lucide-react'
import { CheckBadges, ReferralStateBadge } from '#app/advocacy/components/referral-state.tsx'
import { countReferrals, listReferrals, type ListedReferral } from '#app/advocacy/referrals/list-referrals.server.ts'
import { referralFilter } from '#app/advocacy/referrals/referral.ts'
import { listWords } from '#app/advocacy/lists/words.ts'
import { referralStateWords, referralWords as words } from '#app/advocacy/referrals/words.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { Money, Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { referralStates } from '#db/enums/advocacy-referrals.ts'

export const handle = { access: 'advocates.read', title: words.referrals }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = referralFilter.parse(query)
  return {
    ...(await listReferrals(ctx, filter)),
    filter,
    counts: await countReferrals(ctx, filter.referrer),
    editable: can(ctx.actor, 'advocates.edit'),
  }
}

export default function Referrals() {
  const { referrals, next, filter, counts, editable } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const chips: Chip[] = [
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(filter.referrer ? [{ name: 'referrer', label: `${t(words.referrer)}: ${referrals[0]?.referrer ?? '…'}` }] : []),
  ]
  const filtered = chips.length > 0 || filter.after !== undefined
  const ofReferrer = filter.referrer ? `&referrer=${filter.referrer}` : ''
  return (
    <Page
      title={t(words.referrals)}
      lead={t(words.lead)}
      actions={
        <>
          <ExportMenu to="/referrals/export" reason={referrals.length === 0 ? t(exportWords.nothingHere) : null} />
          {editable ? (
            <LinkButton to="/referrals/list" icon={ListPlus}>
              {t(listWords.referralsFromList)}
            </LinkButton>
          ) : null}
          {editable ? (
            <LinkButton to="/referrals/new" icon={Plus} variant="primary">
              {t(words.add)}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <AdvocacyTabs current="referrals" />
      <Tabs
        label={t(words.state)}
        tabs={referralStates.map((state) => ({
          to: `/referrals?state=${state}${ofReferrer}`,
          label: t(referralStateWords[state]),
          count: counts[state] > mostOnTab ? `${format.number(mostOnTab)}+` : counts[state] || null,
          current: filter.state === state,
        }))}
      />
      <FilterBar chips={chips} keep={{ state: filter.state, referrer: filter.referrer }}>
        <Input label={t(words.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
      </FilterBar>
      {referrals.length === 0 ? (
        <Empty
          icon={UserRoundPlus}
          title={t(filtered ? words.emptyFiltered : words.empty)}
          action={
            <LinkButton to={filtered ? `/referrals?state=${filter.state}` : '/advocates?state=active'}>
              {t(filtered ? words.showAll : words.toAdvocates)}
            </LinkButton>
          }
        >
          {filtered ? null : t(words.emptyText)}
        </Empty>
      ) : (
        <>
          <Listed referrals={referrals} won={filter.state === 'won'} />
          <Pager shown={referrals.length} next={next} />
        </>
      )}
    </Page>
  )
}

function Listed({ referrals, won }: { referrals: ListedReferral[]; won: boolean }) {
  const t = useT()
  const columns: Column<ListedReferral>[] = [
    {
      key: 'lead',
      head: t(words.person),
      main: true,
      cell: (row) => (
        <span className="flex flex-col">
          <Link to={`/referrals/${row.id}`} className="inline-flex min-h-6 items-center font-medium hover:text-accent">
            {row.leadName ?? t(words.erasedLead)}
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
              {row.referrer}
            </Link>
          ) : (
            <span className="text-muted">{t(words.erasedReferrer)}</span>
          )}
          <span className="text-xs text-muted">{row.account}</span>
        </span>
      ),
    },
    {
      key: 'state',
      head: t(words.state),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-1">
          <ReferralStateBadge of={row.state} />
          <CheckBadges of={row.checks} />
        </span>
      ),
    },
    { key: 'owner', head: t(words.owner), wide: true, cell: (row) => row.owner ?? '–' },
    ...(won
      ? [
          {
            key: 'deal',
            head: t(words.deal),
            align: 'right' as const,
            cell: (row: ListedReferral) =>
              row.dealMinor !== null && row.currency ? <Money minor={row.dealMinor} currency={row.currency} /> : '–',
          },
        ]
      : []),
    { key: 'came', head: t(words.came), cell: (row) => <Time at={row.createdAt} /> },
  ]
  return <Table caption={t(words.referrals)} columns={columns} rows={referrals} rowKey={(row) => row.id} />
}
