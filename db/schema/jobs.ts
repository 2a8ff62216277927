import { jobStates } from '#db/enums/jobs.ts'
import { k } from '#db/kit.ts'

export * from '#db/enums/jobs.ts'

export interface Progress {
  done: number
  total: number
  /** A code of the job's own stages, shown through the message catalogue. */
  stage?: string
}

export const jobs = k.table(
  'jobs',
  {
    id: k.text('id').primaryKey(),
    kind: k.text('kind').notNull(),
    key: k.text('key').notNull(),
    /** Ids, codes and numbers only. */
    payload: k.json<Record<string, unknown>>('payload').notNull(),
    state: k.oneOf('state', jobStates).notNull(),
    runAt: k.big('run_at').notNull(),
    attempt: k.int('attempt').notNull(),
    maxAttempts: k.int('max_attempts').notNull(),
    /** Who holds it: `host/pid/random`. */
    leaseBy: k.text('lease_by'),
    leaseUntil: k.big('lease_until'),
    progress: k.json<Progress>('progress'),
    lastError: k.text('last_error'),
    createdAt: k.big('created_at').notNull(),
    endedAt: k.big('ended_at'),
  },
  (t) => [
    k.uniqueIndex('jobs_key').on(t.key),
    k.index('jobs_state_run').on(t.state, t.runAt),
    k.index('jobs_state').on(t.state, t.id),
  ],
)

export const schedules = k.table('schedules', {
  name: k.text('name').primaryKey(),
  cron: k.text('cron').notNull(),
  zone: k.text('zone').notNull(),
  nextRunAt: k.big('next_run_at').notNull(),
})
