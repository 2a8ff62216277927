import { and, countDistinct, eq, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { askedIn, groupOfAsk, isAtStep, isDone, saidYes } from '#app/advocacy/report/report-conditions.server.ts'
import { promoterBys, type PeopleStep, type ReportBy } from '#app/advocacy/report/report-view.ts'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

export type PeopleCounts = Record<Exclude<PeopleStep, 'promoters'>, number> & {
  key: string | null
  /** Null where they can't be told apart. */
  promoters: number | null
}

const none = { asked: 0, accepted: 0, acted: 0 }

/** People, not asks: promoters, whom a period asked, who of them agreed and did it. `by`: apart, each person in every row they belong to. */
export async function countPeople(ctx: Ctx, span: Span, by: ReportBy | null): Promise<PeopleCounts[]> {
  const asked = await countAsked(ctx, span, by)
  if (by === null) return [{ ...none, ...asked[0], key: null, promoters: await countPromoters(ctx, span) }]
  if (!promoterBys.includes(by)) return asked.map((row) => ({ ...row, promoters: null }))
  const promoters = await countPromotersBy(ctx, span, by)
  const of = new Map(asked.map((row) => [row.key, row]))
  return promoters.map(({ key, n }) => ({ ...none, ...of.get(key), key, promoters: n }))
}

/** Whom a period asked and who agreed, nobody twice. */
export async function countAskedPeople(ctx: Ctx, span: Span): Promise<{ asked: number; accepted: number }> {
  return (await countAsked(ctx, span, null))[0] ?? none
}

function countAsked(ctx: Ctx, span: Span, by: ReportBy | null) {
  const key = by === null ? sql<string | null>`''` : sql<string | null>`${groupOfAsk[by]}`
  const who = (condition: SQL) =>
    sql<number>`count(distinct case when ${condition} then ${asks.contactId} end)`.mapWith(Number)
  const query = read(ctx)
    .select({ key, asked: countDistinct(asks.contactId), accepted: who(saidYes), acted: who(isDone) })
    .from(asks)
    .where(askedIn(span))
    .groupBy(sql`1`)
    .$dynamic()
  // An ask says its kind and who asks by itself: fifty thousand need no person to be looked up.
  if (by === null || !promoterBys.includes(by)) return query
  return query
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
}

/** As many as `isAtStep` finds, without a look at each person: those nominated in time, and who was asked besides. */
async function countPromoters(ctx: Ctx, { from, to }: Span): Promise<number> {
  const db = read(ctx)
  const n = sql<number>`count(*)`.mapWith(Number)
  const [nominated] = await db.select({ n }).from(advocates).where(lt(advocates.nominatedAt, to))
  const [besides] = await db
    .select({ n: countDistinct(asks.contactId) })
    .from(asks)
    .leftJoin(advocates, and(eq(advocates.contactId, asks.contactId), lt(advocates.nominatedAt, to)))
    .where(and(askedIn({ from, to }), isNull(advocates.contactId)))
  return nominated!.n + besides!.n
}

function countPromotersBy(ctx: Ctx, span: Span, by: ReportBy) {
  return read(ctx)
    .select({ key: sql<string | null>`${groupOfAsk[by]}`, n: sql<number>`count(*)`.mapWith(Number) })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(isAtStep(ctx, 'promoters', span))
    .groupBy(sql`1`)
}
