/**
 * The finite-population correction of a standard error: sqrt((N - n) / (N - 1)). 1 without a population, 0 when
 * everybody answered. Right only when the whole population was asked.
 */
export function finitePopulation(n: number, population?: number): number {
  if (population === undefined || population <= 1) return 1
  return Math.sqrt(Math.max(0, population - n) / (population - 1))
}
