import { isNull, sql } from 'drizzle-orm'
import { actorKinds, exportFormats, exportStates } from '#db/enums/audit.ts'
import { k } from '#db/kit.ts'

export * from '#db/enums/audit.ts'

/** Append-only. One row is audit, timeline, notification and webhook source. */
export const events = k.table(
  'events',
  {
    id: k.text('id').primaryKey(),
    at: k.big('at').notNull(),
    actorKind: k.oneOf('actor_kind', actorKinds).notNull(),
    actorId: k.text('actor_id'),
    type: k.text('type').notNull(),
    subjectKind: k.text('subject_kind').notNull(),
    subjectId: k.text('subject_id').notNull(),
    accountId: k.text('account_id'),
    contactId: k.text('contact_id'),
    /** Ids, codes and numbers only: never personal data, never free text. */
    data: k.json<Record<string, unknown>>('data').notNull(),
    dispatchedAt: k.big('dispatched_at'),
  },
  (t) => [
    k.index('events_undispatched').on(t.id).where(isNull(t.dispatchedAt)),
    k.index('events_subject').on(t.subjectKind, t.subjectId, t.id),
    k.index('events_account').on(t.accountId, t.id),
    k.index('events_contact').on(t.contactId, t.id),
  ],
)

/** A list that left in bulk: written before its first byte, so that none leaves unrecorded; its event follows at the end. */
export const exports = k.table(
  'exports',
  {
    id: k.text('id').primaryKey(),
    actorKind: k.oneOf('actor_kind', actorKinds).notNull(),
    actorId: k.text('actor_id'),
    /** Made by the page that asked, so that it finds its own. */
    ref: k.text('ref'),
    list: k.text('list').notNull(),
    format: k.oneOf('format', exportFormats).notNull(),
    /** Ids, codes and numbers; of typed text only that there was some. */
    filter: k.json<Record<string, unknown>>('filter').notNull(),
    state: k.oneOf('state', exportStates).notNull(),
    rows: k.int('rows').notNull(),
    /** Characters that the encoding lacks, and in how many rows. */
    replaced: k.int('replaced').notNull(),
    replacedRows: k.int('replaced_rows').notNull(),
    startedAt: k.big('started_at').notNull(),
    /** While it runs: when it last wrote how far it is. */
    seenAt: k.big('seen_at').notNull(),
    endedAt: k.big('ended_at'),
  },
  (t) => [
    k.index('exports_actor').on(t.actorId, t.id),
    k
      .index('exports_running')
      .on(t.seenAt)
      .where(sql`${t.state} = 'running'`),
    k.index('exports_started').on(t.startedAt),
  ],
)
