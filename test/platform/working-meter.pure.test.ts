import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, dayOfIso, HOUR } from '#app/platform/day.ts'
import { workingMeter } from '#app/platform/working-meter.ts'
import { defaultWeek, workingTimeBetween, type WorkingCalendar } from '#app/platform/working-time.ts'

const from = Date.parse('2026-03-02T01:00:00Z') // Monday, 2 March, 10:00 in Tokyo
const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin']
const weeks = [
  defaultWeek,
  Array.from({ length: 7 }, () => ({ from: 0, to: 1440 })),
  [null, null, null, null, null, { from: 60, to: 240 }, { from: 60, to: 240 }],
  Array.from({ length: 7 }, () => null),
]

test('a span is as long as the calendar says, weekends and days off left out', () => {
  const calendar = { zone: 'Asia/Tokyo', week: defaultWeek, off: new Set([dayOfIso('2026-03-10')!]) }
  const meter = workingMeter(calendar, { from, to: from + 30 * DAY })
  // Friday 16:00 to Monday 10:00: 1 h + 1 h.
  expect(meter(from + 4 * DAY + 6 * HOUR, from + 7 * DAY)).toBe(2 * HOUR)
  // Monday 9 March 10:00 to Wednesday 10:00, Tuesday off: 7 h + 1 h.
  expect(meter(from + 7 * DAY, from + 9 * DAY)).toBe(8 * HOUR)
  // Saturday alone.
  expect(meter(from + 5 * DAY, from + 5 * DAY + 9 * HOUR)).toBe(0)
})

test('it is the same as counting day by day, over changes of the clocks too', () => {
  const within = fc.integer({ min: 0, max: 400 * DAY })
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...weeks),
      fc.uniqueArray(fc.integer({ min: 20_514, max: 20_914 }), { maxLength: 30 }),
      fc.array(fc.tuple(within, within), { minLength: 1, maxLength: 5 }),
      (zone, week, off, spans) => {
        const calendar: WorkingCalendar = { zone, week, off: new Set(off) }
        const meter = workingMeter(calendar, { from, to: from + 400 * DAY })
        for (const [a, b] of spans)
          expect(meter(from + a, from + b)).toBe(workingTimeBetween(from + a, from + b, calendar) + 0) // no −0
      },
    ),
    { numRuns: 60 },
  )
})
