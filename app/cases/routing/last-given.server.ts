import { and, desc, eq, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { events } from '#db/schema/audit.ts'

/**
 * The event that gave a case to whoever has it: who then claims what is theirs already has it for the same reason. Null
 * for cases from before it was written down.
 */
export async function lastGiven(ctx: Ctx, found: { id: string; ownerId: string }) {
  const told = await read(ctx)
    .select({ type: events.type, data: events.data, actorKind: events.actorKind, actorId: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.subjectKind, 'case'),
        eq(events.subjectId, found.id),
        inArray(events.type, ['cases.opened', 'cases.assigned', 'cases.claimed']),
      ),
    )
    .orderBy(desc(events.id))
    .limit(2) // nobody claims twice what they were given once
  const last = told.find(({ type, data }) => type !== 'cases.claimed' || data.fromOwnerId !== data.ownerId)
  return last?.data.ownerId === found.ownerId ? last : null
}
