import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, dayOfIso, HOUR, MINUTE, weekdayOf } from '#app/platform/day.ts'
import {
  addWorkingTime,
  defaultWeek,
  subtractWorkingTime,
  workingTimeBetween,
  type Opening,
  type WorkingCalendar,
} from '#app/platform/working-time.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (instant: number) => new Date(instant).toISOString()
const calendar = (zone: string, off: string[] = [], week = defaultWeek): WorkingCalendar => ({
  zone,
  week,
  off: new Set(off.map((iso) => dayOfIso(iso)!)),
})
const round: Opening[] = Array.from({ length: 7 }, () => ({ from: 0, to: 1440 }))
/** Saturday from 20:00, Sunday until 06:00. */
const night: Opening[] = [null, null, null, null, null, { from: 20 * 60, to: 1440 }, { from: 0, to: 6 * 60 }]
const mornings: Opening[] = [null, null, null, null, null, null, { from: 60, to: 4 * 60 }]
const halfFriday = defaultWeek.map((day, i) => (i === 4 ? { from: 540, to: 720 } : day))

// Japan 2026: 29 April (Wed) Showa; 3 May (Sun) Constitution, 4 (Mon) Greenery, 5 (Tue) Children, 6 (Wed) in lieu of Sunday the 3rd.
// 30 April, 1 and 7 May are worked.
const golden = ['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06']
// Closed from Tuesday 29 December 2026 to Sunday 3 January 2027; Monday 4 January is worked.
const yearEnd = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03']
const us = ['2026-11-26'] // Thanksgiving, a Thursday

// Zone, days off, week, begins, hours of work, due. The default week: Monday to Friday, 9 to 17.
const golds: [string, string[], Opening[], string, number, string][] = [
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T10:00+09:00', 2, '2026-03-02T12:00+09:00'], // Monday, same day
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T16:00+09:00', 2, '2026-03-03T10:00+09:00'], // 1 h Monday, 1 h Tuesday
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T09:00+09:00', 8, '2026-03-02T17:00+09:00'], // the whole day: due at its close
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T09:00+09:00', 8.25, '2026-03-03T09:15+09:00'], // a quarter more: the next morning
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T20:00+09:00', 1, '2026-03-03T10:00+09:00'], // after hours: from the next opening
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T05:00+09:00', 1, '2026-03-02T10:00+09:00'], // before hours
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T17:00+09:00', 1, '2026-03-03T10:00+09:00'], // at the close nothing is left of the day
  ['Asia/Tokyo', [], defaultWeek, '2026-03-06T16:00+09:00', 2, '2026-03-09T10:00+09:00'], // Friday to Monday
  ['Asia/Tokyo', [], defaultWeek, '2026-03-07T12:00+09:00', 2, '2026-03-09T11:00+09:00'], // Saturday
  ['Asia/Tokyo', [], defaultWeek, '2026-03-08T23:59+09:00', 2, '2026-03-09T11:00+09:00'], // the last minute of Sunday
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T10:00+09:00', 40, '2026-03-09T10:00+09:00'], // 7 + 8·4 = 39 by Friday, 1 h Monday
  ['Asia/Tokyo', [], defaultWeek, '2026-03-02T10:00+09:00', 80, '2026-03-16T10:00+09:00'], // ten working days: two weeks
  ['Asia/Tokyo', [], halfFriday, '2026-03-06T11:00+09:00', 2, '2026-03-09T10:00+09:00'], // Friday until noon: 1 h, then Monday
  ['Asia/Tokyo', [], halfFriday, '2026-03-06T13:00+09:00', 2, '2026-03-09T11:00+09:00'], // Friday afternoon is free
  // Golden Week 2026
  ['Asia/Tokyo', golden, defaultWeek, '2026-05-01T15:00+09:00', 4, '2026-05-07T11:00+09:00'], // 2 h Friday, 2 h Thursday
  ['Asia/Tokyo', golden, defaultWeek, '2026-04-28T16:00+09:00', 2, '2026-04-30T10:00+09:00'], // over Showa Day
  ['Asia/Tokyo', golden, defaultWeek, '2026-04-28T16:00+09:00', 18, '2026-05-07T10:00+09:00'], // 1 + 8 (30th) + 8 (1st) + 1
  ['Asia/Tokyo', golden, defaultWeek, '2026-05-04T12:00+09:00', 8, '2026-05-07T17:00+09:00'], // begun on Greenery Day
  ['Asia/Tokyo', golden, defaultWeek, '2026-04-27T09:00+09:00', 40, '2026-05-07T17:00+09:00'], // 27, 28, 30 April, 1, 7 May
  ['Asia/Tokyo', [], defaultWeek, '2026-05-01T15:00+09:00', 4, '2026-05-04T11:00+09:00'], // the same without holidays: Monday
  // the turn of the year
  ['Asia/Tokyo', yearEnd, defaultWeek, '2026-12-28T16:00+09:00', 2, '2027-01-04T10:00+09:00'], // 1 h Monday, 1 h Monday
  ['Asia/Tokyo', yearEnd, defaultWeek, '2026-12-31T23:30+09:00', 8, '2027-01-04T17:00+09:00'], // begun on New Year's Eve
  ['Asia/Tokyo', yearEnd, defaultWeek, '2026-12-25T13:00+09:00', 20, '2027-01-04T17:00+09:00'], // 4 (Fri) + 8 (28th) + 8 (4th) = 20: at that close
  // DST: New York springs forward on Sunday 8 March 2026 and falls back on Sunday 1 November
  ['America/New_York', [], defaultWeek, '2026-03-06T16:00-05:00', 2, '2026-03-09T10:00-04:00'], // EST to EDT
  ['America/New_York', [], defaultWeek, '2026-10-30T16:00-04:00', 2, '2026-11-02T10:00-05:00'], // EDT to EST
  ['America/New_York', [], defaultWeek, '2026-03-06T23:00+09:00', 1, '2026-03-06T10:00-05:00'], // an evening in Tokyo is a morning there
  ['America/New_York', us, defaultWeek, '2026-11-25T15:00-05:00', 4, '2026-11-27T11:00-05:00'], // over Thanksgiving
  ['America/New_York', [], mornings, '2026-03-08T00:00-05:00', 2, '2026-03-08T04:00-04:00'], // 1 to 4 is two hours long: 2 o'clock is missing
  ['America/New_York', [], mornings, '2026-11-01T00:00-04:00', 4, '2026-11-01T04:00-05:00'], // 1 to 4 is four hours long: 1 o'clock comes twice
  ['America/New_York', [], round, '2026-03-07T12:00-05:00', 24, '2026-03-08T13:00-04:00'], // a day of 24 hours ends an hour later by the clock
  // Berlin springs forward on Sunday 29 March 2026 and falls back on Sunday 25 October
  ['Europe/Berlin', [], defaultWeek, '2026-03-27T16:30+01:00', 1, '2026-03-30T09:30+02:00'],
  ['Europe/Berlin', [], defaultWeek, '2026-10-23T16:30+02:00', 1, '2026-10-26T09:30+01:00'],
  ['Europe/Berlin', ['2026-04-03', '2026-04-06'], defaultWeek, '2026-04-02T16:00+02:00', 2, '2026-04-07T10:00+02:00'], // Easter
  ['Europe/Berlin', [], round, '2026-10-24T12:00+02:00', 24, '2026-10-25T11:00+01:00'],
  // Sydney falls back on Sunday 5 April 2026 and springs forward on Sunday 4 October
  ['Australia/Sydney', [], defaultWeek, '2026-04-02T16:00+11:00', 10, '2026-04-06T10:00+10:00'], // 1 + 8 (Fri) + 1 (Mon)
  ['Australia/Sydney', [], defaultWeek, '2026-10-02T16:00+10:00', 2, '2026-10-05T10:00+11:00'],
  ['Australia/Lord_Howe', [], defaultWeek, '2026-10-02T16:30+10:30', 1, '2026-10-05T09:30+11:00'], // half an hour of daylight
  // hours up to midnight go on at midnight
  ['Asia/Tokyo', [], night, '2026-03-07T22:00+09:00', 5, '2026-03-08T03:00+09:00'], // 2 h Saturday, 3 h Sunday
  ['Asia/Tokyo', [], night, '2026-03-08T05:00+09:00', 2, '2026-03-14T21:00+09:00'], // 1 h Sunday, 1 h the Saturday after
  ['Asia/Kolkata', [], defaultWeek, '2026-03-02T16:30+05:30', 1, '2026-03-03T09:30+05:30'], // a zone of half hours
  ['Asia/Kathmandu', [], defaultWeek, '2026-03-02T16:45+05:45', 0.5, '2026-03-03T09:15+05:45'], // and of quarters
  ['Pacific/Apia', [], defaultWeek, '2026-03-06T16:00+13:00', 2, '2026-03-09T10:00+13:00'], // ahead of everybody
  ['Pacific/Honolulu', [], defaultWeek, '2026-03-06T16:00-10:00', 2, '2026-03-09T10:00-10:00'], // and behind
]

test.each(golds)(
  'in %s with %j off and the week %j, %s and %d hours of work end at %s',
  (zone, off, week, from, hours, due) => {
    const cal = calendar(zone, off, week)
    expect(iso(addWorkingTime(at(from), hours * HOUR, cal))).toBe(iso(at(due)))
    expect(workingTimeBetween(at(from), at(due), cal)).toBe(hours * HOUR)
    // Backwards from the due time it is the beginning again, moved to the opening where it lay outside the hours.
    expect(iso(subtractWorkingTime(at(due), hours * HOUR, cal))).toBe(iso(addWorkingTime(at(from), 0, cal)))
  },
)

test('the table is as long as it was promised', () => {
  expect(golds.length).toBeGreaterThanOrEqual(40)
})

// Zone, days off, ends, hours of work, began.
const back: [string, string[], string, number, string][] = [
  ['Asia/Tokyo', [], '2026-03-03T10:00+09:00', 2, '2026-03-02T16:00+09:00'],
  ['Asia/Tokyo', [], '2026-03-02T17:00+09:00', 8, '2026-03-02T09:00+09:00'], // the whole day: from its opening
  ['Asia/Tokyo', [], '2026-03-08T12:00+09:00', 1, '2026-03-06T16:00+09:00'], // from a Sunday: the end of Friday
  ['Asia/Tokyo', golden, '2026-05-07T11:00+09:00', 4, '2026-05-01T15:00+09:00'],
  ['America/New_York', [], '2026-03-09T10:00-04:00', 2, '2026-03-06T16:00-05:00'],
  ['Europe/Berlin', [], '2026-10-26T09:30+01:00', 1, '2026-10-23T16:30+02:00'],
]

test.each(back)(
  'in %s with %j off, what ends at %s after %d hours of work began at %s',
  (zone, off, to, hours, from) => {
    expect(iso(subtractWorkingTime(at(to), hours * HOUR, calendar(zone, off)))).toBe(iso(at(from)))
  },
)

// Zone, days off, from, to, hours of work between them.
const spans: [string, string[], string, string, number][] = [
  ['Asia/Tokyo', [], '2026-03-02T10:00+09:00', '2026-03-02T12:30+09:00', 2.5],
  ['Asia/Tokyo', [], '2026-03-06T18:00+09:00', '2026-03-09T08:00+09:00', 0], // a weekend
  ['Asia/Tokyo', [], '2026-03-02T00:00+09:00', '2026-03-09T00:00+09:00', 40], // a week
  ['Asia/Tokyo', golden, '2026-04-27T00:00+09:00', '2026-05-11T00:00+09:00', 48], // 27, 28, 30 April, 1, 7, 8 May
  ['Asia/Tokyo', yearEnd, '2026-12-28T12:00+09:00', '2027-01-04T12:00+09:00', 8], // 5 + 3
  ['Asia/Tokyo', [], '2026-03-03T10:00+09:00', '2026-03-02T16:00+09:00', -2], // backwards
]

test.each(spans)('in %s with %j off, from %s to %s there are %d hours of work', (zone, off, from, to, hours) => {
  expect(workingTimeBetween(at(from), at(to), calendar(zone, off))).toBe(hours * HOUR)
})

test('a week without any work counts around the clock instead of for ever', () => {
  const none = calendar(
    'UTC',
    [],
    Array.from({ length: 7 }, () => null),
  )
  expect(addWorkingTime(1_000, HOUR, none)).toBe(1_000 + HOUR)
  expect(subtractWorkingTime(1_000, HOUR, none)).toBe(1_000 - HOUR)
  expect(workingTimeBetween(1_000, 5_000, none)).toBe(4_000)
})

test('a hundred days off in a row are waited for', () => {
  const first = dayOfIso('2026-03-03')!
  const rest = { ...calendar('Asia/Tokyo'), off: new Set(Array.from({ length: 100 }, (_, i) => first + i)) }
  // 3 March + 100 days = 11 June 2026, a Thursday.
  expect(iso(addWorkingTime(at('2026-03-02T16:00+09:00'), 2 * HOUR, rest))).toBe(iso(at('2026-06-11T10:00+09:00')))
})

const zones = [
  'Asia/Tokyo',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'Australia/Lord_Howe',
]
const opening = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from, to })),
  { freq: 4 },
)
/** Any week with work in it, with some days off. */
const anyCalendar = fc.record({
  zone: fc.constantFrom(...zones),
  week: fc.array(opening, { minLength: 7, maxLength: 7 }).filter((week) => week.some(Boolean)),
  off: fc.array(fc.integer({ min: 20_000, max: 21_500 }), { maxLength: 200 }).map((days) => new Set(days)),
})
const instant = fc.integer({ min: 20_100 * DAY, max: 21_400 * DAY })
const span = fc.integer({ min: 1, max: 30 * HOUR })

test('what is added can be counted, and taken away again', () => {
  fc.assert(
    fc.property(anyCalendar, instant, span, (cal, a, s) => {
      const due = addWorkingTime(a, s, cal)
      expect(workingTimeBetween(a, due, cal)).toBe(s)
      expect(subtractWorkingTime(due, s, cal)).toBe(addWorkingTime(a, 0, cal))
      const began = subtractWorkingTime(a, s, cal)
      expect(workingTimeBetween(began, a, cal)).toBe(s)
      expect(addWorkingTime(began, s, cal)).toBe(subtractWorkingTime(a, 0, cal))
    }),
    { numRuns: 400 },
  )
})

test('later or more is never due earlier, and nothing is due before its span', () => {
  fc.assert(
    fc.property(anyCalendar, instant, span, span, (cal, a, s, more) => {
      const due = addWorkingTime(a, s, cal)
      expect(due - a).toBeGreaterThanOrEqual(s)
      expect(addWorkingTime(a, s + more, cal)).toBeGreaterThan(due)
      expect(addWorkingTime(a + more, s, cal)).toBeGreaterThanOrEqual(due)
      expect(subtractWorkingTime(a, s + more, cal)).toBeLessThan(subtractWorkingTime(a, s, cal))
      expect(workingTimeBetween(a, a + s, cal)).toBeLessThanOrEqual(s)
    }),
    { numRuns: 400 },
  )
})

test('spans that meet add up', () => {
  fc.assert(
    fc.property(anyCalendar, instant, span, span, (cal, a, s, more) => {
      const [b, c] = [a + s, a + s + more]
      expect(workingTimeBetween(a, b, cal) + workingTimeBetween(b, c, cal)).toBe(workingTimeBetween(a, c, cal))
      expect(addWorkingTime(addWorkingTime(a, s, cal), more, cal)).toBe(addWorkingTime(a, s + more, cal))
    }),
    { numRuns: 400 },
  )
})

test('around the clock it is plain time, whatever the clocks do', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, fc.integer({ min: 1, max: 400 * DAY }), (zone, a, s) => {
      const always = calendar(zone, [], round)
      expect(addWorkingTime(a, s, always)).toBe(a + s)
      expect(subtractWorkingTime(a, s, always)).toBe(a - s)
      expect(workingTimeBetween(a, a + s, always)).toBe(s)
    }),
    { numRuns: 60 },
  )
})

test('a due time of the default week lies in its hours', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3e12 }),
      fc.integer({ min: 1, max: 20 * 8 * 60 }),
      fc.constantFrom(...zones),
      (from, minutes, zone) => {
        const due = addWorkingTime(from, minutes * MINUTE, calendar(zone))
        expect(weekdayOf(dayOf(due, zone))).toBeLessThanOrEqual(5)
        const hour = Number(
          new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(due),
        )
        expect(hour).toBeGreaterThanOrEqual(9)
        expect(hour).toBeLessThanOrEqual(17)
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
