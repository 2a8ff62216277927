import { setImmediate } from 'node:timers/promises'
import { inArray, lt } from 'drizzle-orm'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'

/** How long it is known who opened which link. */
export const daysKept = 90
const batch = 200

/** Job `responses.prune_touches`: forgets who opened which link after 90 days. */
export const pruneTouches: JobHandler = async (ctx, run) => {
  const before = ctx.now() - daysKept * DAY
  while (!run.stopping()) {
    const old = await ctx.store.db.select({ id: touches.id }).from(touches).where(lt(touches.at, before)).limit(batch)
    if (!old.length) break
    const ids = old.map((touch) => touch.id)
    await ctx.store.write((tx) => tx.delete(touches).where(inArray(touches.id, ids)))
    await setImmediate()
  }
  while (!run.stopping()) {
    const old = await ctx.store.db
      .select({ id: clicks.invitationId })
      .from(clicks)
      .where(lt(clicks.at, before))
      .limit(batch)
    if (!old.length) return
    const ids = old.map((click) => click.id)
    await ctx.store.write((tx) => tx.delete(clicks).where(inArray(clicks.invitationId, ids)))
    await setImmediate()
  }
  return { again: ctx.now() }
}
