import type { z } from 'zod'
import { after } from '#app/advocacy/quotes/quote.ts'
import { editQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { checkLogo, placeLogo, type NewLogo } from '#app/advocacy/quotes/logo.server.ts'
import { refuseKept } from '#app/advocacy/quotes/refuse-kept.server.ts'
import { aboutQuote, holdQuote, stepQuote } from '#app/advocacy/quotes/step-quote.server.ts'
import { hasRewardForWords } from '#app/advocacy/rewards/rewarded-quote.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { cancelMessages } from '#app/email/cancel-messages.server.ts'

/**
 * Changes the words of a quote, who is named under it, its logo or its label. Whatever the customer had approved, they have
 * not approved this: it is a draft again, and no longer in public.
 * @param logo a new one, or null to have none; left out, it stays
 * @throws NotFound, Conflict `quote_changed` or `quote_state`, Invalid naming `file` for a logo that is none
 */
export async function editQuote(ctx: Ctx, input: z.input<typeof editQuoteInput>, logo?: NewLogo | null): Promise<void> {
  const { id, lockVersion, text, rewarded, ...attribution } = editQuoteInput.parse(input)
  authorise(ctx, 'advocates.edit')
  const image = logo && checkLogo(logo)
  await write(ctx, async (ctx) => {
    const row = await holdQuote(ctx, id, lockVersion)
    await refuseKept(ctx, row)
    await stepQuote(ctx, row, after(row.state, 'edit'), {
      text,
      attribution,
      // Who has a gift for such words says so.
      rewarded: rewarded || (await hasRewardForWords(ctx, row.contactId)),
      logoFileId: await placeLogo(ctx, row, image),
      byline: null,
      fault: null,
      approvedAt: null,
      publishedAt: null,
    })
    if (row.state === 'sent') await cancelMessages(ctx, { refKind: 'quote', refId: id, reason: 'quote_changed' })
    const about = aboutQuote(row)
    await recordEvent(ctx, { type: 'advocacy.quote_edited', ...about, data: { ...about.data, from: row.state } })
  })
}
