import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { Message } from '#app/email/template.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { listListeners } from '#app/notifications/get-choices.server.ts'
import { readDigest } from '#app/notifications/read-digest.server.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { afterQuiet } from '#app/notifications/quiet.ts'
import { newId } from '#app/platform/ids.server.ts'
import { notifications } from '#db/schema/notifications.ts'

const step = 100

/**
 * The job of every quarter of an hour: writes to each person whose digest is due, one mail with all that waits. What
 * fails for one keeps nobody else's; the job fails in the end, and comes again.
 */
export const sendDigests =
  (tellers: Tellers): JobHandler =>
  async (ctx, run) => {
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
      for (const { userId } of due) await sendDigest(ctx, tellers, userId).catch((error) => (failure ??= error))
      const last = due.at(-1)
      if (!last) break
      from = last.userId
      if (run.stopping()) return { again: ctx.now() }
    }
    if (failure !== undefined) throw failure
  }

/**
 * Takes what waits for somebody's digest, in the transaction that puts its mail into the outbox: of two workers the
 * second finds nothing. What needs no telling any more is taken and not told; when nothing is left, no mail is written.
 */
export async function sendDigest(ctx: Ctx, tellers: Tellers, userId: string): Promise<void> {
  await write(ctx, async (ctx) => {
    const now = ctx.now()
    const digestId = newId('dig', now)
    const taken = await ctx.tx
      .update(notifications)
      .set({ digestAt: null, digestId })
      .where(and(eq(notifications.userId, userId), lte(notifications.digestAt, now)))
      .returning({ kind: notifications.kind })
    const [first] = taken
    if (!first) return
    const reader = await findReader(ctx, userId)
    const [listener] = await listListeners(ctx, first.kind, [userId])
    if (!reader || !listener || (await readDigest(ctx, tellers, reader, digestId)).total === 0) return
    const dueAt = afterQuiet(now, listener.zone, listener.quiet)
    await enqueueMessage(ctx, {
      key: `digest/${digestId}`,
      stream: 'staff',
      template: 'notifications.digest',
      payload: { digestId },
      to: { email: listener.email, userId },
      ref: { kind: 'digest', id: digestId },
      ...(dueAt > now && { dueAt }),
    })
  })
}

/** Before-send guard of the stream: a digest of which nothing is left isn't sent. */
export const guardDigest =
  (tellers: Tellers) =>
  async (ctx: TxCtx, message: Message): Promise<string | null> => {
    if (message.refKind !== 'digest') return null
    const reader = await findReader(ctx, message.userId)
    if (!reader) return 'user_ended'
    return (await readDigest(ctx, tellers, reader, message.refId)).total === 0 ? 'nothing_left' : null
  }
