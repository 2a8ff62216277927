import { Link } from '@remix-run/react'
import { keptKindWords, undoWords as words } from '#app/accounts/import-undo-words.ts'
import type { KeptKind } from '#app/accounts/undo/kept.ts'
import { sayKept } from '#app/accounts/undo/say-kept.ts'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'

export interface KeptRow {
  id: string
  kind: KeptKind
  reason: string
  name: string | null
  day: number | null
}

const paths: Record<KeptKind, string> = {
  account: 'accounts',
  contact: 'contacts',
  answer: 'responses',
  program: 'programs',
}

/** What undoing an import left, row by row, and all of it as a file. */
export function KeptRows({ id, rows, next }: { id: string; rows: KeptRow[]; next: string | null }) {
  const t = useT()
  const format = useFormat()
  if (!rows.length) return null
  return (
    <Section title={t(words.stay)} actions={<ExportMenu to={`/imports/${id}/kept`} />}>
      <Table
        caption={t(words.stay)}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: t(words.name),
            main: true,
            cell: (row) => (
              <Link to={`/${paths[row.kind]}/${row.id}`} className="font-medium text-accent hover:underline">
                {row.name ?? (row.day === null ? row.id : format.day(row.day))}
              </Link>
            ),
          },
          { key: 'what', head: t(words.what), cell: (row) => t(keptKindWords[row.kind]) },
          { key: 'why', head: t(words.why), cell: (row) => sayKept(t, row.kind, row.reason) },
        ]}
      />
      <Pager shown={rows.length} next={next} />
    </Section>
  )
}
