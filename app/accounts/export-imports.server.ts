import { importStateWords, importWords as words } from '#app/accounts/import-words.ts'
import { listImports } from '#app/accounts/list-imports.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'

async function page(ctx: Ctx, _filter: object, after: string | null) {
  const { imports, next } = await listImports(ctx, { after })
  return { rows: imports, next }
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const importExport: ExportList<Row, object> = {
  name: 'imports',
  access: 'accounts.import',
  filter: () => ({}),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'file', head: words.file, value: (row) => row.fileName },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => importStateWords[row.state] },
    { key: 'lines', head: words.lines, value: (row) => row.counts?.lines },
    { key: 'rejected', head: words.rejected, value: (row) => (row.applied ?? row.counts)?.rejected },
    { key: 'by', head: words.who, value: (row) => row.byName },
    { key: 'at', head: words.when, value: (row, { iso }) => iso(row.createdAt) },
  ],
}
