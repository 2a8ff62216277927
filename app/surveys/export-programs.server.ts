import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { programKindWords, programStateWords, surveyWords as words } from '#app/surveys/words.ts'
import { metricWords } from '#app/ui/class-words.ts'

interface Filter {
  archived: boolean
}

/** Few enough for one step, as on their page. */
const page = async (ctx: Ctx, filter: Filter) => ({ rows: await listPrograms(ctx, filter), next: null })

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const programExport: ExportList<Row, Filter> = {
  name: 'programs',
  access: 'programs.read',
  filter: ({ show }) => ({ archived: show === 'archived' }),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'name', head: words.name, value: (row) => row.name },
    { key: 'metric', head: words.metricShort, value: (row) => row.metric, word: (row) => metricWords[row.metric] },
    { key: 'kind', head: words.kindShort, value: (row) => row.kind, word: (row) => programKindWords[row.kind] },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => programStateWords[row.state] },
    { key: 'version', head: { en: 'Wording version', ja: '文面のバージョン' }, value: (row) => row.version },
    { key: 'updated_at', head: { en: 'Updated', ja: '更新日時' }, value: (row, { iso }) => iso(row.updatedAt) },
  ],
}
