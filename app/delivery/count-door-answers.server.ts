import { count, inArray, isNotNull, and, max } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { invitations } from '#db/schema/delivery.ts'

export interface DoorCount {
  answers: number
  /** Milliseconds UTC; null before the first. */
  last: number | null
}

/** Answers that came in by each of these doors, by the door's id. */
export async function countDoorAnswers(ctx: Ctx, doorIds: string[]): Promise<Record<string, DoorCount>> {
  authorise(ctx, 'programs.read')
  if (!doorIds.length) return {}
  const rows = await read(ctx)
    .select({ id: invitations.doorId, answers: count(), last: max(invitations.answeredAt) })
    .from(invitations)
    .where(and(inArray(invitations.doorId, doorIds), isNotNull(invitations.answeredAt)))
    .groupBy(invitations.doorId)
  return Object.fromEntries(rows.map(({ id, answers, last }) => [id, { answers, last }]))
}
