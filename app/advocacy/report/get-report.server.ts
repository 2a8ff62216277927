import { inArray } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { countErased } from '#app/advocacy/report/count-erased.server.ts'
import { countLeads, sumDeals, timesToRevenue } from '#app/advocacy/report/count-leads.server.ts'
import { countAskedPeople, countPeople } from '#app/advocacy/report/count-people.server.ts'
import { countAskableNow, countIdle, topFive } from '#app/advocacy/report/get-bench.server.ts'
import { isLeadAt } from '#app/advocacy/report/report-conditions.server.ts'
import { readPeriod, type Span } from '#app/advocacy/report/read-period.server.ts'
import { reportQuery, type ReportQuery } from '#app/advocacy/report/report-query.ts'
import type { ReportBy } from '#app/advocacy/report/report-view.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { rateDifference } from '#app/statistics/differences.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { percentile } from '#app/statistics/percentile.ts'
import { users } from '#db/schema/access.ts'

/** Rows of a table that are shown, those with most asked first. */
const mostRows = 50

export type ReportRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** What a period brought, and how the bench stands today. */
export async function getReport(ctx: Ctx, query: ReportQuery = {}) {
  const view = reportQuery.parse(query)
  authorise(ctx, 'advocates.read')
  const period = await readPeriod(ctx, view)
  const { baseCurrency } = await getOrganisation(ctx)
  const [all] = await rowsOf(ctx, period, null)
  const rows = await rowsOf(ctx, period, view.by)
  const spans = await timesToRevenue(ctx, period)
  return {
    period,
    by: view.by,
    baseCurrency,
    all: all!,
    rows: rows.slice(0, mostRows),
    left: Math.max(0, rows.length - mostRows),
    erased: await countErased(ctx, period),
    revenue: await sumDeals(ctx, isLeadAt(ctx, 'won', period)),
    closed: await sumDeals(ctx, isLeadAt(ctx, 'closed', period)),
    toRevenue: { n: spans.length, median: percentile(spans, 50), p90: percentile(spans, 90) },
    acceptance: await compareAcceptance(ctx, period, period.before),
    top: await topFive(ctx, period),
    idle: await countIdle(ctx),
    askable: await countAskableNow(ctx),
  }
}

export type Report = Awaited<ReturnType<typeof getReport>>

const noLeads = { leads: 0, qualified: 0, won: 0, baseMinor: 0, unconverted: 0 }
const nobody = { promoters: 0, asked: 0, accepted: 0, acted: 0 }

/** People and leads of a period; `by`: one row a value, most asked first. */
export async function rowsOf(ctx: Ctx, span: Span, by: ReportBy | null) {
  const people = new Map((await countPeople(ctx, span, by)).map((row) => [by === null ? null : row.key, row]))
  const leads = new Map((await countLeads(ctx, span, by)).map((row) => [by === null ? null : row.key, row]))
  const keys = by === null ? [null] : [...new Set([...people.keys(), ...leads.keys()])]
  const names = by === 'holder' ? await namesOf(ctx, keys) : new Map<string, string>()
  return keys
    .map((key) => ({
      ...nobody,
      ...(by !== null && !people.has(key) && { promoters: null }),
      ...people.get(key),
      ...noLeads,
      ...leads.get(key),
      key,
      name: names.get(key ?? '') ?? null,
    }))
    .filter((row) => by === null || row.asked > 0 || row.leads > 0 || (row.promoters ?? 0) > 0)
    .sort((a, b) => b.asked - a.asked || b.leads - a.leads || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
}

async function namesOf(ctx: Ctx, keys: (string | null)[]): Promise<Map<string, string>> {
  const ids = keys.filter((key) => key !== null)
  if (!ids.length) return new Map()
  const rows = await read(ctx).select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who agreed of those who were asked, now and before; the difference only where both have enough people. */
async function compareAcceptance(ctx: Ctx, now: Span, before: Span) {
  const [current, previous] = [await countAskedPeople(ctx, now), await countAskedPeople(ctx, before)]
  const enough = Math.min(current.asked, previous.asked) >= fewestToCompare
  const share = ({ asked, accepted }: typeof current) => ({ hits: accepted, n: asked })
  return { current, previous, difference: enough ? rateDifference(share(current), share(previous)) : null }
}
