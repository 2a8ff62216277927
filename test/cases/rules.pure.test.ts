import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingTime, replyDue } from '#app/cases/due.ts'
import { leastLoaded } from '#app/cases/route-case.server.ts'
import { after, caseVerbs } from '#app/cases/transitions.ts'
import { DAY, HOUR } from '#app/platform/calendar.ts'
import { caseStates } from '#db/schema/cases.ts'

const tokyo = 'Asia/Tokyo'
const at = (iso: string) => Date.parse(iso)

test('every verb in every state leads where the table of the design says, and nowhere else', () => {
  const seen = Object.fromEntries(
    caseVerbs.map((verb) => [verb, caseStates.map((state) => after(state, verb) ?? '-').join(' ')]),
  )
  //          new contacted working waiting resolved closed
  expect(seen).toEqual({
    claim: 'new contacted working waiting resolved -',
    assign: 'new contacted working waiting resolved -',
    note: 'new contacted working waiting resolved closed',
    contact: 'contacted contacted working waiting resolved -',
    work: '- working - working - -',
    wait: '- waiting waiting - - -',
    resolve: '- resolved resolved resolved - -',
    close: '- - - - closed -',
    dismiss: 'closed closed closed closed closed -',
    reopen: '- - - - working -',
  })
})

test('a reply due in one working day skips the weekend', () => {
  expect(replyDue(at('2026-03-02T10:00+09:00'), 'normal', tokyo)).toBe(at('2026-03-03T10:00+09:00'))
  expect(replyDue(at('2026-03-06T18:00+09:00'), 'normal', tokyo)).toBe(at('2026-03-09T18:00+09:00'))
  expect(replyDue(at('2026-03-07T12:00+09:00'), 'urgent', tokyo)).toBe(at('2026-03-09T04:00+09:00'))
  expect(replyDue(at('2026-03-06T22:00+09:00'), 'high', tokyo)).toBe(at('2026-03-09T06:00+09:00'))
})

test('working days are days of the zone: Friday evening in Tokyo is still Friday morning in New York', () => {
  expect(addWorkingTime(at('2026-03-06T23:00+09:00'), 8 * HOUR, 'America/New_York')).toBe(at('2026-03-07T07:00+09:00'))
})

test('a due time never falls on a weekend and never comes before its span', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 20 * DAY }), (from, span) => {
      const due = addWorkingTime(from, span, 'Europe/Berlin')
      expect(due - from).toBeGreaterThanOrEqual(span)
      const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Berlin' }).format(due)
      expect(['Sat', 'Sun']).not.toContain(day)
    }),
    { numRuns: 300 },
  )
})

test('work goes to whoever carries least, dealt evenly among equals', () => {
  expect(leastLoaded([], 'x')).toBe(null)
  expect(
    leastLoaded(
      [
        { id: 'a', load: 3 },
        { id: 'b', load: 1 },
      ],
      'x',
    ),
  ).toBe('b')
  const dealt = new Set(
    Array.from({ length: 40 }, (_, i) =>
      leastLoaded(
        [
          { id: 'a', load: 1 },
          { id: 'b', load: 1 },
        ],
        `case ${i}`,
      ),
    ),
  )
  expect(dealt).toEqual(new Set(['a', 'b']))
})
