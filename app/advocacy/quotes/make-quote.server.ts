import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { givenConsent } from '#app/advocacy/quotes/given-consent.server.ts'
import { fullAttribution } from '#app/advocacy/quotes/quote.ts'
import { makeQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { hasRewardForWords } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cleanText } from '#app/platform/text.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { rowLock } from '#db/lock.ts'
import { contacts } from '#db/schema/accounts.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { responses } from '#db/schema/responses.ts'
import { aboutQuote } from '#app/advocacy/quotes/step-quote.server.ts'

const lockContact = rowLock(contacts, contacts.id)

/**
 * Makes a draft of what a happy customer wrote. A draft of the same answer that is still there is taken instead.
 * @returns its id
 * @throws NotFound; Conflict `quote_nothing` when the answer is not a happy one with words, `quote_block_no_consent`
 */
export async function makeQuote(ctx: Ctx, input: z.input<typeof makeQuoteInput>): Promise<{ id: string }> {
  const { responseId } = makeQuoteInput.parse(input)
  authorise(ctx, 'advocates.edit')
  return write(ctx, async (ctx) => {
    const [said] = await ctx.tx
      .select()
      .from(responses)
      .where(and(eq(responses.id, responseId), shownTo(ctx)))
    if (!said?.contactId) throw new NotFound()
    const { contactId, accountId, language } = said
    const text = cleanText(said.comment ?? '')
    if (said.state !== 'counted' || said.class !== 'high' || text === null) throw new Conflict('quote_nothing')
    await lockContact(ctx.tx, contactId)
    const consentId = await givenConsent(ctx, contactId)
    if (consentId === null) throw new Conflict('quote_block_no_consent')
    const [known] = await ctx.tx
      .select({ id: quotes.id })
      .from(quotes)
      .where(and(eq(quotes.responseId, responseId), eq(quotes.state, 'draft')))
      .limit(1)
    if (known) return known
    const at = ctx.now()
    const row = { id: newId('qte', at), contactId, accountId, responseId, consentId, language, original: text, text }
    await ctx.tx.insert(quotes).values({
      ...row,
      attribution: fullAttribution,
      byline: null,
      rewarded: await hasRewardForWords(ctx, contactId),
      state: 'draft',
      generation: 0,
      lockVersion: 0,
      position: 0,
      createdBy: ctx.actor.id ?? '',
      createdAt: at,
      updatedAt: at,
    })
    await recordEvent(ctx, { type: 'advocacy.quote_made', ...aboutQuote(row) })
    return { id: row.id }
  })
}
