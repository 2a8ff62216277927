import { and, count, gte, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { medianOf } from '#app/insights/monthly/monthly.ts'
import { DAY } from '#app/platform/day.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { cases } from '#db/schema/cases.ts'
import type { Db } from '#db/store/store.ts'

/** Instants: from included, to not. */
interface Span {
  from: number
  to: number
}

/**
 * How the loop was closed in a span of time: cases that came and went, how long the first contact and the closing took
 * (medians in minutes, of all hours, not only working ones), and which share kept its time.
 */
export async function countLoop(ctx: Ctx, { from, to }: Span, closeDays: number) {
  const db = read(ctx)
  // A case that joined another, since their customers are one, is one with it.
  const own = isNull(cases.joinedInto)
  const opened = and(own, gte(cases.openedAt, from), lt(cases.openedAt, to))
  const closed = and(own, gte(cases.closedAt, from), lt(cases.closedAt, to))
  const contacted = and(opened, isNotNull(cases.contactedAt))
  const soon = sql`${cases.contactedAt} <= ${cases.replyDueAt}`
  // Neither in time nor late: whose time isn't up, and what was closed before anybody had to call.
  const due = and(
    opened,
    sql`(${cases.contactedAt} is not null or (${cases.closedAt} is null and ${cases.replyDueAt} < ${ctx.now()}))`,
  )
  const inTime = sql`${cases.closedAt} - ${cases.openedAt} <= ${closeDays * DAY}`
  const [nDue, nSoon, nClosed, nInTime] = [
    await countOf(db, due),
    await countOf(db, and(contacted, soon)),
    await countOf(db, closed),
    await countOf(db, and(closed, inTime)),
  ]
  return {
    opened: await countOf(db, opened),
    closed: nClosed,
    /** Still open when the span ended. */
    left: (await countOf(db, lt(cases.openedAt, to))) - (await countOf(db, lt(cases.closedAt, to))),
    contactMinutes: medianOf(await minutes(db, contacted, sql`${cases.contactedAt} - ${cases.openedAt}`)),
    contacted: await countOf(db, contacted),
    contactedInTime: rateOf(nSoon, nDue),
    closeMinutes: medianOf(await minutes(db, closed, sql`${cases.closedAt} - ${cases.openedAt}`)),
    closedInTime: rateOf(nInTime, nClosed),
    closeDays,
  }
}

async function countOf(db: Db, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ n: count() }).from(cases).where(where)
  return row!.n
}

/** How many cases took how many whole minutes: at most one row a case, most often far fewer. */
async function minutes(db: Db, where: SQL | undefined, span: SQL) {
  const value = sql<number>`(${span}) / 60000`.mapWith((found) => Math.floor(Number(found)))
  return db
    .select({ value, n: count() })
    .from(cases)
    .where(where)
    .groupBy(sql`1`)
}

export type Loop = Awaited<ReturnType<typeof countLoop>>
