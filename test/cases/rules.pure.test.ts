import { expect, test } from 'vitest'
import { replyDue } from '#app/cases/due.ts'
import { defaultTargets } from '#app/cases/sla/policy.ts'
import { leastLoaded } from '#app/cases/routing/candidates.server.ts'
import { after, caseVerbs } from '#app/cases/transitions.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
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
    snooze: 'new contacted working waiting resolved -',
    wake: 'new contacted working waiting resolved -',
    wait: '- waiting waiting - - -',
    resolve: '- resolved resolved resolved - -',
    close: '- - - - closed -',
    dismiss: 'closed closed closed closed closed -',
    reopen: '- - - - working -',
  })
})

test('a reply is due within a quarter of a working day to two days, by severity', () => {
  const calendar = { zone: tokyo, week: defaultWeek, off: new Set<number>() }
  const monday = at('2026-03-02T10:00+09:00')
  expect(replyDue(monday, defaultTargets.urgent, calendar)).toBe(at('2026-03-02T12:00+09:00'))
  expect(replyDue(monday, defaultTargets.high, calendar)).toBe(at('2026-03-02T14:00+09:00'))
  expect(replyDue(monday, defaultTargets.normal, calendar)).toBe(at('2026-03-03T10:00+09:00'))
  expect(replyDue(monday, defaultTargets.low, calendar)).toBe(at('2026-03-04T10:00+09:00'))
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
