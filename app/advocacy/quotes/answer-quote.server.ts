import type { z } from 'zod'
import { endConsent } from '#app/advocacy/give-consents.server.ts'
import { givenConsent } from '#app/advocacy/quotes/given-consent.server.ts'
import { after } from '#app/advocacy/quotes/quote.ts'
import { answerQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { aboutQuote, holdQuote, stepQuote, type QuoteRow } from '#app/advocacy/quotes/step-quote.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { cancelMessages } from '#app/email/cancel-messages.server.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'

type Answer = z.output<typeof answerQuoteInput>

/**
 * A customer approves a quote in the words they leave it with, says no, or takes it back, by their link. A wish to show
 * nothing stands for a link of any sending; approval only for what that link was sent with.
 * @throws NotFound, Forbidden, Conflict `quote_changed`, `quote_state`, `quote_block_no_consent`
 */
export async function answerQuote(ctx: Ctx, input: z.input<typeof answerQuoteInput>): Promise<void> {
  const answer = answerQuoteInput.parse(input)
  authorise(ctx, 'answer.give')
  await write(ctx, async (ctx) => {
    const row = await holdQuote(ctx, answer.id, answer.verb === 'withdraw' ? undefined : answer.lockVersion)
    if (ctx.actor.kind !== 'contact' || ctx.actor.id !== row.contactId) throw new Forbidden()
    if (answer.verb !== 'withdraw' && answer.generation !== row.generation) throw new Conflict('quote_changed')
    if (answer.verb === 'approve') await approve(ctx, row, answer)
    else if (answer.verb === 'decline') {
      await stepQuote(ctx, row, after(row.state, 'decline'))
      await recordEvent(ctx, { type: 'advocacy.quote_declined', ...aboutQuote(row) })
    } else {
      await stepQuote(ctx, row, after(row.state, 'withdraw'), { withdrawnAt: ctx.now(), publishedAt: null })
      if (row.state === 'sent') await cancelMessages(ctx, { refKind: 'quote', refId: row.id, reason: 'quote_changed' })
      const about = aboutQuote(row)
      await recordEvent(ctx, { type: 'advocacy.quote_withdrawn', ...about, data: { ...about.data, why: 'customer' } })
    }
    if (answer.verb !== 'approve' && answer.stop) await stop(ctx, row)
  })
}

async function approve(
  ctx: TxCtx,
  row: QuoteRow,
  { text, name, title, company, logo }: Extract<Answer, { verb: 'approve' }>,
) {
  if ((await givenConsent(ctx, row.contactId)) === null) throw new Conflict('quote_block_no_consent')
  await stepQuote(ctx, row, after(row.state, 'approve'), {
    text,
    attribution: { name, title, company, logo },
    approvedAt: ctx.now(),
  })
  const about = aboutQuote(row)
  await recordEvent(ctx, {
    type: 'advocacy.quote_approved',
    ...about,
    data: { ...about.data, reworded: text !== row.text },
  })
}

/** No more of this: the consent itself ends, and with it every other quote of the person. */
async function stop(ctx: TxCtx, row: QuoteRow) {
  if (!(await endConsent(ctx, `con:${row.contactId}`, 'quote'))) return
  const about = aboutQuote(row)
  await recordEvent(ctx, { type: 'advocacy.consent_withdrawn', ...about, data: { kind: 'quote' } })
}
