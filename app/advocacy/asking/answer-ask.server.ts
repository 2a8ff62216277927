import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { after, answers, laterMonths } from '#app/advocacy/asking/ask.ts'
import { holdAsk, moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { askText } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { consents } from '#db/schema/advocacy.ts'

const input = z.object({
  askId: z.string().max(60),
  answer: z.enum(answers),
  /** With `later`: after so many months. */
  months: z.union(laterMonths.map((n) => z.literal(n))).default(3),
  /** In which language the words were read that a yes agrees to. */
  language: z.enum(['en', 'ja']),
})

/**
 * What a customer says to an ask, by its link: yes, no, or later. They may change their mind until it is done; the same again
 * changes nothing. A yes is kept as consent to the words of the version that was asked, and ends with a later no.
 * @returns false when it is over: done, stopped, or never sent
 * @throws NotFound; Forbidden for anybody else
 */
export async function answerAsk(ctx: Ctx, given: z.input<typeof input>): Promise<boolean> {
  const { askId, answer, months, language } = input.parse(given)
  authorise(ctx, 'answer.give')
  return write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    if (ctx.actor.kind !== 'contact' || ctx.actor.id !== ask.contactId) throw new Forbidden()
    const to = after(ask.state, answer)
    if (to === null) return false
    if (to === ask.state && answer !== 'later') return true
    const now = ctx.now()
    const laterAt = answer === 'later' ? now + months * 30 * DAY : null
    if (ask.state === 'accepted') await endAgreed(ctx, ask)
    await moveAsk(ctx, ask, answer, { set: { answeredAt: now, laterAt }, data: { ...(laterAt && { months }) } })
    if (answer === 'accept') await agree(ctx, ask, language)
    return true
  })
}

/** Who agreed to the same before goes on agreeing to those words. */
async function agree(ctx: TxCtx, ask: Ask, language: 'en' | 'ja'): Promise<void> {
  const text = askText(ask.version, language)
  const [made] = await ctx.tx
    .insert(consents)
    .values({
      id: newId('cst', ctx.now()),
      party: `con:${ask.contactId}`,
      askType: ask.kind,
      textVersion: text,
      state: 'given',
      source: 'ask',
      responseId: ask.responseId,
      at: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: consents.id })
  if (made) await recordConsent(ctx, ask, 'advocacy.consent_given', { text })
}

/** What a yes to this ask agreed to ends; what was agreed to elsewhere stays. */
async function endAgreed(ctx: TxCtx, ask: Ask): Promise<void> {
  const ended = await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(
      and(
        eq(consents.party, `con:${ask.contactId}`),
        eq(consents.askType, ask.kind),
        eq(consents.state, 'given'),
        eq(consents.source, 'ask'),
      ),
    )
    .returning({ id: consents.id })
  if (ended.length) await recordConsent(ctx, ask, 'advocacy.consent_withdrawn')
}

const recordConsent = (ctx: TxCtx, ask: Ask, type: string, data: Record<string, string> = {}) =>
  recordEvent(ctx, {
    type,
    subject: { kind: 'advocate', id: ask.contactId },
    accountId: ask.accountId,
    contactId: ask.contactId,
    data: { kind: ask.kind, askId: ask.id, ...data },
  })
