import { sql } from 'drizzle-orm'
import { advocateStates, askKinds, consentStates, pausers } from '#db/enums/advocacy.ts'
import { k } from '#db/kit.ts'
import { contacts } from '#db/schema/accounts.ts'

export * from '#db/enums/advocacy.ts'

export const advocates = k.table(
  'advocates',
  {
    contactId: k
      .text('contact_id')
      .primaryKey()
      .references(() => contacts.id),
    accountId: k.text('account_id'),
    state: k.oneOf('state', advocateStates).notNull(),
    /** Set while paused. */
    pausedBy: k.oneOf('paused_by', pausers),
    /** Why: the answer that nominated this person. */
    responseId: k.text('response_id').notNull(),
    nominatedAt: k.big('nominated_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
  },
  (t) => [k.index('advocates_state').on(t.state, t.nominatedAt)],
)

/** What somebody agreed to, in which words: append-only but for its end. */
export const consents = k.table(
  'consents',
  {
    id: k.text('id').primaryKey(),
    /** `con:<contact id>`, or `acc:<account id>` where the company consents too. */
    party: k.text('party').notNull(),
    /** The kind of ask. */
    askType: k.oneOf('ask_type', askKinds).notNull(),
    /** Version and language of the words that were agreed to. */
    textVersion: k.text('text_version').notNull(),
    state: k.oneOf('state', consentStates).notNull(),
    /** Where it was given: `thanks`, `ask`, `staff`. */
    source: k.text('source').notNull(),
    /** The answer on whose thanks it was given. */
    responseId: k.text('response_id'),
    at: k.big('at').notNull(),
    expiresAt: k.big('expires_at'),
    endedAt: k.big('ended_at'),
    /** When colleagues were told that it is about to end. */
    warnedAt: k.big('warned_at'),
  },
  (t) => [
    k
      .uniqueIndex('consents_given')
      .on(t.party, t.askType)
      .where(sql`${t.state} = 'given'`),
    k.index('consents_party').on(t.party, t.id),
    k
      .index('consents_expiry')
      .on(t.expiresAt)
      .where(sql`${t.state} = 'given' and ${t.expiresAt} is not null`),
  ],
)
