import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dueAfterPause,
  instantAfter,
  markAt,
  nextMark,
  percentUsed,
  resolveClock,
  type Run,
} from '#app/cases/sla/run.ts'
import { HOUR, MINUTE, dayOfIso } from '#app/platform/day.ts'
import { addWorkingTime, defaultWeek, workingTimeBetween, type WorkingCalendar } from '#app/platform/working-time.ts'
import { caseStates } from '#db/enums/cases.ts'

/** Monday, 2 March 2026 is a Monday; all times of Tokyo. */
const at = (time: string) => Date.parse(`${time}+09:00`)
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
const tokyo: WorkingCalendar = { zone: 'Asia/Tokyo', week: defaultWeek, off: new Set() }
const run = (from: string, due: string, ...pauses: [string, string | null][]): Run => ({
  from: at(from),
  dueAt: at(due),
  pauses: pauses.map(([fromAt, toAt]) => ({ fromAt: at(fromAt), toAt: toAt === null ? null : at(toAt) })),
})

// Five working days (40 h) from Monday 10:00 are due the Monday after at 10:00.
const monday = run('2026-03-02T10:00', '2026-03-09T10:00')

test('marks lie at three quarters, the whole and twice the promised working time', () => {
  // 30 h: 7 (Mon) + 8 (Tue) + 8 (Wed) = 23, 7 more on Thursday: 16:00
  expect(iso(markAt(monday, 75, tokyo))).toBe(iso(at('2026-03-05T16:00')))
  expect(iso(markAt(monday, 100, tokyo))).toBe(iso(at('2026-03-09T10:00')))
  // 80 h: two weeks
  expect(iso(markAt(monday, 200, tokyo))).toBe(iso(at('2026-03-16T10:00')))
})

// A pause is moved behind the clock. [pauses, due after them, mark 75, mark 200]
const paused: [string, [string, string][], string, string, string][] = [
  // Tuesday 12:00 to Wednesday 12:00: 8 h stood still, so everything later is 8 h later.
  [
    'a day of work',
    [['2026-03-03T12:00', '2026-03-04T12:00']],
    '2026-03-10T10:00',
    '2026-03-06T16:00',
    '2026-03-17T10:00',
  ],
  // Friday 17:00 to Monday 09:00: nobody works then, so nothing moves.
  ['a weekend', [['2026-03-06T17:00', '2026-03-09T09:00']], '2026-03-09T10:00', '2026-03-05T16:00', '2026-03-16T10:00'],
  // Two pauses of 4 h each.
  [
    'twice half a day',
    [
      ['2026-03-03T09:00', '2026-03-03T13:00'],
      ['2026-03-05T09:00', '2026-03-05T13:00'],
    ],
    '2026-03-10T10:00',
    '2026-03-06T16:00',
    '2026-03-17T10:00',
  ],
  // After the 75 % mark: that one stays, the due time and 200 % move by 8 h.
  [
    'the last Friday',
    [['2026-03-06T09:00', '2026-03-06T17:00']],
    '2026-03-10T10:00',
    '2026-03-05T16:00',
    '2026-03-17T10:00',
  ],
]
test.each(paused)('a pause of %s moves what comes after it', (_, pauses, due, three, twice) => {
  let dueAt = monday.dueAt
  for (const [from, to] of pauses) dueAt = dueAfterPause(dueAt, { fromAt: at(from), toAt: at(to) }, tokyo)
  expect(iso(dueAt)).toBe(iso(at(due)))
  const after = run('2026-03-02T10:00', due, ...pauses)
  expect(iso(markAt(after, 75, tokyo))).toBe(iso(at(three)))
  expect(iso(markAt(after, 200, tokyo))).toBe(iso(at(twice)))
})

test('Golden Week passes while a clock stands, and takes nothing of the time that was left', () => {
  const off = ['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'].map((day) => dayOfIso(day)!)
  const golden = { ...tokyo, off: new Set(off) }
  // Opened Monday 27 April 10:00, 16 h: 7 (Mon) + 8 (Tue) = 15, 1 h on Thursday the 30th: 10:00.
  const dueAt = addWorkingTime(at('2026-04-27T10:00'), 16 * HOUR, golden)
  expect(iso(dueAt)).toBe(iso(at('2026-04-30T10:00')))
  // Paused Tuesday 15:00, 3 h before; goes on Thursday 7 May 14:00: due at 17:00.
  const pause = { fromAt: at('2026-04-28T15:00'), toAt: at('2026-05-07T14:00') }
  expect(iso(dueAfterPause(dueAt, pause, golden))).toBe(iso(at('2026-05-07T17:00')))
  // Or on Friday the 1st at 16:00: 1 h then, 2 h on the 7th.
  expect(iso(dueAfterPause(dueAt, { ...pause, toAt: at('2026-05-01T16:00') }, golden))).toBe(
    iso(at('2026-05-07T11:00')),
  )
})

test('a pause over the change of clocks in New York leaves the hours that were left', () => {
  const newYork = { ...tokyo, zone: 'America/New_York' }
  // Due Monday 9 March 10:00 EDT; paused Friday the 6th at 16:00 EST, two hours before; on again Tuesday 10:00 EDT.
  const pause = { fromAt: Date.parse('2026-03-06T16:00-05:00'), toAt: Date.parse('2026-03-10T10:00-04:00') }
  expect(iso(dueAfterPause(Date.parse('2026-03-09T10:00-04:00'), pause, newYork))).toBe('2026-03-10T16:00:00.000Z') // 12:00 EDT
})

test('what is late when it pauses stays late since then', () => {
  const pause = { fromAt: at('2026-03-09T12:00'), toAt: at('2026-03-11T12:00') }
  expect(dueAfterPause(monday.dueAt, pause, tokyo)).toBe(monday.dueAt)
  // Late by 2 h, stood still for 16: twice the time is up 16 h later than Monday the 16th, 10:00.
  const late = run('2026-03-02T10:00', '2026-03-09T10:00', ['2026-03-09T12:00', '2026-03-11T12:00'])
  expect(iso(markAt(late, 200, tokyo))).toBe(iso(at('2026-03-18T10:00')))
})

test('while it stands a clock comes to no mark and its share stays', () => {
  const stands = run('2026-03-02T10:00', '2026-03-09T10:00', ['2026-03-03T14:00', null]) // 12 of 40 h used
  expect([75, 100, 200].map((mark) => markAt(stands, mark as 75, tokyo))).toEqual([null, null, null])
  expect(percentUsed(stands, at('2026-03-20T12:00'), tokyo)).toBe(30)
  expect(nextMark([{ run: stands, passed: new Set() }], tokyo)).toBe(null)
  // Stopped after the 75 % mark: that one has been passed.
  const later = run('2026-03-02T10:00', '2026-03-09T10:00', ['2026-03-06T09:00', null])
  expect(iso(markAt(later, 75, tokyo))).toBe(iso(at('2026-03-05T16:00')))
  expect(markAt(later, 100, tokyo)).toBe(null)
})

test('the share that is used is whole per cent, of working time only', () => {
  expect(percentUsed(monday, at('2026-03-02T10:00'), tokyo)).toBe(0)
  expect(percentUsed(monday, at('2026-03-02T14:00'), tokyo)).toBe(10) // 4 of 40
  expect(percentUsed(monday, at('2026-03-05T15:59'), tokyo)).toBe(74)
  expect(percentUsed(monday, at('2026-03-05T16:00'), tokyo)).toBe(75)
  expect(percentUsed(monday, at('2026-03-08T12:00'), tokyo)).toBe(97) // Sunday: 39 of 40
  expect(percentUsed(monday, at('2026-03-09T10:00'), tokyo)).toBe(100)
  expect(percentUsed(monday, at('2026-03-16T10:00'), tokyo)).toBe(200)
})

test('of a clock whose beginning was not kept only the due time is known', () => {
  const old: Run = { from: null, dueAt: at('2026-03-09T10:00'), pauses: [] }
  expect([75, 100, 200].map((mark) => markAt(old, mark as 75, tokyo))).toEqual([null, old.dueAt, null])
  expect(percentUsed(old, at('2026-03-20T10:00'), tokyo)).toBe(null)
})

test('of a time of which another calendar leaves nothing only the due time is known', () => {
  // Monday, 10 to 12 in Tokyo: in New York it is Sunday evening.
  const newYork = { ...tokyo, zone: 'America/New_York' }
  const none = run('2026-03-02T10:00', '2026-03-02T12:00')
  expect([75, 100, 200].map((mark) => markAt(none, mark as 75, newYork))).toEqual([null, none.dueAt, null])
})

test('the next mark is the earliest that nobody has noticed', () => {
  const reply = run('2026-03-02T10:00', '2026-03-03T10:00') // 8 h: 75 % at 16:00, twice at Wednesday 10:00
  const both = (passed: number[]) => [
    { run: reply, passed: new Set(passed) },
    { run: monday, passed: new Set<number>() },
  ]
  expect(iso(nextMark(both([]), tokyo))).toBe(iso(at('2026-03-02T16:00')))
  expect(iso(nextMark(both([75]), tokyo))).toBe(iso(at('2026-03-03T10:00')))
  expect(iso(nextMark(both([75, 100, 200]), tokyo))).toBe(iso(at('2026-03-05T16:00')))
  expect(nextMark([], tokyo)).toBe(null)
})

test('the clock of resolving runs while the ball is with us', () => {
  expect(Object.fromEntries(caseStates.map((state) => [state, resolveClock(state)]))).toEqual({
    new: 'runs',
    contacted: 'runs',
    working: 'runs',
    waiting: 'paused',
    resolved: 'paused',
    closed: 'over',
  })
})

const start = at('2026-03-02T00:00')
/** Pauses one after the other, none in another, by lengths of running and standing in minutes. */
const someRun = fc
  .record({
    from: fc.integer({ min: 0, max: 10_000 }).map((minutes) => start + minutes * MINUTE),
    minutes: fc.integer({ min: 15, max: 10 * 480 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 5_000 })), { maxLength: 4 }),
  })
  .map(({ from, minutes, spans }) => {
    let now = from
    let dueAt = addWorkingTime(from, minutes * MINUTE, tokyo)
    const pauses = spans.map(([runs, stands]) => {
      const pause = { fromAt: now + runs * MINUTE, toAt: now + (runs + stands) * MINUTE }
      dueAt = dueAfterPause(dueAt, pause, tokyo)
      now = pause.toAt
      return pause
    })
    return { from, minutes, dueAt, pauses, now }
  })

test('whatever the pauses, a clock that stops and goes on runs for what was promised', () => {
  fc.assert(
    fc.property(someRun, ({ from, minutes, dueAt, pauses }) => {
      const ran = pauses
        .filter((pause) => pause.fromAt < dueAt)
        .reduce(
          (sum, pause) => sum - workingTimeBetween(pause.fromAt, pause.toAt, tokyo),
          workingTimeBetween(from, dueAt, tokyo),
        )
      expect(ran).toBe(minutes * MINUTE)
      // Counted anew from the beginning it is the same time, but for where nobody works.
      const anew = instantAfter(from, minutes * MINUTE, pauses, tokyo)
      expect(workingTimeBetween(anew, dueAt, tokyo)).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('marks are in their order, and the share says the same as they do', () => {
  fc.assert(
    fc.property(someRun, ({ from, dueAt, pauses }) => {
      const one: Run = { from, dueAt, pauses }
      const [three, whole, twice] = ([75, 100, 200] as const).map((mark) => markAt(one, mark, tokyo)!) as [
        number,
        number,
        number,
      ]
      expect(three).toBeLessThanOrEqual(whole)
      expect(whole).toBeLessThan(twice)
      for (const [mark, when] of [
        [75, three],
        [200, twice],
      ] as const) {
        expect(percentUsed(one, when, tokyo)).toBeGreaterThanOrEqual(mark)
        expect(percentUsed(one, when - 1, tokyo)).toBeLessThan(mark)
      }
    }),
    { numRuns: 300 },
  )
})
