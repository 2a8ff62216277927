/** A number between two limits, in the unit of the number. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Two-sided 95 %. Every interval of Koe has this level. */
export const z95 = 1.959963984540054

/** Fewer answers than this are shown with their interval, but never compared: too few to say. */
export const fewestToCompare = 10

/**
 * The standard normal distribution: the share below `z`, to about 1e-7.
 * Source: the rational Chebyshev approximation of erfc in Press et al., Numerical Recipes, 6.2.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const inner = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
    -1.26551223,
  ]
  const erfc = t * Math.exp(-x * x + inner.reduce((sum, c) => sum * t + c, 0))
  return z < 0 ? erfc / 2 : 1 - erfc / 2
}

/** The chance of a value at least this far from 0 on either side, when there is no difference. */
export const twoSided = (z: number): number => Math.min(1, 2 * normalBelow(-Math.abs(z)))

export const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
