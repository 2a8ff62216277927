import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Message } from '#app/email/template.ts'
import { consents } from '#db/schema/advocacy.ts'

/** Asked right before the mail about a company's consent leaves: not when it has ended meanwhile. @returns why it must not, or null */
export async function guardConsentMail(ctx: TxCtx, message: Message): Promise<string | null> {
  const [row] = await ctx.tx.select({ state: consents.state }).from(consents).where(eq(consents.id, message.refId))
  return row?.state === 'given' ? null : 'cancelled'
}
