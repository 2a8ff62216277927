import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { after, type AskAnswer, type laterMonths } from '#app/advocacy/asking/ask.ts'
import { moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { askText } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { giveReferralLink } from '#app/advocacy/asking/give-referral-link.server.ts'
import { askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { endOfConsent, expireOf } from '#app/advocacy/consent-ends.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { consents } from '#db/schema/advocacy.ts'

interface Said {
  answer: AskAnswer
  /** With `later`: after so many months. */
  months: (typeof laterMonths)[number]
  /** In which language the words were read that a yes agrees to. */
  language: 'en' | 'ja'
  /** By the link of the ask, or to a colleague. */
  source: 'ask' | 'staff'
}

/** From where a yes to an ask came: what such a yes agreed to, a later no to the ask ends. */
const byAsk = ['ask', 'staff']

/**
 * What somebody says to an ask, whoever writes it down: the same again changes nothing. A yes is kept as consent to the words
 * of the version that was asked, and to a referral it gives them their link.
 * @returns false when it is over: done, stopped, or never asked
 */
export async function takeAnswer(ctx: TxCtx, ask: Ask, { answer, months, language, source }: Said): Promise<boolean> {
  const to = after(ask.state, answer)
  if (to === null) return false
  if (to === ask.state && answer !== 'later') return true
  const now = ctx.now()
  const laterAt = answer === 'later' ? now + months * 30 * DAY : null
  if (ask.state === 'accepted') await endAgreed(ctx, ask)
  await moveAsk(ctx, ask, answer, { set: { answeredAt: now, laterAt }, data: { ...(laterAt && { months }) } })
  if (answer === 'accept') {
    await agree(ctx, ask, language, source)
    if (ask.kind === 'referral') await giveReferralLink(ctx, ask)
  }
  return true
}

/** Who agreed to the same before, for good, goes on agreeing to those words; what would have ended begins anew. */
async function agree(ctx: TxCtx, ask: Ask, language: 'en' | 'ja', source: Said['source']): Promise<void> {
  const text = askText(ask.kind, ask.version, language)
  const party = `con:${ask.contactId}`
  await expireOf(ctx, party)
  await ctx.tx
    .update(consents)
    .set({ state: 'replaced', endedAt: ctx.now() })
    .where(and(givenFor(ask), isNotNull(consents.expiresAt)))
  const [made] = await ctx.tx
    .insert(consents)
    .values({
      id: newId('cst', ctx.now()),
      party,
      askType: ask.kind,
      textVersion: text,
      state: 'given',
      source,
      responseId: ask.responseId,
      at: ctx.now(),
      expiresAt: await endOfConsent(ctx, (await askKindAt(ctx, ask.kind, ask.version)).content.consentMonths),
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
    .where(and(givenFor(ask), inArray(consents.source, byAsk)))
    .returning({ id: consents.id })
  if (ended.length) await recordConsent(ctx, ask, 'advocacy.consent_withdrawn')
}

const givenFor = (ask: Ask) =>
  and(eq(consents.party, `con:${ask.contactId}`), eq(consents.askType, ask.kind), eq(consents.state, 'given'))

const recordConsent = (ctx: TxCtx, ask: Ask, type: string, data: Record<string, string> = {}) =>
  recordEvent(ctx, {
    type,
    subject: { kind: 'advocate', id: ask.contactId },
    accountId: ask.accountId,
    contactId: ask.contactId,
    data: { kind: ask.kind, askId: ask.id, ...data },
  })
