import { and, isNull, sql, type SQL } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { isDueToday, isLate, isOf, isOfTeam, myWork } from '#app/cases/case-filter.server.ts'
import { mostCounted } from '#app/cases/counted.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { cases } from '#db/schema/cases.ts'

/** How many cases wait in the queue, each at most `mostCounted` + 1: mine, of my team, all, and late ones of each kind that a page leads with. */
export async function countOpenCases(ctx: Ctx): Promise<{
  mine: number
  mineLate: number
  mineDue: number
  mineNew: number
  mineSnoozed: number
  team: number
  all: number
  late: number
}> {
  authorise(ctx, 'cases.read')
  const queued = and(isOpen, isNull(cases.snoozedUntil), casesShownTo(ctx))
  const owners = await myWork(ctx)
  return {
    ...(await countMine(ctx, owners)),
    team: ctx.actor.kind === 'user' && ctx.actor.teamId ? await countUpTo(ctx, and(queued, isOfTeam(ctx))) : 0,
    all: await countUpTo(ctx, queued),
    late: await countUpTo(ctx, and(queued, isLate(ctx))),
  }
}

async function countUpTo(ctx: Ctx, condition: SQL | undefined): Promise<number> {
  const some = read(ctx).select({ one: sql`1`.as('one') }).from(cases).where(condition).limit(mostCounted + 1).as('some') // prettier-ignore
  const [row] = await read(ctx).select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some) // prettier-ignore
  return row!.n
}

/** All of one's own in one pass over the index of the owners. */
async function countMine(ctx: Ctx, owners: string[]) {
  const is = (condition: SQL | undefined) => sql<number>`case when ${condition} then 1 else 0 end`
  const some = read(ctx)
    .select({
      queued: is(isNull(cases.snoozedUntil)).as('queued'),
      late: is(isLate(ctx)).as('late'),
      due: is(await isDueToday(ctx)).as('due'),
      fresh: is(isNull(cases.claimedAt)).as('fresh'),
    })
    .from(cases)
    .where(and(isOpen, isOf(owners), casesShownTo(ctx)))
    .limit(mostCounted + 1)
    .as('some')
  const sum = (column: SQL | SQL.Aliased<number>) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
  const of = (column: SQL.Aliased<number>) => sum(sql`${some.queued} * ${column}`)
  const [row] = await read(ctx)
    .select({
      mine: sum(some.queued),
      mineLate: of(some.late),
      mineDue: of(some.due),
      mineNew: of(some.fresh),
      mineSnoozed: sum(sql`1 - ${some.queued}`),
    })
    .from(some)
  return row!
}
