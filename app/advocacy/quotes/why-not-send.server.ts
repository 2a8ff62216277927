import { and, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import { givenConsent } from '#app/advocacy/quotes/given-consent.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { QuoteBlock } from '#db/enums/advocacy-quotes.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { preferences } from '#db/schema/delivery.ts'

/**
 * Why somebody must not be asked now to approve a quote, or null. Whether the address is suppressed is the mail room's own
 * question. `consent: false`: for mail that is not about what they said.
 */
export async function whyNotSend(
  ctx: TxCtx,
  { contactId, accountId }: { contactId: string; accountId: string | null },
  { consent = true }: { consent?: boolean } = {},
): Promise<QuoteBlock | null> {
  const { tx, now } = ctx
  const [person] = await tx
    .select({ state: contacts.state, email: contacts.email, accountId: contacts.accountId })
    .from(contacts)
    .where(eq(contacts.id, contactId))
  if (!person || person.state === 'erased') return 'erased'
  if (person.state !== 'active') return 'left'
  if (!person.email) return 'no_email'
  if (consent && (await givenConsent(ctx, contactId)) === null) return 'no_consent'
  const wishes = await tx
    .select({ choice: preferences.choice })
    .from(preferences)
    .where(and(eq(preferences.contactId, contactId), inArray(preferences.scope, ['all', 'asks'])))
  if (wishes.some(({ choice }) => choice === 'off')) return 'unsubscribed'
  // The account of today, and that of the answer: trouble in either is no time for favours.
  const companies = [...new Set([person.accountId, accountId])].filter((one) => one !== null)
  const subjects = [`con:${contactId}`, ...companies.map((one) => `acc:${one}`)]
  const [open] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.subjectKey, subjects), ne(cases.state, 'closed')))
    .limit(1)
  if (open) return 'case_open'
  const [hold] = await tx
    .select({ id: holds.id })
    .from(holds)
    .where(and(inArray(holds.subjectKey, subjects), or(isNull(holds.until), gt(holds.until, now()))))
    .limit(1)
  return hold ? 'held' : null
}
