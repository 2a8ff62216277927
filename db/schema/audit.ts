import { isNull } from 'drizzle-orm'
import { actorKinds } from '#db/enums/audit.ts'
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
