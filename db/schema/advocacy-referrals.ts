import { isNotNull, sql } from 'drizzle-orm'
import { referralSources, referralStates, type ReferralCheck } from '#db/enums/advocacy-referrals.ts'
import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

export * from '#db/enums/advocacy-referrals.ts'

/** The personal links of those who recommend us; one that is revoked stays, so that its referrals say where they came from. */
export const referralLinks = k.table(
  'referral_links',
  {
    /** 13 characters in capitals, as `readCode()` gives them. */
    code: k.text('code').primaryKey(),
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    createdAt: k.big('created_at').notNull(),
    revokedAt: k.big('revoked_at'),
  },
  (t) => [k.index('referral_links_contact').on(t.contactId, t.createdAt)],
)

/** How often the page of a link was opened in a day, by whom isn't kept. */
export const referralVisits = k.table(
  'referral_visits',
  {
    code: k
      .text('code')
      .notNull()
      .references(() => referralLinks.code),
    /** Days since 1970, in the organisation's zone. */
    day: k.int('day').notNull(),
    n: k.int('n').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.code, t.day] })],
)

/** Somebody whom a customer recommended us to. The lead's own data is blanked when they, or a colleague for them, ask for it. */
export const referrals = k.table(
  'referrals',
  {
    id: k.text('id').primaryKey(),
    /** The link that was used; null when a colleague wrote it down. */
    code: k.text('code'),
    /** Who recommends us; null once they are erased. */
    contactId: k.text('contact_id').references(() => contacts.id),
    /** Their company at that time. */
    accountId: k.text('account_id').references(() => accounts.id),
    leadName: k.text('lead_name'),
    leadEmail: k.text('lead_email'),
    /** `emailKey()` of the address. */
    leadEmailKey: k.text('lead_email_key'),
    company: k.text('company'),
    message: k.text('message'),
    /** Name, address and company folded for searching. */
    searchKey: k.text('search_key').notNull(),
    language: k.oneOf('language', languages).notNull(),
    /** Version and language of the words by which the lead lets us get in touch; null when a colleague wrote it down. */
    consentText: k.text('consent_text'),
    state: k.oneOf('state', referralStates).notNull(),
    checks: k.json<ReferralCheck[]>('checks').notNull(),
    /** Why it was lost or rejected, in a colleague's words. */
    reason: k.text('reason'),
    /** Minor units of `currency`. */
    dealMinor: k.big('deal_minor'),
    currency: k.text('currency'),
    /** In the organisation's currency; null while no rate is known. */
    dealBaseMinor: k.big('deal_base_minor'),
    /** The rate by which it was converted, a decimal in text, and the day from which that holds; null where none was used. */
    dealRate: k.text('deal_rate'),
    dealRateDay: k.int('deal_rate_day'),
    wonAt: k.big('won_at'),
    source: k.oneOf('source', referralSources).notNull(),
    /** The answer for which the referrer is an advocate: what started it. */
    responseId: k.text('response_id'),
    /** The colleague who takes care of it. */
    ownerId: k.text('owner_id').references(() => users.id),
    createdAt: k.big('created_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
    erasedAt: k.big('erased_at'),
  },
  (t) => [
    // A lead is worked on once: the second of two who send the same one in goes to the review.
    k
      .uniqueIndex('referrals_live')
      .on(t.leadEmailKey)
      .where(sql`${t.state} in ('new', 'qualified', 'won')`),
    k
      .uniqueIndex('referrals_in_review')
      .on(t.leadEmailKey, t.contactId)
      .where(sql`${t.state} = 'review'`),
    k.index('referrals_lead').on(t.leadEmailKey),
    k.index('referrals_state').on(t.state, t.createdAt, t.id),
    k.index('referrals_contact').on(t.contactId, t.createdAt, t.id),
    k.index('referrals_account').on(t.accountId, t.createdAt),
    k.index('referrals_code').on(t.code, t.createdAt).where(isNotNull(t.code)),
  ],
)
