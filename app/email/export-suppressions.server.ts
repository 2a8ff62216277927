import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { listSuppressions } from '#app/email/list-suppressions.server.ts'
import { suppressionReasonWords, suppressionWords as words } from '#app/email/words.ts'

interface Filter {
  q?: string
  lifted: boolean
}

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  return listSuppressions(ctx, { ...filter, after })
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const suppressionExport: ExportList<Row, Filter> = {
  name: 'suppressions',
  access: 'suppressions.edit',
  filter: ({ q, show }) => ({ q: q?.trim(), lifted: show === 'lifted' }),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'email', head: { en: 'E-mail', ja: 'メールアドレス' }, value: (row) => row.email },
    { key: 'reason', head: words.why, value: (row) => row.reason, word: (row) => suppressionReasonWords[row.reason] },
    { key: 'source', head: words.source, value: (row) => row.source },
    { key: 'at', head: words.since, value: (row, { iso }) => iso(row.at) },
    { key: 'lifted_at', head: words.liftedState, value: (row, { iso }) => iso(row.liftedAt) },
    { key: 'lift_reason', head: words.liftReason, value: (row) => row.liftReason },
  ],
}
