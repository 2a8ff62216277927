import { sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { statement } from '#db/statement.ts'
import { events } from '#db/schema/audit.ts'

export interface NewEvent {
  /** `room.what_happened`: `cases.resolved`. Subscribers are listed in `app/subscriptions.server.ts`. */
  type: string
  subject: { kind: string; id: string }
  accountId?: string | null
  contactId?: string | null
  /** Ids, codes and numbers only: no personal data, no free text. */
  data?: Record<string, unknown>
}

const insert = statement((db) =>
  db.insert(events).values({
    id: sql.placeholder('id'),
    at: sql.placeholder('at'),
    actorKind: sql.placeholder('actorKind'),
    actorId: sql.placeholder('actorId'),
    type: sql.placeholder('type'),
    subjectKind: sql.placeholder('subjectKind'),
    subjectId: sql.placeholder('subjectId'),
    accountId: sql.placeholder('accountId'),
    contactId: sql.placeholder('contactId'),
    data: sql.placeholder('data'),
    dispatchedAt: null,
  }),
)

/** Writes the one row of a change: audit, timeline, notification and webhook source. Same transaction as the change. */
export async function recordEvent(ctx: TxCtx, event: NewEvent): Promise<string> {
  const at = ctx.now()
  const id = newId('evt', at)
  await insert(ctx.tx, {
    id,
    at,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    type: event.type,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    accountId: event.accountId ?? null,
    contactId: event.contactId ?? null,
    data: event.data ?? {},
  })
  return id
}
