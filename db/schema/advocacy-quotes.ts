import { isNotNull } from 'drizzle-orm'
import { quoteStates, type Attribution, type Byline } from '#db/enums/advocacy-quotes.ts'
import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** What a customer said, as it may stand in public once they have approved these very words. */
export const quotes = k.table(
  'quotes',
  {
    id: k.text('id').primaryKey(),
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    accountId: k.text('account_id').references(() => accounts.id),
    /** The answer whose comment it was made of. */
    responseId: k.text('response_id'),
    /** The consent of kind `quote` under which it was made or last sent. */
    consentId: k.text('consent_id'),
    language: k.oneOf('language', languages).notNull(),
    /** Personal: the whole row goes when the person is erased. */
    original: k.text('original').notNull(),
    text: k.text('text').notNull(),
    attribution: k.json<Attribution>('attribution').notNull(),
    /** Personal. Frozen when it is sent; null in a draft. */
    byline: k.json<Byline>('byline'),
    /** A file of kind `quote-logo`: shown while the company's consent to being quoted stands. */
    logoFileId: k.text('logo_file_id'),
    /** Carries the label that the person received a gift. */
    rewarded: k.bool('rewarded').notNull(),
    state: k.oneOf('state', quoteStates).notNull(),
    /** How often it was sent; a link approves only what it was sent with. */
    generation: k.int('generation').notNull(),
    lockVersion: k.int('lock_version').notNull(),
    /** Of what is published the highest stands first. */
    position: k.int('position').notNull(),
    /** Why its mail came back to us or never left: a code. */
    fault: k.text('fault'),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
    sentAt: k.big('sent_at'),
    approvedAt: k.big('approved_at'),
    publishedAt: k.big('published_at'),
    withdrawnAt: k.big('withdrawn_at'),
  },
  (t) => [
    k.index('quotes_state').on(t.state, t.updatedAt, t.id),
    k.index('quotes_order').on(t.state, t.position, t.id),
    k.index('quotes_contact').on(t.contactId),
    k.index('quotes_account').on(t.accountId),
    k.index('quotes_response').on(t.responseId),
    k.index('quotes_logo').on(t.logoFileId).where(isNotNull(t.logoFileId)),
  ],
)

/** One row of the organisation: whether its approved quotes stand in public, and in whose pages. None: they don't. */
export const proofSettings = k.table('proof_settings', {
  id: k.text('id').primaryKey(),
  shown: k.bool('shown').notNull(),
  /** Origins that may embed the block; none: any. */
  origins: k.json<string[]>('origins').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})
