import { inArray, or, sql, type SQL } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { Holder, Job } from '#app/jobs/job.ts'
import { skipLocked } from '#db/fragments.ts'
import { statement } from '#db/statement.ts'
import { jobs } from '#db/schema/jobs.ts'

const waiting = (now: unknown) => sql`${jobs.state} = 'ready' and ${jobs.runAt} <= ${now}`
/** Its worker died, or stood still for longer than a lease. */
const lost = (now: unknown) => sql`${jobs.state} = 'running' and ${jobs.leaseUntil} < ${now}`

const anyDue = statement((db) => {
  const now = sql.placeholder('now')
  return db
    .select({ id: jobs.id })
    .from(jobs)
    .where(or(waiting(now), lost(now)))
    .limit(1)
})

/**
 * Takes what is due for this worker: at most `most` jobs, the longest due first. The try is counted now, so that a
 * job that kills its process is given up too. Two workers never take the same one.
 */
export async function claimJobs(ctx: Ctx, holder: Holder, most: number): Promise<Job[]> {
  const now = ctx.now()
  const [due] = await anyDue(ctx.store.db, { now })
  if (!due || most < 1) return [] // asking costs no write

  return write(ctx, async ({ tx }) => {
    // Ended as text, since only PostgreSQL's builder knows how to end a query with a lock.
    const take = (which: SQL, n: number) =>
      tx
        .select({ id: jobs.id, attempt: jobs.attempt, maxAttempts: jobs.maxAttempts })
        .from(jobs)
        .where(sql`${which} order by ${jobs.runAt} limit ${n} ${skipLocked()}`)
    const found = await take(lost(now), most)
    if (found.length < most) found.push(...(await take(waiting(now), most - found.length)))
    const spent = found.filter((job) => job.attempt >= job.maxAttempts).map((job) => job.id)
    const mine = found.filter((job) => job.attempt < job.maxAttempts).map((job) => job.id)
    if (spent.length) {
      await tx
        .update(jobs)
        .set({
          state: 'dead',
          leaseBy: null,
          leaseUntil: null,
          endedAt: now,
          lastError: sql`coalesce(${jobs.lastError}, 'its process ended')`,
        })
        .where(inArray(jobs.id, spent))
    }
    if (!mine.length) return []
    return tx
      .update(jobs)
      .set({
        state: 'running',
        attempt: sql`${jobs.attempt} + 1`,
        leaseBy: holder.name,
        leaseUntil: now + holder.lease,
      })
      .where(inArray(jobs.id, mine))
      .returning()
  })
}
