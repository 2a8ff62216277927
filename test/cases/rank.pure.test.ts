import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOf, rank, rankedFrom, type RankFacts } from '#app/cases/rank.ts'
import { DAY, HOUR, isoOfDay } from '#app/platform/day.ts'
import { severities } from '#db/enums/surveys.ts'

/** 2 March 2026. */
const today = 20_514
const due = Date.parse('2026-03-03T06:00:00Z')
const plain: RankFacts = { severity: 'normal', arrMinor: null, currency: 'JPY', renewalOn: null, today }
const hours = (facts: Partial<RankFacts>) => hoursOf(rank(due, { ...plain, ...facts }).rankParts)
const inDays = (days: number) => isoOfDay(today + days)

describe('head starts', () => {
  test('nothing known: the due time itself', () => {
    expect(rank(due, plain)).toEqual({ rankAt: due, rankParts: [] })
  })

  test('they add up, in hours before the due time: 24 for high, 6 for ¥12 M, 6 for 40 days = 36', () => {
    const facts = { ...plain, severity: 'high' as const, arrMinor: 12_000_000, renewalOn: inDays(40) }
    expect(rank(due, facts)).toEqual({
      rankAt: due - 36 * HOUR,
      rankParts: [
        { why: 'severity', hours: 24, of: 'high' },
        { why: 'value', hours: 6, of: 12_000_000, currency: 'JPY' },
        { why: 'renewal', hours: 6, of: '2026-04-11' },
      ],
    })
  })

  test.each([
    ['low', 0],
    ['normal', 0],
    ['high', 24],
    ['urgent', 48],
  ] as const)('severity %s: %i h', (severity, expected) => expect(hours({ severity })).toBe(expected))

  test.each([
    ['JPY', 2_999_999, 0],
    ['JPY', 3_000_000, 3],
    ['JPY', 9_999_999, 3],
    ['JPY', 10_000_000, 6],
    // Minor units: 20,000 and 70,000 dollars are 2,000,000 and 7,000,000 cents.
    ['USD', 1_999_999, 0],
    ['USD', 2_000_000, 3],
    ['USD', 6_999_999, 3],
    ['USD', 7_000_000, 6],
    ['XAF', 999_999_999_999, 0],
  ])('a year of %s %i minor units: %i h', (currency, arrMinor, expected) =>
    expect(hours({ currency, arrMinor })).toBe(expected),
  )

  test.each([
    [-1, 0],
    [0, 8],
    [30, 8],
    [31, 6],
    [60, 6],
    [61, 4],
    [90, 4],
    [91, 0],
  ])('renewal in %i days: %i h', (days, expected) => expect(hours({ renewalOn: inDays(days) })).toBe(expected))
})

const facts = fc.record<RankFacts>({
  severity: fc.constantFrom(...severities),
  arrMinor: fc.option(fc.integer({ min: 0, max: 100_000_000_000 })),
  currency: fc.option(fc.constantFrom('JPY', 'USD', 'EUR', 'XAF')),
  renewalOn: fc.option(fc.integer({ min: today - 200, max: today + 400 }).map(isoOfDay)),
  today: fc.constant(today),
})
const instants = fc.integer({ min: 0, max: 4_000_000_000_000 })

test('for whatever facts: place and head starts add up to the due time exactly, in whole hours, each reason once', () => {
  fc.assert(
    fc.property(instants, facts, (dueAt, known) => {
      const place = rank(dueAt, known)
      expect(rankedFrom(place)).toBe(dueAt)
      expect(place.rankParts.every((part) => Number.isInteger(part.hours) && part.hours > 0)).toBe(true)
      expect(new Set(place.rankParts.map((part) => part.why)).size).toBe(place.rankParts.length)
    }),
  )
})

test('for whatever facts: of two cases alike the one that is due first stands first, and worked out again nothing moves', () => {
  fc.assert(
    fc.property(instants, instants, facts, (a, b, known) => {
      const [one, other] = [rank(a, known), rank(b, known)]
      expect(Math.sign(one.rankAt - other.rankAt)).toBe(Math.sign(a - b))
      expect(rank(rankedFrom(one), known)).toEqual(one)
    }),
  )
})

test('worth more, renewed sooner or worse off never stands further back', () => {
  fc.assert(
    fc.property(instants, facts, fc.nat(50_000_000), (dueAt, known, more) => {
      const at = rank(dueAt, known).rankAt
      expect(rank(dueAt, { ...known, arrMinor: (known.arrMinor ?? 0) + more }).rankAt).toBeLessThanOrEqual(at)
      expect(rank(dueAt, { ...known, severity: 'urgent' }).rankAt).toBeLessThanOrEqual(at)
      expect(rank(dueAt, { ...known, renewalOn: isoOfDay(today) }).rankAt).toBeLessThanOrEqual(at)
      expect(at).toBeGreaterThanOrEqual(dueAt - (48 + 6 + 8) * HOUR)
      expect(at).toBeGreaterThan(dueAt - 3 * DAY)
    }),
  )
})
