import { eq } from 'drizzle-orm'
import { givenConsent } from '#app/advocacy/quotes/given-consent.server.ts'
import { after } from '#app/advocacy/quotes/quote.ts'
import { aboutQuote, stepQuote, type QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { whyNotSend } from '#app/advocacy/quotes/why-not-send.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

export const quoteTemplate = 'advocacy.quote'

/**
 * Freezes who is named under a quote and mails its customer the link to approve it. The quote is held by the caller.
 * @throws Conflict `quote_block_…` when the customer may not be written to now, `quote_state`
 */
export async function sendQuote(ctx: TxCtx, row: QuoteRow): Promise<void> {
  const why = await whyNotSend(ctx, row)
  if (why !== null) throw new Conflict(`quote_block_${why}`)
  const [person] = await ctx.tx
    .select({ name: contacts.name, title: contacts.title, email: contacts.email, company: accounts.name })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, row.contactId))
  const { email, ...byline } = person!
  const generation = row.generation + 1
  await stepQuote(ctx, row, after(row.state, 'send'), {
    byline,
    generation,
    consentId: await givenConsent(ctx, row.contactId),
    fault: null,
    sentAt: ctx.now(),
  })
  await enqueueMessage(ctx, {
    key: `quote/${row.id}/${generation}`,
    stream: 'ask',
    template: quoteTemplate,
    payload: { generation },
    to: { email: email!, contactId: row.contactId },
    ref: { kind: 'quote', id: row.id },
  })
  await recordEvent(ctx, { type: 'advocacy.quote_sent', ...aboutQuote(row) })
}
