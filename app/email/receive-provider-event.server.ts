import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { applyEvent } from '#app/email/apply-provider-events.server.ts'
import { receiveInbound } from '#app/email/receive-inbound.server.ts'
import type { MailStreams } from '#app/email/settled.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { providerEvents } from '#db/schema/email.ts'

/** What Resend reports, as far as we read it. */
const reportSchema = z.object({
  type: z.string().max(100),
  created_at: z.string().optional(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    bounce: z.object({ type: z.string().optional() }).optional(),
  }),
})

const addresses = z.array(z.string()).nullish().catch(null)
/** What it says of a mail that was received; its text is fetched apart. */
const receivedSchema = z.object({
  data: z.object({
    from: z.string().catch(''),
    to: addresses,
    cc: addresses,
    bcc: addresses,
    received_for: addresses,
    subject: z.string().catch(''),
    message_id: z.string().nullish().catch(null),
  }),
})

/**
 * Takes one verified report of the provider: known ones are left alone, one that is earlier than our own commit waits.
 * @param eventId the provider's id of the report
 * @returns whether it was new; null when it isn't about a mail
 */
export async function receiveProviderEvent(
  ctx: Ctx,
  streams: MailStreams,
  eventId: string,
  body: unknown,
): Promise<boolean | null> {
  const parsed = reportSchema.safeParse(body)
  if (!parsed.success) return null
  const { type, created_at, data } = parsed.data
  const said = Date.parse(created_at ?? '')
  const bounce = data.bounce?.type?.toLowerCase()

  return write(ctx, async (ctx) => {
    const now = ctx.now()
    const [report] = await ctx.tx
      .insert(providerEvents)
      .values({
        id: newId('pev', now),
        providerEventId: eventId.slice(0, 200),
        type,
        providerId: data.email_id,
        detail:
          type === 'email.bounced'
            ? bounce === 'permanent' || bounce === undefined
              ? 'permanent'
              : 'transient'
            : null,
        at: Number.isNaN(said) ? now : said,
      })
      .onConflictDoNothing({ target: providerEvents.providerEventId })
      .returning()
    if (!report) return false
    if (type === 'email.received') await received(ctx, report, body)
    else await applyEvent(ctx, streams, report)
    return true
  })
}

async function received(ctx: TxCtx, report: { id: string; providerId: string }, body: unknown): Promise<void> {
  const { data } = receivedSchema.parse(body)
  await receiveInbound(ctx, {
    messageId: data.message_id ?? null,
    doorId: report.providerId,
    providerId: report.providerId,
    from: data.from,
    to: [data.to, data.cc, data.bcc, data.received_for].flatMap((some) => some ?? []),
    subject: data.subject,
  })
  await ctx.tx.update(providerEvents).set({ appliedAt: ctx.now() }).where(eq(providerEvents.id, report.id))
}
