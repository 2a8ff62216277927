import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { groupOfLead, hasReached, isLeadAt } from '#app/advocacy/report/report-conditions.server.ts'
import type { LeadStep, ReportBy } from '#app/advocacy/report/report-view.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { countIf } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { responses } from '#db/schema/responses.ts'

/** What deals are worth: those in the organisation's currency together, the others apart, none left out. */
export interface Revenue {
  deals: number
  /** Minor units of the organisation's currency. */
  baseMinor: number
  /** Deals of which no rate is known, by their own currency, most first. */
  apart: { currency: string; deals: number; minor: number }[]
}

export type LeadCounts = Record<LeadStep, number> & {
  key: string | null
  baseMinor: number
  /** Won deals whose worth isn't in the sum. */
  unconverted: number
}

/** The leads of a period and how far they have come by now. `by`: apart. */
export function countLeads(ctx: Ctx, span: Span, by: ReportBy | null): Promise<LeadCounts[]> {
  const key = by === null ? sql<string | null>`''` : sql<string | null>`${groupOfLead[by]}`
  const { qualified, won } = hasReached(ctx)
  return read(ctx)
    .select({
      key,
      leads: sql<number>`count(*)`.mapWith(Number),
      qualified: countIf(qualified),
      won: countIf(won),
      baseMinor: sql<number>`coalesce(sum(case when ${won} then ${referrals.dealBaseMinor} end), 0)`.mapWith(Number),
      unconverted: countIf(and(won, isNull(referrals.dealBaseMinor))),
    })
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(accounts, eq(accounts.id, referrals.accountId))
    .where(isLeadAt(ctx, 'leads', span))
    .groupBy(sql`1`)
}

/** What the deals of a condition are worth. */
export async function sumDeals(ctx: Ctx, which: SQL | undefined): Promise<Revenue> {
  const rows = await read(ctx)
    .select({
      currency: sql<
        string | null
      >`case when ${referrals.dealBaseMinor} is null then coalesce(${referrals.currency}, '') end`,
      deals: sql<number>`count(*)`.mapWith(Number),
      minor: sql<number>`coalesce(sum(coalesce(${referrals.dealBaseMinor}, ${referrals.dealMinor})), 0)`.mapWith(
        Number,
      ),
    })
    .from(referrals)
    .where(which)
    .groupBy(sql`1`)
  const base = rows.find((row) => row.currency === null)
  return {
    deals: rows.reduce((sum, row) => sum + row.deals, 0),
    baseMinor: base?.minor ?? 0,
    apart: rows
      .flatMap((row) => (row.currency === null ? [] : [{ ...row, currency: row.currency }]))
      .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1)),
  }
}

/** Milliseconds from the answer that made somebody an advocate to the win, of deals won in the period, rising. */
export async function timesToRevenue(ctx: Ctx, span: Span): Promise<number[]> {
  const rows = await read(ctx)
    .select({ wonAt: referrals.wonAt, answeredAt: responses.answeredAt })
    .from(referrals)
    .innerJoin(responses, eq(responses.id, referrals.responseId))
    .where(isLeadAt(ctx, 'closed', span))
  return rows.map((row) => Math.max(0, row.wonAt! - row.answeredAt)).sort((a, b) => a - b)
}
