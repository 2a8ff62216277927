import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { write, type TxCtx } from '#app/audit/context.server.ts'
import { deliveryOf, movesForward, type Delivery } from '#app/email/delivery.ts'
import { tellSettled, type MailStreams } from '#app/email/settled.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { messages, providerEvents } from '#db/schema/email.ts'

type Report = typeof providerEvents.$inferSelect

/** Applies what is known of these provider ids and has waited for our own commit. */
export async function applyEventsOf(ctx: TxCtx, streams: MailStreams, providerIds: string[]): Promise<void> {
  if (!providerIds.length) return
  const waiting = await ctx.tx
    .select()
    .from(providerEvents)
    .where(and(inArray(providerEvents.providerId, providerIds), isNull(providerEvents.appliedAt)))
    .orderBy(providerEvents.at, providerEvents.id)
  for (const report of waiting) await applyEvent(ctx, streams, report)
}

/**
 * Brings one report of the provider to its message, which only moves forward: a late "delivered" doesn't undo a
 * complaint. A permanent bounce and a complaint suppress the address.
 * @returns false when the message isn't known (yet): the report waits
 */
export async function applyEvent(ctx: TxCtx, streams: MailStreams, report: Report): Promise<boolean> {
  const [message] = await ctx.tx.select().from(messages).where(eq(messages.providerId, report.providerId))
  if (!message) return false
  await ctx.tx
    .update(providerEvents)
    .set({ appliedAt: ctx.now(), messageId: message.id })
    .where(eq(providerEvents.id, report.id))

  const delivery = deliveryOf(report.type, report.detail)
  if (!delivery || !movesForward(message.delivery as Delivery, delivery)) return true
  const [moved] = await ctx.tx.update(messages).set({ delivery }).where(eq(messages.id, message.id)).returning()
  if (delivery === 'bounced' || delivery === 'complained') {
    const reason = delivery === 'complained' ? 'complaint' : report.type === 'email.suppressed' ? 'provider' : 'bounce'
    await suppressAddress(ctx, { email: message.toEmail, reason, source: message.provider ?? 'provider' })
    await tellSettled(ctx, streams, [moved!], delivery)
  }
  return true
}

/** The job that looks after reports whose message was committed at the same moment by another process. */
export const applyWaitingEvents =
  (streams: MailStreams): JobHandler =>
  async (ctx) => {
    const waiting = await ctx.store.db
      .select({ report: providerEvents })
      .from(providerEvents)
      .innerJoin(messages, eq(messages.providerId, providerEvents.providerId))
      .where(sql`${providerEvents.appliedAt} is null`)
      .orderBy(providerEvents.at)
      .limit(200)
    if (!waiting.length) return
    await write(ctx, async (ctx) => {
      for (const { report } of waiting) await applyEvent(ctx, streams, report)
    })
    if (waiting.length === 200) return { again: ctx.now() }
  }
