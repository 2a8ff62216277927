import { eq } from 'drizzle-orm'
import { after } from '#app/advocacy/quotes/quote.ts'
import { quoteTemplate } from '#app/advocacy/quotes/send-quote.server.ts'
import { aboutQuote, stepQuote } from '#app/advocacy/quotes/step-quote.server.ts'
import { whyNotSend } from '#app/advocacy/quotes/why-not-send.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import type { MailOutcome, Message } from '#app/email/template.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { messages } from '#db/schema/email.ts'

/** The quote that a mail was written for, while it still waits for the answer to this very mail. */
async function awaited({ tx }: TxCtx, message: Message) {
  const [row] = await tx.select().from(quotes).where(eq(quotes.id, message.refId))
  return row?.state === 'sent' && row.generation === Number(message.payload.generation) ? row : null
}

/** Asked right before the mail to approve a quote leaves. @returns why it must not, or null; other mail of the stream passes */
export async function guardQuote(ctx: TxCtx, message: Message): Promise<string | null> {
  if (message.template !== quoteTemplate) return null
  const row = await awaited(ctx, message)
  return row ? whyNotSend(ctx, row) : 'quote_changed'
}

/** A quote whose mail never reached the customer is a draft again, and says why. */
export async function settleQuote(ctx: TxCtx, message: Message, outcome: MailOutcome): Promise<void> {
  if (message.template !== quoteTemplate || outcome === 'sent') return
  const row = await awaited(ctx, message)
  if (!row) return
  const [mail] = await ctx.tx.select({ why: messages.stopReason }).from(messages).where(eq(messages.id, message.id))
  await stepQuote(ctx, row, after(row.state, 'return'), { fault: mail?.why ?? outcome, byline: null })
  await recordEvent(ctx, { type: 'advocacy.quote_returned', ...aboutQuote(row) })
}
