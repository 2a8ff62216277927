/** What a benchmark is handed. */
export interface Bench {
  /** An empty folder on the disk of the checkout, gone afterwards. Also KOE_DATA_DIR. */
  readonly folder: string
  /** A line for who watches; kept off the last line of `--json`. */
  say(line: string): void
}

/** The default export of `test/bench/<name>.ts`: named figures, each against its own yardstick in the same run, interleaved. */
export type Benchmark = (bench: Bench) => Promise<Record<string, number | string | null>>

export function median(values: number[]): number {
  return percentile(values, 50)
}

/** The smallest value that at least `p` percent of the values don't pass (nearest rank). */
export function percentile(values: number[], p: number): number {
  if (!values.length) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]!
}

export const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits
