import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npsDifference, rateDifference } from '#app/statistics/differences.ts'
import { normalBelow } from '#app/statistics/interval.ts'
import { rateOf } from '#app/statistics/rates.ts'
import { scoreDifference, scoreOf } from '#app/statistics/score.ts'

const hitsOf = fc.nat(3000).chain((n) => fc.record({ n: fc.constant(n + 1), hits: fc.nat(n + 1) }))
const counts = fc
  .record({ low: fc.nat(500), mid: fc.nat(500), high: fc.nat(500) })
  .filter(({ low, mid, high }) => low + mid + high > 0)

describe('a rate', () => {
  test.each([
    // Published in Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the published Wilson interval', (hits, n, low, high) => {
    const rate = rateOf(hits, n)!
    expect(rate.value).toBe(hits / n)
    expect(rate.low).toBeCloseTo(low, 4)
    expect(rate.high).toBeCloseTo(high, 4)
  })

  test('of nobody is null, and of more than there are is an error', () => {
    expect(rateOf(0, 0)).toBeNull()
    expect(() => rateOf(3, 2)).toThrow(RangeError)
    expect(() => rateOf(-1, 2)).toThrow(RangeError)
  })

  test('lies in its interval, and both between 0 and 1', () => {
    fc.assert(
      fc.property(hitsOf, ({ hits, n }) => {
        const { value, low, high } = rateOf(hits, n)!
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true)
      }),
    )
  })

  test('and its opposite mirror each other', () => {
    fc.assert(
      fc.property(hitsOf, ({ hits, n }) => {
        const one = rateOf(hits, n)!
        const other = rateOf(n - hits, n)!
        expect(other.low).toBeCloseTo(1 - one.high, 9)
        expect(other.high).toBeCloseTo(1 - one.low, 9)
      }),
    )
  })

  test('rises with every hit', () => {
    fc.assert(
      fc.property(hitsOf, ({ hits, n }) => {
        fc.pre(hits < n)
        const [few, more] = [rateOf(hits, n)!, rateOf(hits + 1, n)!]
        expect(more.low).toBeGreaterThan(few.low - 1e-12)
        expect(more.high).toBeGreaterThan(few.high - 1e-12)
      }),
    )
  })
})

describe('the difference of two rates', () => {
  test.each([
    // Published in Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ])('%i/%i − %i/%i has the published Newcombe interval', (a, n, b, m, low, high) => {
    const difference = rateDifference({ hits: a, n }, { hits: b, n: m })!
    expect(difference.value).toBeCloseTo(a / n - b / m, 12)
    expect(difference.low).toBeCloseTo(low, 4)
    expect(difference.high).toBeCloseTo(high, 4)
  })

  test('has the p of the pooled z test', () => {
    // 30/100 − 20/100: pooled 0.25; error = sqrt(0.25 × 0.75 × 0.02) = 0.0612372; z = 1.632993; two-sided p = 0.10247
    expect(rateDifference({ hits: 30, n: 100 }, { hits: 20, n: 100 })!.p).toBeCloseTo(0.10247, 4)
  })

  test('of equal rates is 0 with p = 1, and of nobody null', () => {
    expect(rateDifference({ hits: 5, n: 5 }, { hits: 9, n: 9 })).toMatchObject({ value: 0, p: 1 })
    expect(rateDifference({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull()
  })
})

describe('the difference of two Net Promoter Scores', () => {
  test('adds the variances of both adjusted scores', () => {
    // first: adjusted 0.2142857, variance 0.0088338. second (20 promoters, 20 passives, 25 detractors): n' = 68,
    // p = 20.75 / 68, d = 25.75 / 68, p − d = −0.0735294, variance = 0.0099767
    // error = sqrt(0.0188105) = 0.137151; 0.2878151 ∓ 1.959964 × 0.137151 = 1.900 to 55.663 points; z = 2.09852, p = 0.03586
    const difference = npsDifference({ low: 15, mid: 22, high: 30 }, { low: 25, mid: 20, high: 20 })!
    expect(difference.value).toBeCloseTo(22.388 + 7.692, 2)
    expect(difference.low).toBeCloseTo(1.9, 3)
    expect(difference.high).toBeCloseTo(55.663, 3)
    expect(difference.p).toBeCloseTo(0.03586, 5)
  })

  test('turns its sign with the order of the two', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const there = npsDifference(first, second)!
        const back = npsDifference(second, first)!
        expect(back.value).toBeCloseTo(-there.value, 9)
        expect(back.low).toBeCloseTo(-there.high, 9)
        expect(back.p).toBeCloseTo(there.p, 9)
        expect(there.p).toBeGreaterThanOrEqual(0)
        expect(there.p).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is not told from fewer than ten answers', () => {
    expect(scoreDifference('nps', { low: 1, mid: 2, high: 6 }, { low: 10, mid: 10, high: 10 })).toBeNull()
    expect(scoreDifference('nps', { low: 2, mid: 2, high: 6 }, { low: 10, mid: 10, high: 10 })).not.toBeNull()
  })
})

describe('the score of a metric', () => {
  test('is the NPS in points, and for CSAT and CES the percentage of the high class', () => {
    const counts = { low: 19, mid: 48, high: 196 } // 263 answers
    expect(scoreOf('nps', counts)?.value).toBeCloseTo((100 * (196 - 19)) / 263, 9)
    expect(scoreOf('csat', counts)).toMatchObject({ n: 263, value: (100 * 196) / 263 })
    expect(scoreOf('ces', { low: 0, mid: 0, high: 0 })).toBeNull()
  })
})

test('the normal distribution has its known values', () => {
  expect(normalBelow(0)).toBeCloseTo(0.5, 6)
  expect(normalBelow(1.959963985)).toBeCloseTo(0.975, 6)
  expect(normalBelow(-2.575829304)).toBeCloseTo(0.005, 6)
})
