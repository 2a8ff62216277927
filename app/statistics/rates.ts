import { clamp, z95, type Interval } from '#app/statistics/interval.ts'

export interface Rate extends Interval {
  /** A share from 0 to 1. */
  readonly value: number
  readonly n: number
}

/**
 * A share of `n` with its 95 % Wilson score interval (Wilson 1927), or null when n is 0. For response rates, and for
 * CSAT (satisfied) and CES (easy), which are the share of the high class.
 * @throws RangeError when `hits` isn't between 0 and `n`
 */
export function rateOf(hits: number, n: number): Rate | null {
  if (hits < 0 || hits > n) throw new RangeError(`${hits} of ${n} is no share`)
  if (n === 0) return null
  const p = hits / n
  const z2 = z95 * z95
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  // The ends are exactly 0 and 1 when nobody or everybody hit; rounding must not say otherwise.
  return {
    value: p,
    n,
    low: hits === 0 ? 0 : clamp(centre - half, 0, p),
    high: hits === n ? 1 : clamp(centre + half, p, 1),
  }
}
