import { and, eq, gte, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { countIf } from '#db/fragments.ts'
import { cases } from '#db/schema/cases.ts'

/** Days back in which a case must have been opened to be counted. */
export const loopDays = 30

/** What becomes of a case after it was opened; recovered is what the customer said when asked again. */
export const loopSteps = ['contacted', 'resolved', 'closed', 'recovered'] as const

/** Whether a case has come so far, wherever it stands now. */
export const hasReached: Record<(typeof loopSteps)[number], SQL> = {
  contacted: isNotNull(cases.contactedAt),
  resolved: isNotNull(cases.resolvedAt),
  closed: eq(cases.state, 'closed'),
  recovered: eq(cases.closeKind, 'verified'),
}

/** Opened within so many days up to now; an id begins with its time. What joined another case is one with it. */
export const openedWithin = (ctx: Ctx, days: number) =>
  and(isNull(cases.joinedInto), gte(cases.id, firstId('cas', ctx.now() - days * DAY)))

/** How far the cases of the last 30 days have come. Reads the cases of these days, whatever the table holds. */
export async function countLoop(ctx: Ctx) {
  authorise(ctx, 'cases.read')
  const [row] = await read(ctx)
    .select({
      opened: sql<number>`count(*)`.mapWith(Number),
      contacted: countIf(hasReached.contacted),
      resolved: countIf(hasReached.resolved),
      closed: countIf(hasReached.closed),
    })
    .from(cases)
    .where(openedWithin(ctx, loopDays))
  return row!
}
