/**
 * The value that so many per cent of the values don't exceed, by the nearest rank: the ⌈n · percent / 100⌉th of them in
 * order, always one that was measured (50: the median, lower of two; 90 of ten: the ninth). Null for none.
 * @param sorted rising
 * @param percent above 0, up to 100
 */
export function percentile(sorted: ArrayLike<number>, percent: number): number | null {
  const n = sorted.length
  return n === 0 ? null : sorted[Math.ceil((n * percent) / 100) - 1]!
}
