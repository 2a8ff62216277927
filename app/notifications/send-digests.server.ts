import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { afterQuiet } from '#app/notifications/quiet.ts'
import { newId } from '#app/platform/ids.server.ts'
import { notifications } from '#db/schema/notifications.ts'

const step = 100

/**
 * The job of every quarter of an hour: writes to each person whose digest is due, one mail with all that waits. What
 * fails for one keeps nobody else's; the job fails in the end, and comes again.
 */
export const sendDigests: JobHandler = async (ctx, run) => {
  const now = ctx.now()
  let from = ''
  let failure: unknown
  for (;;) {
    const due = await ctx.store.db
      .selectDistinct({ userId: notifications.userId })
      .from(notifications)
      .where(and(lte(notifications.digestAt, now), gt(notifications.userId, from)))
      .orderBy(asc(notifications.userId))
      .limit(step)
    for (const { userId } of due) await sendDigest(ctx, userId).catch((error) => (failure ??= error))
    const last = due.at(-1)
    if (!last) break
    from = last.userId
    if (run.stopping()) return { again: ctx.now() }
  }
  if (failure !== undefined) throw failure
}

/**
 * Takes what waits for somebody's digest, in the transaction that puts its mail into the outbox: of two workers the
 * second finds nothing. Whether anything of it still needs telling is asked before the mail is sent.
 */
export async function sendDigest(ctx: Ctx, userId: string): Promise<void> {
  await write(ctx, async (ctx) => {
    const now = ctx.now()
    const digestId = newId('dig', now)
    const taken = await ctx.tx
      .update(notifications)
      .set({ digestAt: null, digestId })
      .where(and(eq(notifications.userId, userId), lte(notifications.digestAt, now)))
      .returning({ id: notifications.id })
    if (!taken.length) return
    const reader = await findReader(ctx, userId)
    if (!reader) return
    const dueAt = afterQuiet(now, reader.zone, reader.quiet)
    await enqueueMessage(ctx, {
      key: `digest/${digestId}`,
      stream: 'staff',
      template: 'notifications.digest',
      payload: { digestId },
      to: { email: reader.email, userId },
      ref: { kind: 'digest', id: digestId },
      ...(dueAt > now && { dueAt }),
    })
  })
}
