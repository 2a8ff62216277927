import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isDone } from '#app/advocacy/report/report-conditions.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { countIf } from '#db/fragments.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { outreach } from '#db/schema/delivery.ts'

/** What somebody did for us. */
export interface Deeds {
  /** Done asks by kind, most first. */
  done: { kind: AskKind; n: number }[]
  /** Referrals that neither wait for the review nor were rejected. */
  referrals: number
  won: number
  /** Minor units of the organisation's currency, and deals that aren't in it. */
  baseMinor: number
  unconverted: number
  /** Published quotes. */
  quotes: number
  /** When we last wrote to them, or asked them in another way. */
  contactedAt: number | null
}

const number = <T>(value: ReturnType<typeof sql<T>>) => value.mapWith((n: unknown) => (n === null ? null : Number(n)))

/** What each of some people did, by contact id. */
export async function deedsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Deeds>> {
  const deeds = new Map<string, Deeds>(
    ids.map((id) => [
      id,
      { done: [], referrals: 0, won: 0, baseMinor: 0, unconverted: 0, quotes: 0, contactedAt: null },
    ]),
  )
  if (!ids.length) return deeds
  const db = read(ctx)
  const n = sql<number>`count(*)`.mapWith(Number)
  const asked = await db
    .select({
      id: asks.contactId,
      kind: asks.kind,
      n: countIf(isDone),
      at: number(sql<number | null>`max(${asks.sentAt})`),
    })
    .from(asks)
    .where(inArray(asks.contactId, ids))
    .groupBy(asks.contactId, asks.kind)
  const won = eq(referrals.state, 'won')
  const brought = await db
    .select({
      id: referrals.contactId,
      referrals: n,
      won: countIf(won),
      baseMinor: sql<number>`coalesce(sum(case when ${won} then ${referrals.dealBaseMinor} end), 0)`.mapWith(Number),
      unconverted: countIf(and(won, isNull(referrals.dealBaseMinor))),
    })
    .from(referrals)
    .where(and(inArray(referrals.contactId, ids), inArray(referrals.state, ['new', 'qualified', 'won', 'lost'])))
    .groupBy(referrals.contactId)
  const said = await db
    .select({ id: quotes.contactId, n })
    .from(quotes)
    .where(and(inArray(quotes.contactId, ids), eq(quotes.state, 'published')))
    .groupBy(quotes.contactId)
  const written = await db
    .select({ id: outreach.contactId, at: number(sql<number | null>`max(${outreach.at})`) })
    .from(outreach)
    .where(and(inArray(outreach.contactId, ids), isNull(outreach.cancelledAt)))
    .groupBy(outreach.contactId)
  const latest = (of: Deeds, at: number | null) => {
    if (at !== null && (of.contactedAt === null || at > of.contactedAt)) of.contactedAt = at
  }
  for (const row of asked) {
    const of = deeds.get(row.id)!
    if (row.n > 0) of.done.push({ kind: row.kind, n: row.n })
    latest(of, row.at)
  }
  for (const { id, ...row } of brought) Object.assign(deeds.get(id!)!, row)
  for (const row of said) deeds.get(row.id)!.quotes = row.n
  for (const row of written) latest(deeds.get(row.id)!, row.at)
  for (const of of deeds.values()) of.done.sort((a, b) => b.n - a.n || (a.kind < b.kind ? -1 : 1))
  return deeds
}
