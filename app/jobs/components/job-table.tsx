import { JobAction } from '#app/jobs/components/job-action.tsx'
import { jobStateWords, jobWords as words } from '#app/jobs/words.ts'
import type { jobStates } from '#db/enums/jobs.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

export interface JobRow {
  id: string
  kind: string
  state: (typeof jobStates)[number]
  attempt: number
  maxAttempts: number
  progress: { done: number; total: number } | null
  lastError: string | null
  runAt: number
  createdAt: number
  endedAt: number | null
}

const tones: Record<JobRow['state'], Tone> = {
  ready: 'neutral',
  running: 'info',
  done: 'success',
  dead: 'danger',
  uncertain: 'warning',
  cancelled: 'neutral',
}

export function JobTable({ rows, tab }: { rows: JobRow[]; tab: string }) {
  const t = useT()
  const format = useFormat()
  const open = (row: JobRow) => row.state === 'ready' || row.state === 'running'
  const again = (row: JobRow) =>
    row.state === 'dead' || row.state === 'uncertain' || (row.state === 'ready' && row.attempt > 0)
  return (
    <Table
      caption={t(words.jobsTitle)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          head: t(words.kind),
          main: true,
          cell: (row) => <span className="font-mono text-xs break-all">{row.kind}</span>,
        },
        {
          key: 'state',
          head: t(words.state),
          cell: (row) => <Badge tone={tones[row.state]}>{t(jobStateWords[row.state])}</Badge>,
        },
        {
          key: 'tries',
          head: t(words.tries),
          align: 'right',
          cell: (row) => t(words.triesOf, { n: row.attempt, most: row.maxAttempts }),
        },
        {
          key: 'progress',
          head: t(words.progress),
          wide: true,
          cell: (row) =>
            row.progress ? `${format.number(row.progress.done)} / ${format.number(row.progress.total)}` : '–',
        },
        {
          key: 'error',
          head: t(words.error),
          cell: (row) => (row.lastError ? <code className="text-xs break-all">{row.lastError}</code> : '–'),
        },
        {
          key: 'when',
          head: t(row0(rows) ? words.next : words.when),
          cell: (row) => <Time at={row.endedAt ?? (row.state === 'ready' ? row.runAt : row.createdAt)} />,
        },
        {
          key: 'what',
          head: t(words.what),
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              {again(row) ? <JobAction intent="retry" id={row.id} tab={tab} label={t(words.retry)} /> : null}
              {open(row) ? (
                <JobAction intent="cancel" id={row.id} tab={tab} label={t(words.cancel)} variant="quiet" />
              ) : null}
            </span>
          ),
        },
      ]}
    />
  )
}

const row0 = (rows: JobRow[]) => rows[0]?.state === 'ready'
