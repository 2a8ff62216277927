import { expect, test } from 'vitest'
import { sayDay, sayPromise } from '#app/answering/thanks/promise.ts'
import { replyDue } from '#app/cases/due.ts'
import { defaultTargets } from '#app/cases/sla/policy.ts'
import { readPhone } from '#app/cases/wish.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { opensCase, standardCaseRule } from '#app/surveys/case-rule.ts'

const at = (iso: string) => Date.parse(iso)
/** Monday to Friday, nine to five in Tokyo; the Emperor's birthday is off (Monday, 23 February 2026). */
const tokyo = { zone: 'Asia/Tokyo', week: defaultWeek, off: new Set([dayOfIso('2026-02-23')!]) }
const rule = standardCaseRule('nps')
const promised = (score: number, answered: string, language: 'en' | 'ja' = 'en', zone = 'Asia/Tokyo') =>
  sayPromise(
    {
      kind: 'reply',
      owner: 'Aiko Tanaka',
      dueAt: replyDue(at(answered), defaultTargets[opensCase(rule, score)!], tokyo),
    },
    language,
    zone,
    true,
  )

test('an urgent answer of a Friday afternoon is promised past weekend and holiday', () => {
  // 0 is urgent: two working hours. Friday 16:30 leaves half an hour; Saturday, Sunday and the holiday are off: Tuesday, 10:30.
  expect(promised(0, '2026-02-20T16:30+09:00')).toBe('Aiko Tanaka will reply to you by Tuesday, 24 February.')
})

test('an answer of the weekend begins with the next opening', () => {
  // 5 is normal: eight working hours, all of the Monday.
  expect(promised(5, '2026-02-28T11:00+09:00')).toBe('Aiko Tanaka will reply to you by Monday, 2 March.')
  expect(promised(5, '2026-02-28T11:00+09:00', 'ja')).toBe('3月2日月曜日までに、Aiko Tanaka よりご返信いたします。')
})

test('the day is the customer’s own: due at five in Tokyo is still the morning of the same day in Berlin, and the night before in Denver', () => {
  expect(promised(5, '2026-02-28T11:00+09:00', 'en', 'Europe/Berlin')).toContain('Monday, 2 March')
  expect(promised(5, '2026-02-28T11:00+09:00', 'en', 'America/Denver')).toContain('Monday, 2 March')
  // 2 is high: four working hours from Monday, 9:00: 13:00 in Tokyo, 21:00 of the Sunday in Denver.
  expect(promised(2, '2026-03-02T08:00+09:00', 'en', 'America/Denver')).toContain('Sunday, 1 March')
})

test('nobody is promised where nobody replies, is known, or is to', () => {
  const said = (kind: 'nobody' | 'not_wanted' | 'over') => sayPromise({ kind }, 'en', 'UTC', true)
  expect(said('nobody')).toBe('We read every answer. Nobody will reply unless you ask for it.')
  expect(said('not_wanted')).toBe('As you wished, nobody will contact you about this.')
  expect(said('over')).toBe(null)
  const due = { kind: 'reply', owner: null, dueAt: at('2026-03-02T12:00Z') } as const
  expect(sayPromise(due, 'en', 'UTC', true)).toBe('Somebody will reply to you by Monday, 2 March.')
  expect(sayPromise(due, 'en', 'UTC', false)).toContain('nobody can reply unless you leave a number')
  expect(sayPromise({ kind: 'replied', owner: 'Ken' }, 'ja', 'UTC', true)).toBe('Ken よりご返信済みです。')
})

test('a day is written without its year, in the way of its language', () => {
  expect(sayDay(at('2024-12-03T12:00Z'), 'en', 'UTC')).toBe('Tuesday, 3 December')
  expect(sayDay(at('2024-12-03T12:00Z'), 'ja', 'UTC')).toBe('12月3日火曜日')
})

test.each([
  ['03-1234-5678', '03-1234-5678'],
  [' ＋８１ ３ １２３４ ５６７８ ', '+81 3 1234 5678'],
  ['(0)30 123456', '(0)30 123456'],
  ['03ー1234ー5678', '03-1234-5678'],
  ['call me', null],
  ['1234', null],
  ['', null],
  ['+1'.repeat(30), null],
  ['12345<script>', null],
  ['0312345678\u0000', null],
])('the number %j is read as %j', (typed, read) => expect(readPhone(typed)).toBe(read))
