import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Building2, Copy, FileUp, Plus, UserRoundCog } from 'lucide-react'
import { SavedViews } from '#app/access/components/saved-views.tsx'
import { listViews } from '#app/access/list-views.server.ts'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { HealthBadge } from '#app/accounts/components/health-badge.tsx'
import { duplicateWords } from '#app/accounts/duplicate-words.ts'
import { Renewal } from '#app/accounts/components/renewal.tsx'
import { nameOfAccount } from '#app/accounts/get-account.server.ts'
import { importWords } from '#app/accounts/import-words.ts'
import { listAccountValues } from '#app/accounts/list-account-values.server.ts'
import { listAccounts, type ListedAccount } from '#app/accounts/list-accounts.server.ts'
import { healthWords } from '#app/accounts/health-words.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { Money, Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.read', title: words.accounts }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const [list, values, colleagues] = await Promise.all([
    listAccounts(context.ctx, query as never),
    listAccountValues(context.ctx),
    listColleagues(context.ctx),
  ])
  const actor = context.ctx.actor
  return {
    ...list,
    values,
    views: await listViews(context.ctx, 'accounts'),
    owners: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    parentName: list.filter.parent ? await nameOfAccount(context.ctx, list.filter.parent) : null,
    mayImport: can(actor, 'accounts.import'),
    mayEdit: can(actor, 'accounts.edit'),
  }
}

export default function Accounts() {
  const t = useT()
  const { accounts, filter, views, total, next, values, owners, mayImport, mayEdit, parentName } =
    useLoaderData<typeof loader>()
  const chips: Chip[] = [
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(['tier', 'region', 'stage'] as const).flatMap((name) =>
      filter[name] ? [{ name, label: `${t(words[name])}: ${filter[name]}` }] : [],
    ),
    ...(filter.health ? [{ name: 'health', label: `${t(words.health)}: ${t(healthWords[filter.health])}` }] : []),
    ...(filter.owner
      ? [
          {
            name: 'owner',
            label: `${t(words.owner)}: ${owners.find((owner) => owner.value === filter.owner)?.label ?? t(words.noOwner)}`,
          },
        ]
      : []),
    ...(filter.sales
      ? [
          {
            name: 'sales',
            label: `${t(words.salesOwner)}: ${owners.find((owner) => owner.value === filter.sales)?.label ?? t(words.nobody)}`,
          },
        ]
      : []),
    ...(filter.parent ? [{ name: 'parent', label: `${t(words.parent)}: ${parentName ?? '…'}` }] : []),
  ]
  const verbs = (
    <>
      {mayImport ? (
        <LinkButton to="/accounts/duplicates" icon={Copy} variant="quiet">
          {t(duplicateWords.find)}
        </LinkButton>
      ) : null}
      {mayImport ? (
        <LinkButton to="/imports/new" icon={FileUp}>
          {t(importWords.new)}
        </LinkButton>
      ) : null}
      {mayEdit ? (
        <LinkButton to="/accounts/new" icon={Plus} variant="primary">
          {t(words.add)}
        </LinkButton>
      ) : null}
    </>
  )
  const options = (list: string[]) => list.map((value) => ({ value, label: value }))
  const empty = accounts.length === 0
  return (
    <Page
      title={t(words.accounts)}
      lead={t(words.lead)}
      actions={
        empty && !chips.length ? undefined : (
          <>
            <ExportMenu to="/accounts/export" reason={empty ? t(exportWords.nothingHere) : null} />
            {verbs}
          </>
        )
      }
    >
      {empty && !chips.length && !filter.after ? (
        <Empty icon={Building2} title={t(words.none)} action={verbs}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <>
          <SavedViews of={views} />
          <FilterBar chips={chips} keep={{ sort: filter.sort === 'name' ? null : filter.sort, parent: filter.parent }}>
            <Input
              type="search"
              name="q"
              label={t(words.search)}
              placeholder={t(words.searchHint)}
              defaultValue={filter.q ?? ''}
            />
            <Select
              name="owner"
              label={t(words.owner)}
              empty={t(uiWords.any)}
              defaultValue={filter.owner ?? ''}
              options={[{ value: 'none', label: t(words.noOwner) }, ...owners]}
            />
            <Select
              name="sales"
              label={t(words.salesOwner)}
              empty={t(uiWords.any)}
              defaultValue={filter.sales ?? ''}
              options={[{ value: 'none', label: t(words.nobody) }, ...owners]}
            />
            <Select
              name="health"
              label={t(words.health)}
              empty={t(uiWords.any)}
              defaultValue={filter.health ?? ''}
              options={Object.entries(healthWords).map(([value, word]) => ({ value, label: t(word) }))}
            />
            <Select
              name="stage"
              label={t(words.stage)}
              empty={t(uiWords.any)}
              defaultValue={filter.stage ?? ''}
              options={options(values.stages)}
            />
            <Select
              name="tier"
              label={t(words.tier)}
              empty={t(uiWords.any)}
              defaultValue={filter.tier ?? ''}
              options={options(values.tiers)}
            />
            <Select
              name="region"
              label={t(words.region)}
              empty={t(uiWords.any)}
              defaultValue={filter.region ?? ''}
              options={options(values.regions)}
            />
          </FilterBar>
          {empty ? (
            <Empty icon={Building2} title={t(words.noMatch)}>
              {t(words.noMatchBody)}
            </Empty>
          ) : (
            <div className="group/rows flex flex-col gap-4">
              <List rows={accounts} sort={filter.sort} select={mayImport} />
              {mayImport ? <ChangeOwners filter={filter} /> : null}
            </div>
          )}
          {total > mostCounted ? <p className="text-xs text-muted">{t(words.many, { n: mostCounted })}</p> : null}
          <Pager shown={accounts.length} total={total > mostCounted ? null : total} next={next} />
        </>
      )}
    </Page>
  )
}

const kept = ['q', 'tier', 'region', 'stage', 'owner', 'sales', 'parent', 'health'] as const

/** Takes the ticked accounts, else the filter of the list, to the change of owners. */
function ChangeOwners({ filter }: { filter: { [name in (typeof kept)[number]]?: string | undefined } }) {
  const t = useT()
  return (
    <form
      id="owners"
      action="/accounts/owners"
      // While rows are ticked it stays in sight, however long the list.
      className="flex flex-wrap items-center gap-x-3 gap-y-1 group-has-[tbody_:checked]/rows:sticky group-has-[tbody_:checked]/rows:bottom-2 group-has-[tbody_:checked]/rows:z-10 group-has-[tbody_:checked]/rows:-mx-2 group-has-[tbody_:checked]/rows:rounded group-has-[tbody_:checked]/rows:border group-has-[tbody_:checked]/rows:border-line group-has-[tbody_:checked]/rows:bg-surface group-has-[tbody_:checked]/rows:p-2 group-has-[tbody_:checked]/rows:shadow-float max-sm:group-has-[tbody_:checked]/rows:bottom-16"
    >
      {kept.map((name) => (filter[name] ? <input key={name} type="hidden" name={name} value={filter[name]} /> : null))}
      <Button icon={UserRoundCog}>{t(words.changeOwners)}</Button>
      <span className="text-xs text-muted">{t(words.changeOwnersHint)}</span>
      <span className="ml-auto text-xs text-muted max-sm:hidden">{t(uiWords.rowKeys)}</span>
    </form>
  )
}

function List({ rows, sort, select }: { rows: ListedAccount[]; sort: string; select: boolean }) {
  const t = useT()
  const columns: Column<ListedAccount>[] = [
    { key: 'name', head: t(words.name), main: true, sort: 'name', cell: (row) => <Link to={`/accounts/${row.id}`} className="font-medium text-accent hover:underline sm:break-keep">{row.name}</Link> }, // prettier-ignore
    {
      key: 'arr',
      head: t(words.value),
      align: 'right',
      sort: 'arr',
      cell: (row) => <Money minor={row.arrMinor} currency={row.currency} />,
    },
    { key: 'renewal', head: t(words.renewal), sort: 'renewal', cell: (row) => <Renewal on={row.renewalOn} /> },
    { key: 'stage', head: t(words.stage), cell: (row) => row.stage ?? '–' },
    { key: 'tier', head: t(words.tier), wide: true, cell: (row) => row.tier ?? '–' },
    { key: 'region', head: t(words.region), wide: true, cell: (row) => row.region ?? '–' },
    { key: 'health', head: t(words.health), cell: (row) => <HealthBadge health={row.health} /> },
    {
      key: 'owner',
      head: t(words.owner),
      cell: (row) => row.ownerName ?? <span className="text-muted">{t(words.noOwner)}</span>,
    },
    { key: 'updated', head: t(words.updated), wide: true, sort: 'updated', cell: (row) => <Time at={row.updatedAt} /> },
  ]
  return (
    <Table
      caption={t(words.accounts)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      select={select ? { name: 'ids', form: 'owners', label: (row) => row.name } : undefined}
    />
  )
}
