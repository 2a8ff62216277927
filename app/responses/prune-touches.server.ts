import { setImmediate } from 'node:timers/promises'
import { inArray, lt } from 'drizzle-orm'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'

/** How long it is known who opened which link. */
export const daysKept = 90
const batch = 200

const forgotten = [
  { table: touches, id: touches.id, at: touches.at },
  { table: clicks, id: clicks.invitationId, at: clicks.at },
]

/** Job `responses.prune_touches`: forgets who opened which link after 90 days. */
export const pruneTouches: JobHandler = async (ctx, run) => {
  const before = ctx.now() - daysKept * DAY
  for (const { table, id, at } of forgotten)
    for (;;) {
      if (run.stopping()) return { again: ctx.now() }
      const old = await ctx.store.db.select({ id }).from(table).where(lt(at, before)).limit(batch)
      if (!old.length) break
      const ids = old.map((row) => row.id)
      await ctx.store.write((tx) => tx.delete(table).where(inArray(id, ids)))
      await setImmediate()
    }
}
