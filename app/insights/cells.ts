import type { Dimension } from '#db/enums/insights.ts'

/** What is summed up of counted answers. `sum` adds the scores, for a mean. */
export interface Sums {
  n: number
  low: number
  mid: number
  high: number
  sum: number
}

/** One place of the score table: a program's day, seen along one dimension. */
export interface Cell {
  programId: string
  day: number
  dim: Dimension
  /** Empty for `all`, and where the trait isn't known. */
  value: string
}

export interface Traits {
  tier: string | null
  region: string | null
  industry: string | null
  plan: string | null
  stage: string | null
  ownerId: string | null
  language: string
  products: string[]
}

/** Where an answer with these traits is counted: once for every dimension, and once for each product. */
export function* cellsOf(traits: Traits): Generator<[Dimension, string]> {
  yield ['all', '']
  yield ['tier', traits.tier ?? '']
  yield ['region', traits.region ?? '']
  yield ['industry', traits.industry ?? '']
  yield ['plan', traits.plan ?? '']
  yield ['stage', traits.stage ?? '']
  yield ['owner', traits.ownerId ?? '']
  yield ['language', traits.language]
  if (traits.products.length === 0) yield ['product', '']
  for (const product of new Set(traits.products)) yield ['product', product]
}

/** Sums by place, added up in memory before they are written. */
export class CellSums {
  readonly #cells = new Map<string, Cell & Sums>()

  get size() {
    return this.#cells.size
  }

  add(programId: string, day: number, traits: Traits, { n, low, mid, high, sum }: Sums) {
    for (const [dim, value] of cellsOf(traits)) {
      const key = JSON.stringify([programId, day, dim, value])
      const cell = this.#cells.get(key)
      if (!cell) this.#cells.set(key, { programId, day, dim, value, n, low, mid, high, sum })
      else {
        cell.n += n
        cell.low += low
        cell.mid += mid
        cell.high += high
        cell.sum += sum
      }
    }
  }

  /** In the order of their keys: two writers that touch the same rows must meet them in the same order. */
  rows(): (Cell & Sums)[] {
    return [...this.#cells.keys()].sort().map((key) => this.#cells.get(key)!)
  }
}
