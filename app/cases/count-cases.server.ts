import { and, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { casesThat, isLate, isOf, isOfTeam, myWork, type CaseFilter } from '#app/cases/case-filter.server.ts'
import { mostCounted, mostOnTab } from '#app/platform/counted.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { cases } from '#db/schema/cases.ts'

/** How many cases stand behind each tab of the queue, at most `mostOnTab` + 1: mine, of my team, all. */
export async function countTabs(ctx: Ctx): Promise<{ mine: number; team: number; all: number }> {
  authorise(ctx, 'cases.read')
  const inTab = (condition?: SQL) => countUpTo(read(ctx), cases, and(isQueued(ctx), condition), mostOnTab)
  return {
    mine: await inTab(isOf(await myWork(ctx))),
    team: ctx.actor.kind === 'user' && ctx.actor.teamId ? await inTab(isOfTeam(ctx)) : 0,
    all: await inTab(),
  }
}

/** How many cases wait in the queue, each at most `mostCounted` + 1: mine and all, and how many of them are late or new to me. */
export async function countOpenCases(ctx: Ctx): Promise<{
  mine: number
  mineLate: number
  mineNew: number
  all: number
  late: number
}> {
  authorise(ctx, 'cases.read')
  const queued = isQueued(ctx)
  return {
    ...(await countMine(ctx, and(queued, isOf(await myWork(ctx))))),
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

const isQueued = (ctx: Ctx) => and(isOpen, isNull(cases.snoozedUntil), casesShownTo(ctx))

/**
 * All of one's own in one pass over the index of the owners, which has all that is asked but the state; who has more than are
 * counted, each kind by itself.
 */
async function countMine(ctx: Ctx, mine: SQL | undefined) {
  const is = (condition: SQL) => sql<number>`case when ${condition} then 1 else 0 end`
  const kinds = { late: lt(cases.lateAt, ctx.now()), fresh: isNull(cases.claimedAt) }
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
