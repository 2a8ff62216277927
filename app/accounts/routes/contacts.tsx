import type { LoaderFunctionArgs } from '@remix-run/node'
import { eraseWords } from '#app/accounts/erasing/erase-words.ts'
import { Link, useLoaderData } from '@remix-run/react'
import { FileUp, Plus, Users } from 'lucide-react'
import { SavedViews } from '#app/access/components/saved-views.tsx'
import { listViews } from '#app/access/list-views.server.ts'
import { fieldWords } from '#app/accounts/field-words.ts'
import { importWords } from '#app/accounts/import-words.ts'
import { listContacts, type ListedContact } from '#app/accounts/list-contacts.server.ts'
import { accountWords, contactWords as words } from '#app/accounts/page-words.ts'
import { can } from '#app/audit/can.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { languageName, languageOptions } from '#app/ui/language-names.ts'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.read', title: words.contacts }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const actor = context.ctx.actor
  return {
    ...(await listContacts(context.ctx, query as never)),
    views: await listViews(context.ctx, 'contacts'),
    mayImport: can(actor, 'accounts.import'),
    mayEdit: can(actor, 'contacts.edit'),
  }
}

export default function Contacts() {
  const t = useT()
  const { contacts, filter, views, total, next, mayImport, mayEdit } = useLoaderData<typeof loader>()
  const states = (['active', 'left', 'erased'] as const).map((value) => ({ value, label: t(words[value]) }))
  const chips: Chip[] = [
    ...(filter.q ? [{ name: 'q', label: `“${filter.q}”` }] : []),
    ...(filter.account ? [{ name: 'account', label: `${t(words.account)}: ${contacts[0]?.accountName ?? '…'}` }] : []),
    ...(filter.language ? [{ name: 'language', label: languageName(t, filter.language) }] : []),
    ...(filter.state ? [{ name: 'state', label: t(words[filter.state]) }] : []),
  ]
  const verbs = (
    <>
      {mayImport ? (
        <LinkButton to="/imports/new" icon={FileUp}>
          {t(importWords.new)}
        </LinkButton>
      ) : null}
      {mayEdit ? (
        <LinkButton to="/contacts/new" icon={Plus} variant="primary">
          {t(words.add)}
        </LinkButton>
      ) : null}
    </>
  )
  const none = contacts.length === 0
  if (none && !chips.length && !filter.after) {
    return (
      <Page title={t(words.contacts)} lead={t(words.lead)}>
        <Empty icon={Users} title={t(words.none)} action={verbs}>
          {t(accountWords.noneBody)}
        </Empty>
      </Page>
    )
  }
  return (
    <Page
      title={t(words.contacts)}
      lead={t(words.lead)}
      actions={
        <>
          <ExportMenu to="/contacts/export" reason={none && !next ? t(exportWords.nothingHere) : null} />
          {verbs}
        </>
      }
    >
      <SavedViews of={views} />
      <FilterBar chips={chips} keep={{ sort: filter.sort === 'name' ? null : filter.sort, account: filter.account }}>
        <Input
          type="search"
          name="q"
          label={t(accountWords.search)}
          placeholder={t(words.searchHint)}
          defaultValue={filter.q ?? ''}
        />
        <Select
          name="language"
          label={t(fieldWords.language)}
          empty={t(uiWords.any)}
          defaultValue={filter.language ?? ''}
          options={languageOptions(t)}
        />
        <Select
          name="state"
          label={t(words.state)}
          empty={t(uiWords.any)}
          defaultValue={filter.state ?? ''}
          options={states}
        />
      </FilterBar>
      {none ? (
        <Empty icon={Users} title={t(next ? words.noneOnPage : words.noMatch)}>
          {t(accountWords.noMatchBody)}
        </Empty>
      ) : (
        <List rows={contacts} sort={filter.sort} />
      )}
      {total !== null && total > mostCounted ? (
        <p className="text-xs text-muted">{t(accountWords.many, { n: mostCounted })}</p>
      ) : null}
      <Pager shown={contacts.length} total={total === null || total > mostCounted ? null : total} next={next} />
    </Page>
  )
}

function List({ rows, sort }: { rows: ListedContact[]; sort: string }) {
  const t = useT()
  const columns: Column<ListedContact>[] = [
    { key: 'name', head: t(fieldWords.name), main: true, sort: 'name', cell: (row) => <Name of={row} /> },
    { key: 'account', head: t(words.account), cell: (row) => (row.accountId ? <Link to={`/accounts/${row.accountId}`} className="hover:text-accent hover:underline sm:break-keep">{row.accountName}</Link> : '–') }, // prettier-ignore
    {
      key: 'email',
      head: t(fieldWords.email),
      cell: (row) => (row.email === null ? '–' : <Email address={row.email} />),
    },
    {
      key: 'title',
      head: t(fieldWords.title),
      wide: true,
      cell: (row) => [row.department, row.title].filter(Boolean).join(' · ') || '–',
    },
    {
      key: 'language',
      head: t(fieldWords.language),
      wide: true,
      cell: (row) => (row.language ? languageName(t, row.language) : '–'),
    },
    {
      key: 'answer',
      head: t(words.lastAnswer),
      cell: (row) => (row.lastAnsweredAt ? <Time at={row.lastAnsweredAt} /> : '–'),
    },
    { key: 'state', head: t(words.state), cell: (row) => <>{row.state === 'active' ? t(words.active) : <Badge>{t(words[row.state])}</Badge>} {row.isTest ? <Badge tone="info">{t(words.test)}</Badge> : null} {row.isShared ? <Badge>{t(words.shared)}</Badge> : null}</> }, // prettier-ignore
  ]
  return <Table caption={t(words.contacts)} columns={columns} rows={rows} rowKey={(row) => row.id} sort={sort} />
}

/** An address, which breaks before its domain when it must. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <span>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

/** A name with its reading, by which the list is in order. */
function Name({ of }: { of: ListedContact }) {
  const t = useT()
  return (
    <>
      <Link to={`/contacts/${of.id}`} className="font-medium text-accent hover:underline sm:break-keep">
        {of.name || t(eraseWords.erasedPerson)}
      </Link>
      {of.nameKana ? <span className="block text-xs text-muted sm:break-keep">{of.nameKana}</span> : null}
    </>
  )
}
