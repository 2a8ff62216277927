import { and, gte, isNull, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { hasReached } from '#app/cases/count-loop.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { isOfTeamOf } from '#app/cases/team/team-conditions.server.ts'
import { funnelMonths, type FunnelStep } from '#app/cases/team/team-view.ts'
import { dayOf, startOfDay } from '#app/platform/calendar.ts'
import { addMonths, monthStart } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { countIf } from '#db/fragments.ts'
import { cases } from '#db/schema/cases.ts'

/** Cases by the month in which they were opened; `month` is its first day. */
export type FunnelMonth = { month: number } & Record<FunnelStep, number>

/**
 * How far the cases of each of the last twelve months have come by now, as `countLoop` counts it for thirty days: contacted,
 * resolved, and recovered when the customer confirmed it. What joined another case is one with it. Reads the cases of
 * these months by their ids, whatever the table holds.
 */
export async function countFunnel(ctx: Ctx, teamId: string | null): Promise<FunnelMonth[]> {
  authorise(ctx, 'team.read')
  const { zone } = await getOrganisation(ctx)
  const first = addMonths(monthStart(dayOf(ctx.now(), zone)), 1 - funnelMonths)
  const months = Array.from({ length: funnelMonths }, (_, i) => addMonths(first, i))
  const starts = months.map((month) => firstId('cas', startOfDay(month, zone)))
  const until = starts.slice(1).map((id, i) => sql`when ${cases.id} < ${id} then ${sql.raw(String(i))}`)
  const rows = await read(ctx)
    .select({
      at: sql<number>`case ${sql.join(until, sql` `)} else ${sql.raw(String(funnelMonths - 1))} end`.mapWith(Number),
      opened: sql<number>`count(*)`.mapWith(Number),
      contacted: countIf(hasReached.contacted),
      resolved: countIf(hasReached.resolved),
      recovered: countIf(hasReached.recovered),
    })
    .from(cases)
    .where(
      and(
        isNull(cases.joinedInto),
        gte(cases.id, starts[0]!),
        casesShownTo(ctx),
        teamId ? isOfTeamOf(ctx, teamId) : undefined,
      ),
    )
    .groupBy(sql`1`)
  return months.map((month, i) => {
    const { opened = 0, contacted = 0, resolved = 0, recovered = 0 } = rows.find((row) => row.at === i) ?? {}
    return { month, opened, contacted, resolved, recovered }
  })
}
