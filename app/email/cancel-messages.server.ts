import { and, eq, sql } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { messages } from '#db/schema/email.ts'

/**
 * Takes back the mails about something that nobody has tried to send yet. What is on its way stays on its way:
 * it may already have left. Recorded by the caller's own event.
 * @returns the ids of those that were cancelled
 */
export function cancelMessages(ctx: Ctx, ref: { refKind: string; refId: string; reason?: string }): Promise<string[]> {
  return write(ctx, async (ctx) => {
    const cancelled = await ctx.tx
      .update(messages)
      .set({ state: 'cancelled', stopReason: ref.reason ?? 'cancelled', leaseBy: null, leaseUntil: null })
      .where(and(eq(messages.refKind, ref.refKind), eq(messages.refId, ref.refId), sql`${messages.state} = 'queued'`))
      .returning({ id: messages.id })
    return cancelled.map((row) => row.id)
  })
}
