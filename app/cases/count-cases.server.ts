import { and, isNull, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { casesThat, isLate, isOf, isOfTeam, myWork, type CaseFilter } from '#app/cases/case-filter.server.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { cases } from '#db/schema/cases.ts'

/** How many cases wait in the queue, each at most `mostCounted` + 1: mine, of my team, all, and late ones of each kind that a page leads with. */
export async function countOpenCases(ctx: Ctx): Promise<{
  mine: number
  mineLate: number
  mineNew: number
  team: number
  all: number
  late: number
}> {
  authorise(ctx, 'cases.read')
  const queued = and(isOpen, isNull(cases.snoozedUntil), casesShownTo(ctx))
  const owners = await myWork(ctx)
  return {
    ...(await countMine(ctx, owners)),
    team: ctx.actor.kind === 'user' && ctx.actor.teamId ? await counted(ctx, and(queued, isOfTeam(ctx))) : 0,
    all: await counted(ctx, queued),
    late: await counted(ctx, and(queued, isLate(ctx))),
  }
}

/** How many cases a filter finds, at most `mostCounted` + 1: exactly those that the list behind it shows. */
export async function countCases(ctx: Ctx, filter: CaseFilter): Promise<number> {
  authorise(ctx, 'cases.read')
  return counted(ctx, await casesThat(ctx, filter, await myWork(ctx)))
}

const counted = (ctx: Ctx, condition: SQL | undefined) => countUpTo(read(ctx), cases, condition)

/** All of one's own in one pass over the index of the owners; who has more than are counted, each kind by itself. */
async function countMine(ctx: Ctx, owners: string[]) {
  const is = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`
  const mine = and(isOpen, isNull(cases.snoozedUntil), isOf(owners), casesShownTo(ctx))
  const kinds = { late: isLate(ctx), fresh: isNull(cases.claimedAt) }
  const some = read(ctx)
    .select({ late: is(kinds.late).as('late'), fresh: is(kinds.fresh).as('fresh') })
    .from(cases)
    .where(mine)
    .limit(mostCounted + 1)
    .as('some')
  const sum = (column: SQL.Aliased<number>) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
  const [row] = await read(ctx)
    .select({
      mine: sql<number>`count(*)`.mapWith(Number),
      mineLate: sum(some.late),
      mineNew: sum(some.fresh),
    })
    .from(some)
  if (row!.mine <= mostCounted) return row!
  return {
    mine: row!.mine,
    mineLate: await counted(ctx, and(mine, kinds.late)),
    mineNew: await counted(ctx, and(mine, kinds.fresh)),
  }
}
