import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Download } from 'lucide-react'
import { listMyExports } from '#app/audit/export/list-my-exports.server.ts'
import {
  exportFormatWords,
  exportNames,
  exportStateWords,
  exportWords as words,
  type ExportName,
} from '#app/audit/export/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { frameWords } from '#app/ui/words.ts'

export const handle = { access: 'self.edit', title: words.mine }

export function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  return listMyExports(ctx, Object.fromEntries(new URL(request.url).searchParams))
}

const tones = { running: 'info', complete: 'success', aborted: 'neutral', failed: 'danger', lost: 'danger' } as const

export default function Exports() {
  const t = useT()
  const format = useFormat()
  const { exports, next } = useLoaderData<typeof loader>()
  return (
    <Page title={t(words.mine)} lead={t(words.mineLead)} crumbs={[{ label: t(frameWords.settings), to: '/settings' }]}>
      {exports.length === 0 ? (
        <Empty icon={Download} title={t(words.none)}>
          {t(words.noneBody)}
        </Empty>
      ) : (
        <>
          <Table
            caption={t(words.mine)}
            rows={exports}
            rowKey={(row) => row.id}
            columns={[
              { key: 'list', head: t(words.list), main: true, cell: (row) => t(exportNames[row.list as ExportName]) },
              { key: 'format', head: t(words.format), cell: (row) => t(exportFormatWords[row.format]) },
              {
                key: 'state',
                head: t(words.state),
                cell: (row) => <Badge tone={tones[row.state]}>{t(exportStateWords[row.state])}</Badge>,
              },
              { key: 'rows', head: t(words.rows), align: 'right', cell: (row) => format.number(row.rows) },
              {
                key: 'replaced',
                head: t(words.replaced),
                align: 'right',
                cell: (row) => (row.format === 'sjis' ? format.number(row.replaced) : '–'),
              },
              { key: 'started', head: t(words.started), cell: (row) => <Time at={row.startedAt} absolute /> },
            ]}
          />
          <Pager shown={exports.length} next={next} />
        </>
      )}
    </Page>
  )
}
