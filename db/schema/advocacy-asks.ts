import { sql } from 'drizzle-orm'
import { askChannels, askKinds, askStates, askWays, type AskContent } from '#db/enums/advocacy.ts'
import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** How somebody is asked for something, and who may be; a change makes a new version. Before the first, the standard counts. */
export const askVersions = k.table(
  'ask_versions',
  {
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', askKinds).notNull(),
    /** From 1; what was asked before the first is of number 0. */
    number: k.int('number').notNull(),
    content: k.json<AskContent>('content').notNull(),
    createdAt: k.big('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
  },
  (t) => [k.uniqueIndex('ask_versions_number').on(t.kind, t.number)],
)

/** One row of the organisation: how many asks a person and an account bear in a quarter. */
export const askSettings = k.table('ask_settings', {
  id: k.text('id').primaryKey(),
  perPerson: k.int('per_person').notNull(),
  perAccount: k.int('per_account').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

export const asks = k.table(
  'asks',
  {
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', askKinds).notNull(),
    /** Number of the version of the kind. */
    version: k.int('version').notNull(),
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    accountId: k.text('account_id').references(() => accounts.id),
    state: k.oneOf('state', askStates).notNull(),
    channel: k.oneOf('channel', askChannels).notNull(),
    /** The colleague who asks. */
    holderId: k.text('holder_id').notNull(),
    reservedAt: k.big('reserved_at').notNull(),
    /** While reserved: from then on it is nobody's. */
    reservedUntil: k.big('reserved_until').notNull(),
    /** Whose budget it takes: the year times four, plus the quarter from 0, where the organisation is. */
    quarter: k.int('quarter').notNull(),
    /** The answer for which this person is asked. */
    responseId: k.text('response_id'),
    language: k.oneOf('language', languages).notNull(),
    subject: k.text('subject'),
    /** What was asked: the mail, or what a colleague notes of a conversation. */
    body: k.text('body'),
    /** Asked by hand: how. */
    way: k.oneOf('way', askWays),
    /** Personal. What the person said, in the words of the colleague who heard it. */
    note: k.text('note'),
    /** When its mail may leave: until then the owner of the account may stop it. */
    dueAt: k.big('due_at'),
    sentAt: k.big('sent_at'),
    remindedAt: k.big('reminded_at'),
    answeredAt: k.big('answered_at'),
    /** `later`: not before. */
    laterAt: k.big('later_at'),
    doneAt: k.big('done_at'),
    /** Why it was cancelled: the rule that forbade it, or `stopped` by a colleague. */
    cancelReason: k.text('cancel_reason'),
    endedBy: k.text('ended_by'),
    endedAt: k.big('ended_at'),
  },
  (t) => [
    // One at a time: the second of two who ask the same person is refused by the database.
    k
      .uniqueIndex('asks_open')
      .on(t.contactId)
      .where(sql`${t.state} in ('reserved', 'queued', 'sent')`),
    k.index('asks_contact').on(t.contactId, t.reservedAt),
    k.index('asks_account').on(t.accountId, t.quarter),
    k.index('asks_state').on(t.state, t.kind, t.reservedAt),
    k.index('asks_holder').on(t.holderId, t.state),
  ],
)

/**
 * What the rules say of each advocate for each kind of ask, as of `checkedAt`: the list is chosen by it, and what is shown
 * or done is looked at anew.
 */
export const askStandings = k.table(
  'ask_standings',
  {
    kind: k.oneOf('kind', askKinds).notNull(),
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    /** The sum of the bits of `askBlocks` that forbid it; 0: may be asked. */
    blocks: k.int('blocks').notNull(),
    nominatedAt: k.big('nominated_at').notNull(),
    checkedAt: k.big('checked_at').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.kind, t.contactId] }),
    k.index('ask_standings_blocks').on(t.kind, t.blocks, t.nominatedAt, t.contactId),
    // Who can't be asked, in the order of the list: whatever stands in their way.
    k.index('ask_standings_order').on(t.kind, t.nominatedAt, t.contactId, t.blocks),
    k.index('ask_standings_contact').on(t.contactId),
  ],
)
