import { and, countDistinct, eq, sql } from 'drizzle-orm'
import { askedIn, groupOfAsk, isAtStep, isDone, saidYes } from '#app/advocacy/report/report-conditions.server.ts'
import { promoterBys, type PeopleStep, type ReportBy } from '#app/advocacy/report/report-view.ts'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
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
  const who = (condition: ReturnType<typeof and>) =>
    sql<number>`count(distinct case when ${condition} then ${asks.contactId} end)`.mapWith(Number)
  return read(ctx)
    .select({ key, asked: countDistinct(asks.contactId), accepted: who(saidYes), acted: who(isDone) })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(askedIn(span))
    .groupBy(sql`1`)
}

function promotersOf(ctx: Ctx, span: Span, key: ReturnType<typeof sql<string | null>>) {
  return read(ctx)
    .select({ key, n: sql<number>`count(*)`.mapWith(Number) })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(isAtStep(ctx, 'promoters', span))
    .groupBy(sql`1`)
}

async function countPromoters(ctx: Ctx, span: Span): Promise<number> {
  const [row] = await promotersOf(ctx, span, sql<string | null>`''`)
  return row?.n ?? 0
}

const countPromotersBy = (ctx: Ctx, span: Span, by: ReportBy) =>
  promotersOf(ctx, span, sql<string | null>`${groupOfAsk[by]}`)
