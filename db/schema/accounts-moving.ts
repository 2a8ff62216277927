import { isNotNull } from 'drizzle-orm'
import { duplicateKinds, duplicateStates, moveStates } from '#db/enums/accounts.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'

/* Of the room `accounts`: accounts that change hands, and those that become one. */

/** A change of owner for many accounts at once; its job goes through the rows of `account_moves`. */
export const ownerMoves = k.table('owner_moves', {
  id: k.text('id').primaryKey(),
  /** Which of the two owners changes. */
  seat: k.oneOf('seat', ['owner', 'sales']).notNull(),
  /** The new owner; null for nobody, and for a move that takes another back (each row says to whom). */
  toId: k.text('to_id').references(() => users.id),
  /** Whether open cases go along. */
  withCases: k.bool('with_cases').notNull(),
  state: k.oneOf('state', moveStates).notNull(),
  total: k.int('total').notNull(),
  moved: k.int('moved').notNull(),
  movedCases: k.int('moved_cases').notNull(),
  /** Accounts that somebody else changed meanwhile. */
  skipped: k.int('skipped').notNull(),
  /** The move that this one takes back. */
  undoOf: k.text('undo_of'),
  createdBy: k.text('created_by').notNull(),
  createdAt: k.big('created_at').notNull(),
  endedAt: k.big('ended_at'),
})

export const accountMoves = k.table(
  'account_moves',
  {
    moveId: k
      .text('move_id')
      .notNull()
      .references(() => ownerMoves.id),
    accountId: k.text('account_id').notNull(),
    fromId: k.text('from_id'),
    toId: k.text('to_id'),
    state: k.oneOf('state', ['waiting', 'moved', 'skipped']).notNull(),
    /** Cases that went along, each with its owner before. */
    cases: k.json<{ id: string; from: string }[]>('cases').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.moveId, t.accountId] }), k.index('account_moves_state').on(t.moveId, t.state)],
)

/** Pairs that look like one company or one person; found by a job, judged by a person. */
export const duplicates = k.table(
  'duplicates',
  {
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', duplicateKinds).notNull(),
    /** The older of the two ids. */
    firstId: k.text('first_id').notNull(),
    secondId: k.text('second_id').notNull(),
    why: k.json<string[]>('why').notNull(),
    /** How likely, for the order of the list: higher first. */
    strength: k.int('strength').notNull(),
    state: k.oneOf('state', duplicateStates).notNull(),
    foundAt: k.big('found_at').notNull(),
    judgedBy: k.text('judged_by'),
    judgedAt: k.big('judged_at'),
  },
  (t) => [
    k.uniqueIndex('duplicates_pair').on(t.firstId, t.secondId),
    k.index('duplicates_second').on(t.secondId),
    k.index('duplicates_list').on(t.kind, t.state, t.strength, t.id),
  ],
)

/** Accounts and contacts that were merged into another: old links and old ids lead to the survivor. */
export const mergedIds = k.table(
  'merged_ids',
  {
    /** The id that is no more. */
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', duplicateKinds).notNull(),
    intoId: k.text('into_id').notNull(),
    externalId: k.text('external_id'),
    /** Of an account: its folded name and its domain. */
    nameKey: k.text('name_key'),
    domain: k.text('domain'),
    /** Of a contact: the key of the address. */
    emailKey: k.text('email_key'),
    counts: k.json<Record<string, number>>('counts').notNull(),
    at: k.big('at').notNull(),
    mergedBy: k.text('merged_by').notNull(),
  },
  (t) => [
    k.index('merged_ids_into').on(t.intoId),
    k.index('merged_ids_external').on(t.externalId).where(isNotNull(t.externalId)),
    k.index('merged_ids_name').on(t.nameKey).where(isNotNull(t.nameKey)),
    k.index('merged_ids_domain').on(t.domain).where(isNotNull(t.domain)),
    k.index('merged_ids_email').on(t.emailKey).where(isNotNull(t.emailKey)),
  ],
)
