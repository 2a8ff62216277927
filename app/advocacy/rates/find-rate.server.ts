import { and, desc, eq, lte } from 'drizzle-orm'
import { convert } from '#app/advocacy/rates/rate.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { exchangeRates } from '#db/schema/advocacy-rates.ts'

/** What an amount is in the organisation's currency, and by which rate. */
export interface InBase {
  dealBaseMinor: number | null
  /** The rate, and the day from which it holds; null where none was needed, or none is known. */
  dealRate: string | null
  dealRateDay: number | null
}

/** An amount in the organisation's currency, by the rate that held on a day; without one it isn't known. */
export async function inBase(
  ctx: Ctx,
  { minor, currency, base, day }: { minor: number; currency: string; base: string; day: number },
): Promise<InBase> {
  if (currency === base) return { dealBaseMinor: minor, dealRate: null, dealRateDay: null }
  const [found] = await read(ctx)
    .select({ rate: exchangeRates.rate, fromDay: exchangeRates.fromDay })
    .from(exchangeRates)
    .where(and(eq(exchangeRates.base, base), eq(exchangeRates.currency, currency), lte(exchangeRates.fromDay, day)))
    .orderBy(desc(exchangeRates.fromDay))
    .limit(1)
  const worth = found ? convert(minor, currency, base, found.rate) : null
  if (!found || worth === null) return { dealBaseMinor: null, dealRate: null, dealRateDay: null }
  return { dealBaseMinor: worth, dealRate: found.rate, dealRateDay: found.fromDay }
}
