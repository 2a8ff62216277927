import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAnniversary } from '#app/advocacy/ambassadors/anniversary.ts'
import { fallOf, fewestAnswered, fewestAsks, tooFewCarry } from '#app/advocacy/guards/guard.ts'
import { dayOfIso, isoOfDay } from '#app/platform/day.ts'

test('a fall of acceptance that chance does not explain is one', () => {
  // 12 of 60 (20 %) after 30 of 60 (50 %). Pooled 42/120 = .35; error √(.35 · .65 · 2/60) = .0871; z = −.3/.0871 = −3.445; p = .0006.
  // Wilson: 12/60 is .1183 to .3178, 30/60 is .3774 to .6226; Newcombe: −.3 + √(.1178² + .1226²) = −.1300 at the top.
  const fall = fallOf({ hits: 12, n: 60 }, { hits: 30, n: 60 })!
  expect(fall.p).toBeCloseTo(0.00057, 5)
  expect([fall.now.value, fall.before.value]).toEqual([0.2, 0.5])
})

test('a fall within noise is none, nor is a rise, nor one of too few people', () => {
  // 24 of 60 after 30 of 60: pooled .45, error .0908, z = −1.101, p = .27.
  expect(fallOf({ hits: 24, n: 60 }, { hits: 30, n: 60 })).toBe(null)
  expect(fallOf({ hits: 30, n: 60 }, { hits: 12, n: 60 })).toBe(null)
  expect(fallOf({ hits: 0, n: 29 }, { hits: 100, n: 100 })).toBe(null)
  expect(fallOf({ hits: 0, n: 100 }, { hits: 29, n: 29 })).toBe(null)
  expect(fallOf({ hits: 0, n: 30 }, { hits: 30, n: 30 })).not.toBe(null)
  expect(fallOf({ hits: 0, n: 0 }, { hits: 0, n: 0 })).toBe(null)
})

const answered = (most: number) =>
  fc.integer({ min: 0, max: most }).chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })))

test('with few people nothing warns, whatever they said; with many only a fall does', () => {
  fc.assert(
    fc.property(answered(fewestAnswered - 1), answered(500), (few, many) => {
      expect(fallOf(few, many)).toBe(null)
      expect(fallOf(many, few)).toBe(null)
    }),
  )
  fc.assert(
    fc.property(answered(500), answered(500), (now, before) => {
      const fall = fallOf(now, before)
      if (fall) expect([fall.now.value < fall.before.value, fall.p < 0.05]).toEqual([true, true])
    }),
  )
})

test('five people carry too much above 40 % of at least twenty asks', () => {
  expect(fewestAsks).toBe(20)
  expect(tooFewCarry({ theirs: 9, of: 20 })).toBe(true) // 45 %
  expect(tooFewCarry({ theirs: 8, of: 20 })).toBe(false) // 40 %
  expect(tooFewCarry({ theirs: 19, of: 19 })).toBe(false)
  expect(tooFewCarry({ theirs: 0, of: 0 })).toBe(false)
})

const next = (since: string, today: string) => {
  const { day, years } = nextAnniversary(dayOfIso(since)!, dayOfIso(today)!)
  return [isoOfDay(day), years]
}

test('an anniversary returns every year, on the day itself, and on 28 February where there is no 29th', () => {
  expect(next('2024-03-02', '2026-03-02')).toEqual(['2026-03-02', 2])
  expect(next('2024-03-02', '2026-03-03')).toEqual(['2027-03-02', 3])
  expect(next('2026-03-02', '2026-03-02')).toEqual(['2027-03-02', 1])
  expect(next('2025-12-31', '2026-01-01')).toEqual(['2026-12-31', 1])
  expect(next('2024-02-29', '2026-02-01')).toEqual(['2026-02-28', 2])
  expect(next('2024-02-29', '2027-03-01')).toEqual(['2028-02-29', 4])
})
