import { and, eq, inArray } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { expireBodies } from '#app/email/end-messages.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { Conflict } from '#app/platform/errors.ts'
import { messageBodies, messages } from '#db/schema/email.ts'

/**
 * Sends a failed or uncertain mail again, under a new key: of an uncertain one the reader may get two.
 * @throws Conflict when it is in another state
 */
export async function retryMessage(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(messages)
      .set({
        state: 'queued',
        batchId: null,
        attempt: 0,
        dueAt: ctx.now(),
        firstTryAt: null,
        stopReason: null,
        lastError: null,
      })
      .where(and(eq(messages.id, id), inArray(messages.state, ['failed', 'uncertain'])))
      .returning({ stream: messages.stream })
    if (!row) throw new Conflict('message_not_ended')
    await ctx.tx.update(messageBodies).set({ expiresAt: null }).where(eq(messageBodies.messageId, id))
    await recordEvent(ctx, { type: 'email.retried', subject: { kind: 'message', id }, data: { stream: row.stream } })
  })
  wakeWorker()
}

/**
 * Somebody has looked at the provider: an uncertain mail was sent. Its stream is told by a job.
 * @throws Conflict when it isn't uncertain any more
 */
export async function confirmMessageSent(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(messages)
      .set({ state: 'sent', sentAt: ctx.now(), stopReason: null })
      .where(and(eq(messages.id, id), eq(messages.state, 'uncertain')))
      .returning({ stream: messages.stream })
    if (!row) throw new Conflict('message_not_uncertain')
    await expireBodies(ctx, [id])
    await enqueue(ctx, {
      kind: 'email.settled',
      key: `email-settled/${id}/sent`,
      payload: { message: id, outcome: 'sent' },
    })
    await recordEvent(ctx, {
      type: 'email.confirmed_sent',
      subject: { kind: 'message', id },
      data: { stream: row.stream },
    })
  })
}
