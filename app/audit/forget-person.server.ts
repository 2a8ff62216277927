import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { events } from '#db/schema/audit.ts'

/**
 * `ids`: of a person, and of everybody who was merged into them; `caseIds`: cases they were on. What happened stays, in ids and numbers; that it was this person goes, or an answer would still lead to their row.
 * Events about the person themselves keep their subject: that somebody was erased must stay known.
 */
export async function forgetPerson({ tx }: TxCtx, ids: string[], caseIds: string[]): Promise<void> {
  await tx
    .update(events)
    .set({ contactId: null, actorId: unlessContact })
    .where(and(inArray(events.contactId, ids), ne(events.subjectKind, 'contact')))
  if (!caseIds.length) return
  // What they did to a case by answering names them only as who did it.
  await tx
    .update(events)
    .set({ actorId: null })
    .where(
      and(
        eq(events.subjectKind, 'case'),
        inArray(events.subjectId, caseIds),
        eq(events.actorKind, 'contact'),
        inArray(events.actorId, ids),
      ),
    )
}

const unlessContact = sql`case when ${events.actorKind} = 'contact' then null else ${events.actorId} end`
