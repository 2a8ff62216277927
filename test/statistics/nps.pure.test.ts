import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npsOf } from '#app/statistics/nps.ts'
import { finitePopulation } from '#app/statistics/correction.ts'

const answers = fc.record({ low: fc.nat(2000), mid: fc.nat(2000), high: fc.nat(2000) })
const some = answers.filter(({ low, mid, high }) => low + mid + high > 0)

describe('the Net Promoter Score', () => {
  test('is promoters minus detractors, in points', () => {
    // 30 promoters, 22 passives, 15 detractors of 67: 100 × (30 − 15) / 67 = 22.388
    expect(npsOf({ low: 15, mid: 22, high: 30 })?.value).toBeCloseTo(22.388, 3)
  })

  test('has the adjusted Wald interval', () => {
    // n' = 67 + 3 = 70; p = 30.75 / 70 = 0.439286; d = 15.75 / 70 = 0.225; p − d = 0.214286
    // variance = (0.439286 + 0.225 − 0.214286²) / 70 = 0.00883382; half = 1.959964 × 0.0939884 = 0.184214
    // 100 × (0.214286 ∓ 0.184214) = 3.007 to 39.850: not centred on 22.388
    const nps = npsOf({ low: 15, mid: 22, high: 30 })!
    expect(nps.low).toBeCloseTo(3.007, 3)
    expect(nps.high).toBeCloseTo(39.85, 3)
    expect(nps.n).toBe(67)
  })

  test('of one promoter says how little one answer tells', () => {
    // n' = 4; p = 1.75 / 4; d = 0.75 / 4; p − d = 0.25; variance = (0.625 − 0.0625) / 4 = 0.140625; half = 1.96 × 0.375 = 0.735
    const nps = npsOf({ low: 0, mid: 0, high: 1 })!
    expect(nps.value).toBe(100)
    expect(nps.low).toBeCloseTo(-48.5, 1)
    expect(nps.high).toBeCloseTo(98.5, 1)
  })

  test('of nobody is null', () => {
    expect(npsOf({ low: 0, mid: 0, high: 0 })).toBeNull()
  })

  test('stays within the scale, with its ends in order', () => {
    fc.assert(
      fc.property(some, (counts) => {
        const nps = npsOf(counts)!
        expect(nps.low).toBeLessThanOrEqual(nps.high)
        for (const end of [nps.value, nps.low, nps.high]) expect(Math.abs(end)).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('turns its sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(some, ({ low, mid, high }) => {
        const one = npsOf({ low, mid, high })!
        const other = npsOf({ low: high, mid, high: low })!
        expect(other.value).toBeCloseTo(-one.value, 9)
        expect(other.low).toBeCloseTo(-one.high, 9)
        expect(other.high).toBeCloseTo(-one.low, 9)
      }),
    )
  })

  test('does not fall when a detractor becomes a promoter', () => {
    fc.assert(
      fc.property(some, ({ low, mid, high }) => {
        fc.pre(low > 0)
        expect(npsOf({ low: low - 1, mid, high: high + 1 })!.value).toBeGreaterThan(npsOf({ low, mid, high })!.value)
      }),
    )
  })

  test('is surer with ten times the answers of the same kind', () => {
    fc.assert(
      fc.property(some, ({ low, mid, high }) => {
        const few = npsOf({ low, mid, high })!
        const many = npsOf({ low: low * 10, mid: mid * 10, high: high * 10 })!
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })
})

describe('the finite-population correction', () => {
  test('is the root of (N − n) / (N − 1)', () => {
    expect(finitePopulation(40, 101)).toBeCloseTo(Math.sqrt(61 / 100), 12)
  })

  test('leaves no doubt when everybody answered, and all of it when the population is not known', () => {
    expect(finitePopulation(50, 50)).toBe(0)
    expect(finitePopulation(50)).toBe(1)
  })

  test('narrows the interval of a wave that asked everybody', () => {
    const counts = { low: 10, mid: 10, high: 20 }
    const wave = npsOf(counts, { population: 60 })!
    const sample = npsOf(counts)!
    expect(wave.value).toBe(sample.value)
    expect((wave.high - wave.low) / (sample.high - sample.low)).toBeCloseTo(Math.sqrt(20 / 59), 9)
  })
})
