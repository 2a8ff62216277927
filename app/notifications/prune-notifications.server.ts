import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, gt, inArray, lt } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { notifications } from '#db/schema/notifications.ts'

const step = 200
const keepRead = 90 * DAY
const keepUnread = 365 * DAY

/** Forgets what was read and is older than 90 days, and after a year the rest. */
export const pruneNotifications: JobHandler = async (ctx, run) => {
  const now = ctx.now()
  let from = ''
  for (;;) {
    const old = await ctx.store.db
      .select({ id: notifications.id, at: notifications.at, readAt: notifications.readAt })
      .from(notifications)
      .where(and(gt(notifications.id, from), lt(notifications.id, firstId('ntf', now - keepRead))))
      .orderBy(asc(notifications.id))
      .limit(step)
    if (!old.length) return
    from = old.at(-1)!.id
    const gone = old.filter(({ at, readAt }) => readAt !== null || at < now - keepUnread).map(({ id }) => id)
    if (gone.length) await write(ctx, async ({ tx }) => tx.delete(notifications).where(inArray(notifications.id, gone)))
    if (run.stopping()) return { again: ctx.now() }
    await nextTurn()
  }
}
