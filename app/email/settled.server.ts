import { eq } from 'drizzle-orm'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import type { MailOutcome, MailStream, Message } from '#app/email/template.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { log } from '#app/platform/log.server.ts'
import { errorText } from '#app/jobs/error-text.ts'
import { savepoint } from '#db/savepoint.ts'
import { messages } from '#db/schema/email.ts'

export type MailStreams = Partial<Record<string, MailStream>>

/**
 * Tells each message's stream how it ended, in the transaction that acknowledges. A stream that throws can't undo
 * the acknowledgement, or the mail would be sent again: it is told again by a job.
 */
export async function tellSettled(
  ctx: TxCtx,
  streams: MailStreams,
  list: Message[],
  outcome: MailOutcome,
): Promise<void> {
  for (const message of list) {
    const { settled } = streams[message.stream] ?? {}
    if (!settled) continue
    try {
      await savepoint(ctx.tx, (tx) => settled({ ...ctx, tx }, message, outcome))
    } catch (error) {
      log.error({ message: message.id, outcome, error: errorText(error) }, 'a stream could not take how its mail ended')
      await enqueue(ctx, {
        kind: 'email.settled',
        key: `email-settled/${message.id}/${outcome}`,
        payload: { message: message.id, outcome },
      })
    }
  }
}

/** The job that tells a stream again. */
export const tellAgain =
  (streams: MailStreams): JobHandler =>
  async (ctx, run) => {
    const { message: id, outcome } = run.payload as { message: string; outcome: MailOutcome }
    await write(ctx, async (ctx) => {
      const [message] = await ctx.tx.select().from(messages).where(eq(messages.id, id))
      if (message) await streams[message.stream]?.settled?.(ctx, message, outcome)
    })
  }
