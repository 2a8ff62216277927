import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { newId } from '#app/platform/ids.server.ts'
import { statement } from '#db/statement.ts'
import { jobs } from '#db/schema/jobs.ts'

export interface NewJob {
  /** Which handler of `app/subscriptions.server.ts` does it. */
  kind: string
  /** One job per purpose, for good: `import/<id>/apply`. */
  key: string
  /** Ids, codes and numbers only. */
  payload?: Record<string, unknown>
  /** Milliseconds UTC; now when left out. */
  runAt?: number
  /** Tries before it is given up, with growing pauses: 8 take about four hours. */
  maxAttempts?: number
}

const insert = statement((db) =>
  db
    .insert(jobs)
    .values({
      id: sql.placeholder('id'),
      kind: sql.placeholder('kind'),
      key: sql.placeholder('key'),
      payload: sql.placeholder('payload'),
      state: 'ready',
      runAt: sql.placeholder('runAt'),
      attempt: 0,
      maxAttempts: sql.placeholder('maxAttempts'),
      createdAt: sql.placeholder('createdAt'),
    })
    .onConflictDoNothing({ target: jobs.key })
    .returning({ id: jobs.id }),
)
const byKey = statement((db) =>
  db
    .select({ id: jobs.id })
    .from(jobs)
    .where(eq(jobs.key, sql.placeholder('key'))),
)

/**
 * Adds a job in the transaction of the change that needs it: both stand, or neither does.
 * @returns its id; a key that is known gives the id of the job that has it, whatever became of it
 */
export async function enqueue(ctx: TxCtx, job: NewJob): Promise<string> {
  const at = ctx.now()
  const [made] = await insert(ctx.tx, {
    id: newId('job', at),
    kind: job.kind,
    key: job.key,
    payload: job.payload ?? {},
    runAt: job.runAt ?? at,
    maxAttempts: job.maxAttempts ?? 8,
    createdAt: at,
  })
  wakeWorker()
  if (made) return made.id
  const [known] = await byKey(ctx.tx, { key: job.key })
  return known!.id
}
