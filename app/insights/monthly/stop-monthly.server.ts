import { and, eq } from 'drizzle-orm'
import { as, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findLink } from '#app/insights/monthly/monthly-links.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { monthlyRecipients } from '#db/schema/insights.ts'

/**
 * Who got the mail wishes it no longer, or again. Their link is the proof; a wish stands though the link has ended.
 * @throws NotFound when the link isn't ours, or an admin has taken them off the list
 */
export async function stopMonthly(ctx: Ctx, token: string, wish: 'stopped' | 'active'): Promise<void> {
  const link = await findLink(ctx, token)
  const id = link?.recipientId
  if (!id) throw new NotFound()
  await write(as(ctx, { kind: 'contact', id: null }), async (ctx) => {
    const from = wish === 'stopped' ? 'active' : 'stopped'
    const [changed] = await ctx.tx
      .update(monthlyRecipients)
      .set({ state: wish, changedAt: ctx.now() })
      .where(and(eq(monthlyRecipients.id, id), eq(monthlyRecipients.state, from)))
      .returning({ id: monthlyRecipients.id })
    if (!changed) return // said before
    const type = wish === 'stopped' ? 'insights.recipient_stopped' : 'insights.recipient_returned'
    await recordEvent(ctx, { type, subject: { kind: 'recipient', id } })
  })
}
