/*
 * Chance by name: the same words always give the same number, whatever was drawn before. So one more company, or one
 * more question asked of chance, changes nothing else of the demo.
 */

type Name = readonly (string | number)[]

/** A number from 0 to below 1 (53 bits, after cyrb53). */
export function chance(...name: Name): number {
  const text = name.join('/')
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)) / 2 ** 53
}

export const between = (low: number, high: number, ...name: Name) => low + (high - low) * chance(...name)

export const pick = <T>(list: readonly T[], ...name: Name): T => list[Math.floor(chance(...name) * list.length)]!

/** The index that `at` (0 to 1) falls on when the weights lie side by side. */
export function slot(weights: readonly number[], at: number): number {
  let left = at * weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < weights.length; i++) if ((left -= weights[i]!) < 0) return i
  return weights.length - 1
}

/** Standard normal, by Box and Muller. */
export const normal = (...name: Name) =>
  Math.sqrt(-2 * Math.log(1 - chance(...name, 'r'))) * Math.cos(2 * Math.PI * chance(...name, 'a'))

/** Share of a normal distribution below `z` (Abramowitz and Stegun 26.2.17, good to 1e-7). */
export function below(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    0.3989422804 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}
