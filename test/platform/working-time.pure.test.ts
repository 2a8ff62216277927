import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, dayOfIso, HOUR, MINUTE, weekdayOf } from '#app/platform/day.ts'
import { addWorkingTime, defaultWeek, type WorkingCalendar } from '#app/platform/working-time.ts'

const at = (iso: string) => Date.parse(iso)
const calendar = (zone: string, off: string[] = [], week = defaultWeek): WorkingCalendar => ({
  zone,
  week,
  off: new Set(off.map((iso) => dayOfIso(iso)!)),
})
const round = Array.from({ length: 7 }, () => ({ from: 0, to: 1440 }))
const night = [null, null, null, null, null, { from: 20 * 60, to: 1440 }, { from: 0, to: 6 * 60 }]

// Zone, days off, begins, hours of work, due. Week: Monday to Friday, 9 to 17.
const cases: [string, string[], string, number, string][] = [
  ['Asia/Tokyo', [], '2026-03-02T10:00+09:00', 2, '2026-03-02T12:00+09:00'], // Monday, same day
  ['Asia/Tokyo', [], '2026-03-02T16:00+09:00', 2, '2026-03-03T10:00+09:00'], // 1 h Monday, 1 h Tuesday
  ['Asia/Tokyo', [], '2026-03-02T09:00+09:00', 8, '2026-03-02T17:00+09:00'], // the whole day: due at its close
  ['Asia/Tokyo', [], '2026-03-02T20:00+09:00', 1, '2026-03-03T10:00+09:00'], // after hours: from the next opening
  ['Asia/Tokyo', [], '2026-03-02T05:00+09:00', 1, '2026-03-02T10:00+09:00'], // before hours
  ['Asia/Tokyo', [], '2026-03-06T16:00+09:00', 2, '2026-03-09T10:00+09:00'], // Friday to Monday
  ['Asia/Tokyo', [], '2026-03-07T12:00+09:00', 2, '2026-03-09T11:00+09:00'], // Saturday
  // Golden Week 2026: 29 April (Wed), 3 to 6 May (Sun to Wed) are off; 30 April, 1 and 7 May are worked
  [
    'Asia/Tokyo',
    ['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'],
    '2026-05-01T15:00+09:00',
    4,
    '2026-05-07T11:00+09:00',
  ],
  // New York springs forward on Sunday 8 March 2026: Friday 16:00 EST + 2 h = Monday 10:00 EDT
  ['America/New_York', [], '2026-03-06T16:00-05:00', 2, '2026-03-09T10:00-04:00'],
  // Berlin falls back on Sunday 25 October 2026
  ['Europe/Berlin', [], '2026-10-23T16:30+02:00', 1, '2026-10-26T09:30+01:00'],
  // Friday evening in Tokyo is Friday morning in New York
  ['America/New_York', [], '2026-03-06T23:00+09:00', 1, '2026-03-06T10:00-05:00'],
  ['Asia/Kolkata', [], '2026-03-02T16:30+05:30', 1, '2026-03-03T09:30+05:30'],
]

test.each(cases)('in %s with %j off, %s and %d hours of work end at %s', (zone, off, from, hours, due) => {
  expect(new Date(addWorkingTime(at(from), hours * HOUR, calendar(zone, off))).toISOString()).toBe(
    new Date(at(due)).toISOString(),
  )
})

test('round the clock, clocks that are put forward take an hour out of the day and nothing out of the span', () => {
  const from = at('2026-03-28T20:00+01:00') // Berlin, the evening before
  expect(addWorkingTime(from, 10 * HOUR, calendar('Europe/Berlin', [], round))).toBe(from + 10 * HOUR)
})

test('hours up to midnight go on at midnight when the next day is worked', () => {
  const from = at('2026-03-07T22:00+09:00') // Saturday: 2 h, then Sunday 0 to 6
  expect(addWorkingTime(from, 5 * HOUR, calendar('Asia/Tokyo', [], night))).toBe(at('2026-03-08T03:00+09:00'))
})

test('a week without any work counts around the clock instead of for ever', () => {
  const none = Array.from({ length: 7 }, () => null)
  expect(addWorkingTime(1_000, HOUR, calendar('UTC', [], none))).toBe(1_000 + HOUR)
})

test('a due time lies in working hours, never before its span, and more work is never due earlier', () => {
  const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3e12 }),
      fc.integer({ min: 1, max: 20 * 8 * 60 }),
      fc.integer({ min: 0, max: 600 }),
      fc.constantFrom(...zones),
      (from, minutes, more, zone) => {
        const due = addWorkingTime(from, minutes * MINUTE, calendar(zone))
        expect(due - from).toBeGreaterThanOrEqual(minutes * MINUTE)
        expect(weekdayOf(dayOf(due, zone))).toBeLessThanOrEqual(5)
        const hour = Number(
          new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(due),
        )
        expect(hour).toBeGreaterThanOrEqual(9)
        expect(hour).toBeLessThanOrEqual(17)
        expect(addWorkingTime(from, (minutes + more) * MINUTE, calendar(zone))).toBeGreaterThanOrEqual(due)
      },
    ),
    { numRuns: 300 },
  )
})

test('days of the week are counted from Monday', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((i) => weekdayOf(dayOfIso('2026-03-02')! + i))).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(weekdayOf(0)).toBe(4) // 1 January 1970 was a Thursday
  expect(DAY / HOUR).toBe(24)
})
