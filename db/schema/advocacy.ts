import { advocateStates, pausers } from '#db/enums/advocacy.ts'
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
