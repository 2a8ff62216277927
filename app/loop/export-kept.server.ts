import { keptKindWords, undoWords as words } from '#app/accounts/import-undo-words.ts'
import { importId } from '#app/accounts/import.ts'
import { readReason } from '#app/accounts/undo/kept.ts'
import { sayKept } from '#app/accounts/undo/say-kept.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { exportStep, type ExportList } from '#app/audit/export/export-list.ts'
import { NotFound } from '#app/platform/errors.ts'
import { listKept } from '#app/loop/list-kept.server.ts'

async function page(ctx: Ctx, filter: { import: string }, after: string | null) {
  if (!importId.safeParse(filter.import).success) throw new NotFound()
  const { kept, next } = await listKept(ctx, filter.import, { after, size: exportStep })
  return { rows: kept, next }
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** What undoing an import left as it is, and why. */
export const keptExport: ExportList<Row, { import: string }> = {
  name: 'kept',
  access: 'accounts.import',
  filter: ({ import: id = '' }) => ({ import: id }),
  page,
  columns: [
    { key: 'id', head: words.importColumn, value: (row) => row.id },
    { key: 'kind', head: words.what, value: (row) => row.kind, word: (row) => keptKindWords[row.kind] },
    { key: 'name', head: words.name, value: (row, { day }) => row.name ?? day(row.day) },
    { key: 'reason', head: { en: 'Reason', ja: '理由コード' }, value: (row) => readReason(row.reason).reason },
    { key: 'why', head: words.why, value: (row, { t }) => sayKept(t, row.kind, row.reason) },
  ],
}
