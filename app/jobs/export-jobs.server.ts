import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { jobTabs, type JobTab } from '#app/jobs/job-tab.ts'
import { listJobs } from '#app/jobs/list-jobs.server.ts'
import { jobStateWords, jobWords as words } from '#app/jobs/words.ts'

interface Filter {
  tab: JobTab
}

async function page(ctx: Ctx, filter: Filter, after: string | null) {
  return listJobs(ctx, { ...filter, after })
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

export const jobExport: ExportList<Row, Filter> = {
  name: 'jobs',
  access: 'jobs.read',
  filter: ({ tab }) => ({ tab: jobTabs.find((one) => one === tab) ?? 'waiting' }),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'kind', head: words.kind, value: (row) => row.kind },
    { key: 'state', head: words.state, value: (row) => row.state, word: (row) => jobStateWords[row.state] },
    { key: 'tries', head: words.tries, value: (row) => row.attempt },
    { key: 'most_tries', head: { en: 'Tries at most', ja: '最大試行回数' }, value: (row) => row.maxAttempts },
    { key: 'done', head: words.progress, value: (row) => row.progress?.done },
    { key: 'total', head: { en: 'Of', ja: '全体' }, value: (row) => row.progress?.total },
    { key: 'error', head: words.error, value: (row) => row.lastError },
    { key: 'made_at', head: words.made, value: (row, { iso }) => iso(row.createdAt) },
    { key: 'run_at', head: words.next, value: (row, { iso }) => iso(row.runAt) },
    { key: 'ended_at', head: { en: 'Ended', ja: '終了' }, value: (row, { iso }) => iso(row.endedAt) },
  ],
}
