import { and, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { endCompanyQuotes, endQuotes } from '#app/advocacy/quotes/end-quotes.server.ts'
import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { monthsAfter } from '#app/platform/calendar.ts'
import { consents } from '#db/schema/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'

type Consent = typeof consents.$inferSelect

/** A consent that holds: given, and its time not over, whether or not the job has come by since. */
export const holdsAt = (now: number) =>
  and(eq(consents.state, 'given'), or(isNull(consents.expiresAt), gt(consents.expiresAt, now)))!

/** Until when what is agreed to now holds: the end of that day where the organisation is; null: until it is taken back. */
export async function endOfConsent(ctx: Ctx, months: number | undefined): Promise<number | null> {
  return months ? monthsAfter(ctx.now(), months, (await getOrganisation(ctx)).zone) : null
}

/** Whose consent it is. */
export const partyOf = (party: string): { contactId: string } | { accountId: string } =>
  party.startsWith('con:') ? { contactId: party.slice(4) } : { accountId: party.slice(4) }

/** Ends what a party agreed to where its time is over, before the same is agreed to anew. */
export async function expireOf(ctx: TxCtx, party: string): Promise<void> {
  const over = await ctx.tx
    .update(consents)
    .set({ state: 'expired', endedAt: ctx.now() })
    .where(
      and(
        eq(consents.party, party),
        eq(consents.state, 'given'),
        isNotNull(consents.expiresAt),
        lte(consents.expiresAt, ctx.now()),
      ),
    )
    .returning()
  for (const row of over) await followEnd(ctx, row, 'expired')
}

/** What follows from the end of a consent: quotes that stand on it leave the public, and everybody who reads events hears of it. */
export async function followEnd(ctx: TxCtx, row: Consent, how: 'expired' | 'withdrawn'): Promise<void> {
  const whose = partyOf(row.party)
  if ('accountId' in whose) {
    if (row.askType === 'quote') await endCompanyQuotes(ctx, whose.accountId)
    await recordEvent(ctx, {
      type: `advocacy.company_consent_${how}`,
      subject: { kind: 'account', id: whose.accountId },
      accountId: whose.accountId,
      data: { kind: row.askType, consentId: row.id },
    })
    return
  }
  const { contactId } = whose
  if (row.askType === 'quote') await endQuotes(ctx, { contactId }, 'consent')
  const [person] = await ctx.tx.select({ accountId: contacts.accountId }).from(contacts).where(eq(contacts.id, contactId)) // prettier-ignore
  await recordEvent(ctx, {
    type: `advocacy.consent_${how}`,
    subject: { kind: 'advocate', id: contactId },
    accountId: person?.accountId ?? null,
    contactId,
    data: { kind: row.askType },
  })
}
