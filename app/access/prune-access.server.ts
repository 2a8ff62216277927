import { setImmediate as nextTurn } from 'node:timers/promises'
import { inArray, lt } from 'drizzle-orm'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { dropExpiredFiles } from '#app/platform/files.server.ts'
import { savedViews, sessions, userTokens } from '#db/schema/access.ts'

const step = 200
const keepOver = 30 * DAY

/** Drops files whose time is over, and sessions, links and deleted views that have been over for a month. */
export const pruneAccess: JobHandler = async (ctx, run) => {
  const { store } = ctx
  for (;;) {
    const before = ctx.now() - keepOver
    const files = await dropExpiredFiles(store, ctx.now())
    let rows = 0
    for (const table of [sessions, userTokens]) {
      const old = await store.db.select({ id: table.id }).from(table).where(lt(table.expiresAt, before)).limit(step)
      const ids = old.map((row) => row.id)
      if (ids.length) await store.write((tx) => tx.delete(table).where(inArray(table.id, ids)))
      rows += ids.length
    }
    const views = await store.db
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(lt(savedViews.deletedAt, before))
      .limit(step)
    if (views.length)
      await store.write((tx) => tx.delete(savedViews).where(inArray(savedViews.id, views.map((row) => row.id)))) // prettier-ignore
    rows += views.length
    if (!files && !rows) return
    if (run.stopping()) return { again: ctx.now() }
    await nextTurn()
  }
}
