import { and, asc, gt } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, write, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { MINUTE } from '#app/platform/day.ts'
import { rowsLock } from '#db/lock.ts'
import { cases } from '#db/schema/cases.ts'

const batch = 200
/** Milliseconds in which changes of calendars are gathered. */
const window = 5 * MINUTE
const lockCases = rowsLock(cases, cases.id)

/**
 * Job `cases.sla-remark`: counts anew when each open case comes to its next mark, since calendars have changed. What is due
 * stays as it was promised.
 */
export const remarkCases: JobHandler = async (ctx, run) => {
  for (let after = ''; ;) {
    const ids = await write(as(ctx, system('sla')), async (ctx) => {
      const rows = await ctx.tx
        .select({ id: cases.id })
        .from(cases)
        .where(and(gt(cases.id, after), isOpen))
        .orderBy(asc(cases.id))
        .limit(batch)
      const ids = rows.map((row) => row.id)
      await lockCases(ctx.tx, ids)
      for (const id of ids) await remark(ctx, id)
      return ids
    })
    if (ids.length < batch) return
    if (run.stopping()) return { again: ctx.now() }
    after = ids.at(-1)!
  }
}

/** Subscriber of what changes working time, or whose somebody goes by: once in five minutes at most. */
export async function remarkSoon(ctx: Ctx): Promise<void> {
  const runAt = (Math.floor(ctx.now() / window) + 1) * window
  await write(ctx, (ctx) => enqueue(ctx, { kind: 'cases.sla-remark', key: `sla-remark/${runAt}`, runAt }))
}
