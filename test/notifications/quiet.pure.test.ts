import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { afterQuiet, isQuiet, nextAt, quarterEnd } from '#app/notifications/quiet.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16)
const night = { from: 22 * 60, to: 7 * 60 }

describe('quiet hours', () => {
  it.each([
    // 22:00 to 7:00 in Tokyo (UTC+9) is 13:00Z to 22:00Z.
    ['2026-03-02T12:59Z', 'Asia/Tokyo', night, '2026-03-02T12:59'], // 21:59
    ['2026-03-02T13:00Z', 'Asia/Tokyo', night, '2026-03-02T22:00'], // 22:00 → 7:00
    ['2026-03-02T18:00Z', 'Asia/Tokyo', night, '2026-03-02T22:00'], // 3:00 → 7:00 of the same day
    ['2026-03-02T22:00Z', 'Asia/Tokyo', night, '2026-03-02T22:00'], // 7:00
    // 12:00 to 13:00 in New York (UTC−5) is 17:00Z to 18:00Z.
    ['2026-03-02T17:30Z', 'America/New_York', { from: 720, to: 780 }, '2026-03-02T18:00'],
    // Clocks of Berlin go from 2:00 to 3:00 on 29 March: 7:00 is 5:00Z, no longer 6:00Z.
    ['2026-03-28T22:00Z', 'Europe/Berlin', night, '2026-03-29T05:00'],
    // Hours that end at 2:30 end when the clock passes it: at 3:00, which is 1:00Z, it shows later than 2:30.
    ['2026-03-28T23:30Z', 'Europe/Berlin', { from: 1380, to: 150 }, '2026-03-29T01:30'],
    // And back from 3:00 to 2:00 on 25 October.
    ['2026-10-24T21:00Z', 'Europe/Berlin', night, '2026-10-25T06:00'],
    ['2026-03-02T13:00Z', 'Asia/Tokyo', { from: 600, to: 600 }, '2026-03-02T13:00'], // no hours at all
  ])('%s in %s', (now, zone, quiet, end) => {
    expect(iso(afterQuiet(at(now), zone, quiet))).toBe(end)
  })

  it('are over after them, whatever the zone does, and nothing is moved that is outside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
        fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 0, max: 95 }),
        (now, zone, from, to) => {
          const quiet = { from: from * 15, to: to * 15 }
          const end = afterQuiet(now, zone, quiet)
          expect(isQuiet(end, zone, quiet)).toBe(false)
          if (isQuiet(now, zone, quiet)) {
            expect(end).toBeGreaterThan(now)
            expect(end).toBeLessThanOrEqual(now + DAY + 60 * MINUTE)
          } else expect(end).toBe(now)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('a digest', () => {
  it.each([
    ['2026-03-02T01:00Z', 'Asia/Tokyo', 510, '2026-03-02T23:30'], // Monday 10:00 → Tuesday 8:30
    ['2026-03-01T23:29Z', 'Asia/Tokyo', 510, '2026-03-01T23:30'], // 8:29 → 8:30
    ['2026-03-01T23:30Z', 'Asia/Tokyo', 510, '2026-03-02T23:30'], // 8:30 sharp → tomorrow
    ['2026-03-28T12:00Z', 'Europe/Berlin', 510, '2026-03-29T06:30'], // summer time since the night
  ])('after %s in %s comes at the time of the person', (now, zone, minutes, then) => {
    expect(iso(nextAt(at(now), zone, minutes))).toBe(then)
  })

  it('comes within a day and a bit, and never at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
        fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
        fc.integer({ min: 0, max: 95 }),
        (now, zone, quarters) => {
          const then = nextAt(now, zone, quarters * 15)
          expect(then).toBeGreaterThan(now)
          expect(then - now).toBeLessThanOrEqual(DAY + 120 * MINUTE)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

it('a quarter of an hour ends after every instant in it', () => {
  expect(iso(quarterEnd(at('2026-03-02T01:00Z')))).toBe('2026-03-02T01:15')
  expect(iso(quarterEnd(at('2026-03-02T01:14:59Z')))).toBe('2026-03-02T01:15')
})
