import { and, eq, sql, type SQL } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'

/** The points of a row that count: `pointsOf()` of the rules, as a query says it. */
const counted = sql`case when ${rewards.state} = 'cancelled' or (${rewards.state} = 'barred' and not ${rewards.pointsAnyway}) then 0 else ${rewards.points} end`

export const pointsSum: SQL<number> = sql<number>`coalesce(sum(${counted}), 0)`.mapWith(Number)

/** All points that somebody has. */
export async function pointsOfPerson(ctx: Ctx, contactId: string): Promise<number> {
  const [row] = await read(ctx)
    .select({ n: pointsSum })
    .from(rewards)
    .where(and(eq(rewards.contactId, contactId)))
  return row!.n
}
