import { finitePopulation } from '#app/statistics/correction.ts'
import { clamp, z95, type Interval } from '#app/statistics/interval.ts'

/** Counted answers by class: low are detractors, mid passives, high promoters. */
export interface Counts {
  readonly low: number
  readonly mid: number
  readonly high: number
}

export interface Nps extends Interval {
  /** Points from -100 to 100: the share of promoters minus the share of detractors. */
  readonly value: number
  readonly n: number
}

export const totalOf = ({ low, mid, high }: Counts): number => low + mid + high

/**
 * The Net Promoter Score with its 95 % interval in points, or null when nobody answered.
 *
 * The value is the raw score. The interval is the adjusted Wald one (Rocks 2016, "Interval Estimation for the 'Net
 * Promoter Score'", The American Statistician 70(4); recommended by MeasuringU): ¾ detractor, 1½ passives and ¾
 * promoter are added, so that it holds its level for few answers too. It isn't centred on the value, and is clamped to
 * the scale.
 *
 * `population`: how many were asked, only when ALL of a whole population were (a wave); the interval is then narrower.
 */
export function npsOf(counts: Counts, { population }: { population?: number } = {}): Nps | null {
  const n = totalOf(counts)
  if (n === 0) return null
  const { centre, variance } = adjusted(counts)
  const half = z95 * Math.sqrt(variance) * finitePopulation(n, population)
  return {
    value: 100 * ((counts.high - counts.low) / n),
    n,
    low: 100 * clamp(centre - half, -1, 1),
    high: 100 * clamp(centre + half, -1, 1),
  }
}

/** The adjusted score (from -1 to 1) and the variance of its estimate. */
export function adjusted(counts: Counts): { centre: number; variance: number } {
  const n = totalOf(counts) + 3
  const promoters = (counts.high + 0.75) / n
  const detractors = (counts.low + 0.75) / n
  const centre = promoters - detractors
  return { centre, variance: (promoters + detractors - centre * centre) / n }
}
