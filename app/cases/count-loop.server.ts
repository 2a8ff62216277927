import { and, gte, isNull, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { firstId } from '#app/platform/ids.server.ts'
import { cases } from '#db/schema/cases.ts'

/** Days back in which a case must have been opened to be counted. */
export const loopDays = 30

const countIf = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number)

/** How far the cases of the last 30 days have come. Reads the cases of these days, whatever the table holds. */
export async function countLoop(ctx: Ctx) {
  authorise(ctx, 'cases.read')
  const [row] = await read(ctx)
    .select({
      opened: sql<number>`count(*)`.mapWith(Number),
      contacted: countIf(sql`${cases.contactedAt} is not null`),
      resolved: countIf(sql`${cases.resolvedAt} is not null`),
      closed: countIf(sql`${cases.state} = 'closed'`),
    })
    .from(cases)
    // What joined another case is one with it.
    .where(and(isNull(cases.joinedInto), gte(cases.id, firstId('cas', ctx.now() - loopDays * DAY))))
  return row!
}
