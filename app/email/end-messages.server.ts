import { inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { tellSettled, type MailStreams } from '#app/email/settled.server.ts'
import type { Message } from '#app/email/template.ts'
import { DAY } from '#app/platform/day.ts'
import { messageBodies, messages } from '#db/schema/email.ts'

/** What was written in a mail is kept this long after its end. */
export const keepBodies = 7 * DAY

/** Stops or fails messages for good, and tells their streams. */
export async function endMessages(
  ctx: TxCtx,
  streams: MailStreams,
  list: Message[],
  end: { state: 'stopped' | 'failed'; reason: string; lastError?: string },
): Promise<void> {
  const ids = list.map((message) => message.id)
  await ctx.tx
    .update(messages)
    .set({
      state: end.state,
      stopReason: end.reason,
      leaseBy: null,
      leaseUntil: null,
      ...(end.lastError !== undefined && { lastError: end.lastError }),
    })
    .where(inArray(messages.id, ids))
  await expireBodies(ctx, ids)
  await tellSettled(ctx, streams, list, end.state)
}

/** From now on the texts of these messages have seven days to live. */
export async function expireBodies(ctx: TxCtx, ids: string[]): Promise<void> {
  await ctx.tx
    .update(messageBodies)
    .set({ expiresAt: ctx.now() + keepBodies })
    .where(inArray(messageBodies.messageId, ids))
}
