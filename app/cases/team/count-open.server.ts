import { and, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { isLate } from '#app/cases/case-filter.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { isAged, isOfTeamOf, whyLate } from '#app/cases/team/team-conditions.server.ts'
import { ageBands, lateWhys, type AgeBand, type LateWhy } from '#app/cases/team/team-view.ts'
import { countIf } from '#db/fragments.ts'
import { cases } from '#db/schema/cases.ts'

const openOf = (ctx: Ctx, teamId: string | null) =>
  and(isOpen, casesShownTo(ctx), teamId ? isOfTeamOf(ctx, teamId) : undefined)

/** How long what is open now has been open, put-off ones with the others: every case is in one band. */
export async function countAges(ctx: Ctx, teamId: string | null): Promise<{ band: AgeBand; n: number }[]> {
  authorise(ctx, 'team.read')
  const bands = Object.fromEntries(ageBands.map((band) => [`b${band}`, countIf(isAged(ctx, band))]))
  const [row] = await read(ctx).select(bands).from(cases).where(openOf(ctx, teamId))
  return ageBands.map((band) => ({ band, n: row![`b${band}`]! }))
}

/** What is late now and why, put-off ones with the others: every late case counts for one reason, the first that fits. */
export async function countLate(ctx: Ctx, teamId: string | null): Promise<{ why: LateWhy; n: number }[]> {
  authorise(ctx, 'team.read')
  const rows = await read(ctx)
    .select({ why: await whyLate(ctx), n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(openOf(ctx, teamId), isLate(ctx)))
    .groupBy(sql`1`)
  return lateWhys.map((why) => ({ why, n: rows.find((row) => row.why === why)?.n ?? 0 }))
}
