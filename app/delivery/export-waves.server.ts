import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { listWaves } from '#app/delivery/list-waves.server.ts'
import { deliveryWords as words, waveStateWords } from '#app/delivery/words.ts'
import { surveyWords } from '#app/surveys/words.ts'

interface Filter {
  program: string
}

const page = async (ctx: Ctx, { program }: Filter) => ({ rows: await listWaves(ctx, program), next: null })

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** The waves of one program, as its page lists them. */
export const waveExport: ExportList<Row, Filter> = {
  name: 'waves',
  access: 'programs.read',
  filter: ({ program = '' }) => ({ program }),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'launched_at', head: words.launchedAt, value: (row, { iso }) => iso(row.createdAt) },
    { key: 'ended_at', head: words.endedAt, value: (row, { iso }) => iso(row.endedAt) },
    { key: 'state', head: surveyWords.state, value: (row) => row.state, word: (row) => waveStateWords[row.state] },
    { key: 'version', head: words.version, value: (row) => row.version },
    { key: 'audience', head: words.audience, value: (row) => row.counts?.audience },
    { key: 'invited', head: words.invited, value: (row) => row.counts?.invited },
  ],
}
