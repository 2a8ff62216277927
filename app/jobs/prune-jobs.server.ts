import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, inArray, lt } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { jobs } from '#db/schema/jobs.ts'

const step = 200
const keepDone = 3 * DAY

/** Forgets jobs that are done or cancelled for three days. Dead and uncertain ones stay until somebody has decided. */
export const pruneJobs: JobHandler = async (ctx, run) => {
  for (;;) {
    const old = await ctx.store.db
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(inArray(jobs.state, ['done', 'cancelled']), lt(jobs.endedAt, ctx.now() - keepDone)))
      .limit(step)
    if (!old.length) return
    await write(ctx, async ({ tx }) =>
      tx.delete(jobs).where(
        inArray(
          jobs.id,
          old.map((row) => row.id),
        ),
      ),
    )
    if (run.stopping()) return { again: ctx.now() }
    await nextTurn()
  }
}
