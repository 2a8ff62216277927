import { clamp, twoSided, z95, type Interval } from '#app/statistics/interval.ts'
import { adjusted, npsOf, type Counts } from '#app/statistics/nps.ts'
import { rateOf } from '#app/statistics/rates.ts'

export interface Difference extends Interval {
  /** First minus second, in the unit of both. */
  readonly value: number
  /** Two-sided: the chance of a difference at least this large when there is none. Above .05: within noise. */
  readonly p: number
}

/**
 * NPS of the first minus NPS of the second, in points, with 95 % interval and p; null when one of them has no answers.
 * Both are adjusted as in `npsOf`; their variances add (independent groups; Sauro & Lewis 2016, "Quantifying the User
 * Experience", and MeasuringU, "How to statistically compare two Net Promoter Scores").
 */
export function npsDifference(first: Counts, second: Counts): Difference | null {
  const a = npsOf(first)
  const b = npsOf(second)
  if (!a || !b) return null
  const [x, y] = [adjusted(first), adjusted(second)]
  const error = Math.sqrt(x.variance + y.variance)
  const centre = x.centre - y.centre
  return {
    value: a.value - b.value,
    low: 100 * clamp(centre - z95 * error, -2, 2),
    high: 100 * clamp(centre + z95 * error, -2, 2),
    p: twoSided(centre / error),
  }
}

/**
 * The first share minus the second, with Newcombe's hybrid score interval (Newcombe 1998, method 10) and the p of the
 * pooled z test; null when one n is 0.
 */
export function rateDifference(
  first: { hits: number; n: number },
  second: { hits: number; n: number },
): Difference | null {
  const a = rateOf(first.hits, first.n)
  const b = rateOf(second.hits, second.n)
  if (!a || !b) return null
  const value = a.value - b.value
  const pooled = (first.hits + second.hits) / (first.n + second.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n))
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
    p: error === 0 ? 1 : twoSided(value / error),
  }
}
