import { npsDifference, rateDifference, type Difference } from '#app/statistics/differences.ts'
import { fewestToCompare, type Interval } from '#app/statistics/interval.ts'
import { npsOf, totalOf, type Counts } from '#app/statistics/nps.ts'
import { rateOf } from '#app/statistics/rates.ts'
import type { Metric } from '#db/enums/statistics.ts'

/** The one number of a metric: NPS in points (-100 to 100); CSAT and CES as the percentage of the high class (0 to 100). */
export interface Score extends Interval {
  readonly value: number
  readonly n: number
}

/** The score of counted answers with its 95 % interval, or null when there are none. */
export function scoreOf(metric: Metric, counts: Counts): Score | null {
  if (metric === 'nps') return npsOf(counts)
  const rate = rateOf(counts.high, totalOf(counts))
  return rate && { value: 100 * rate.value, n: rate.n, low: 100 * rate.low, high: 100 * rate.high }
}

/** First minus second in points, or null when either has too few answers to say. */
export function scoreDifference(metric: Metric, first: Counts, second: Counts): Difference | null {
  const [n, m] = [totalOf(first), totalOf(second)]
  if (n < fewestToCompare || m < fewestToCompare) return null
  if (metric === 'nps') return npsDifference(first, second)
  const found = rateDifference({ hits: first.high, n }, { hits: second.high, n: m })
  return found && { value: 100 * found.value, low: 100 * found.low, high: 100 * found.high, p: found.p }
}

/** Whether a difference may well be chance. */
export const isNoise = (difference: Difference): boolean => difference.p > 0.05
