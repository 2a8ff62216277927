import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FileUp } from 'lucide-react'
import { ImportState } from '#app/accounts/components/import-state.tsx'
import { importWords as words } from '#app/accounts/import-words.ts'
import { listImports } from '#app/accounts/list-imports.server.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'accounts.import', title: words.imports }

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  listImports(context.ctx, { after: new URL(request.url).searchParams.get('after') })

export default function Imports() {
  const t = useT()
  const format = useFormat()
  const { imports, next } = useLoaderData<typeof loader>()
  const start = (
    <LinkButton to="/imports/new" variant="primary" icon={FileUp}>
      {t(words.new)}
    </LinkButton>
  )
  return (
    <Page
      title={t(words.imports)}
      lead={t(words.lead)}
      crumbs={[{ label: t(accountWords.accounts), to: '/accounts' }]}
      actions={
        imports.length ? (
          <>
            <ExportMenu to="/imports/export" />
            {start}
          </>
        ) : undefined
      }
    >
      {imports.length === 0 ? (
        <Empty icon={FileUp} title={t(words.none)} action={start}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <>
          <Table
            caption={t(words.imports)}
            rows={imports}
            rowKey={(row) => row.id}
            columns={[
              { key: 'file', head: t(words.file), main: true, cell: (row) => <Link to={`/imports/${row.id}`} className="font-medium text-accent hover:underline">{row.fileName}</Link> }, // prettier-ignore
              { key: 'state', head: t(words.state), cell: (row) => <ImportState state={row.state} /> },
              {
                key: 'lines',
                head: t(words.lines),
                align: 'right',
                cell: (row) => (row.counts ? format.number(row.counts.lines) : '–'),
              },
              {
                key: 'rejected',
                head: t(words.rejected),
                align: 'right',
                cell: (row) => (row.counts ? format.number((row.applied ?? row.counts).rejected) : '–'),
              },
              { key: 'who', head: t(words.who), cell: (row) => row.byName ?? '–' },
              { key: 'when', head: t(words.when), cell: (row) => <Time at={row.createdAt} /> },
            ]}
          />
          <Pager shown={imports.length} next={next} />
        </>
      )}
    </Page>
  )
}
