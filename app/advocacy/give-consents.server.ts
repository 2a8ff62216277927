import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { askableConsents } from '#app/advocacy/askable-consents.server.ts'
import { endOfConsent, expireOf } from '#app/advocacy/consent-ends.server.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { consentKinds, textVersion } from '#app/advocacy/consent-texts.ts'
import { endQuotes } from '#app/advocacy/quotes/end-quotes.server.ts'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { refuseEndless } from '#app/responses/keep-answers.server.ts'
import { isTestAnswer } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { consents } from '#db/schema/advocacy.ts'

const input = z.object({
  invitationId: z.string().max(60),
  language: z.enum(['en', 'ja']),
  give: z.array(z.enum(consentKinds)),
  /** Given on this answer before, and not any more. */
  takeBack: z.array(z.enum(consentKinds)),
})

/**
 * A happy person agrees to what advocacy asks for, in the words that stood on the page, or takes back what they agreed
 * to there. What they can't be asked for, and the same again, change nothing.
 * @returns false when there is nobody to agree: an answer without a person, not happy, or a test
 */
export async function giveConsents(ctx: Ctx, given: z.input<typeof input>): Promise<boolean> {
  const { invitationId, language, give, takeBack } = input.parse(given)
  authorise(ctx, 'answer.give')
  return write(ctx, async (tx) => {
    const invitation = await holdInvitation(tx, invitationId)
    if (invitation?.responseState !== 'counted' || invitation.class !== 'high' || isTestAnswer(invitation)) return false
    const { responseId, contactId, accountId } = invitation
    if (!responseId || !contactId) return false
    const ctx = as(tx, { kind: 'contact', id: contactId }) as TxCtx
    const party = `con:${contactId}`
    await expireOf(ctx, party)
    const askable = await askableConsents(ctx, { contactId, accountId, responseId })
    for (const { kind, given } of askable) {
      const wanted = give.includes(kind)
      if (wanted === given || (!wanted && !takeBack.includes(kind))) continue
      await refuseEndless(ctx, responseId)
      if (wanted) {
        const row = { id: newId('cst', ctx.now()), party, askType: kind, textVersion: textVersion(kind, language), source: 'thanks', responseId } // prettier-ignore
        const expiresAt = await endOfConsent(ctx, (await askKind(ctx, kind)).content.consentMonths)
        await ctx.tx.insert(consents).values({ ...row, state: 'given', at: ctx.now(), expiresAt })
      } else await endConsent(ctx, party, kind)
      await recordEvent(ctx, {
        type: wanted ? 'advocacy.consent_given' : 'advocacy.consent_withdrawn',
        subject: { kind: 'advocate', id: contactId },
        accountId,
        contactId,
        data: { kind, responseId, ...(wanted && { text: textVersion(kind, language) }) },
      })
    }
    return true
  })
}

/** Ends what is given, and quotes with it; the row stays, with what was agreed to and until when. @returns whether there was any */
export async function endConsent(ctx: TxCtx, party: string, kind: AskKind): Promise<boolean> {
  const rows = await ctx.tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: ctx.now() })
    .where(and(eq(consents.party, party), eq(consents.askType, kind), eq(consents.state, 'given')))
    .returning({ id: consents.id })
  if (rows.length && kind === 'quote' && party.startsWith('con:'))
    await endQuotes(ctx, { contactId: party.slice('con:'.length) }, 'consent')
  return rows.length > 0
}
