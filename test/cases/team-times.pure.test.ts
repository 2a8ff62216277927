import { expect, test } from 'vitest'
import { addTo, figuresOf, newTally, timedOf, type CaseTimes } from '#app/cases/team/times.ts'

/** Every hour is worked, and the numbers are hours. */
const meter = (from: number, to: number) => to - from
const row = (over: Partial<CaseTimes> = {}): CaseTimes => ({
  openedAt: 0,
  contactedAt: null,
  replyDueAt: 8,
  resolvedAt: null,
  resolveDueAt: 40,
  pausedAt: null,
  closedAt: null,
  ...over,
})
const at = (now: number, over?: Partial<CaseTimes>, pauses: { from: number; to: number }[] = []) =>
  timedOf(row(over), meter, pauses, now)
const nothing = { span: null, inTime: null }

// What the case says, now, and what its two times are then.
const golds: [string, Partial<CaseTimes>, number, ReturnType<typeof at>][] = [
  ['is open and not due', {}, 8, { contact: nothing, resolve: nothing }],
  ['nobody called in time', {}, 9, { contact: { span: null, inTime: false }, resolve: nothing }],
  ['was called on the last hour', { contactedAt: 8 }, 9, { contact: { span: 8, inTime: true }, resolve: nothing }],
  ['was called too late', { contactedAt: 9 }, 10, { contact: { span: 9, inTime: false }, resolve: nothing }],
  ['is overdue to resolve', { contactedAt: 2 }, 41, { contact: { span: 2, inTime: true }, resolve: { span: null, inTime: false } }],
  ['stood still before it was due', { contactedAt: 2, pausedAt: 39 }, 60, { contact: { span: 2, inTime: true }, resolve: nothing }],
  ['was overdue before it stood still', { contactedAt: 2, pausedAt: 41 }, 60, { contact: { span: 2, inTime: true }, resolve: { span: null, inTime: false } }],
  ['was resolved', { contactedAt: 2, resolvedAt: 40 }, 60, { contact: { span: 2, inTime: true }, resolve: { span: 40, inTime: true } }],
  ['has no promise to resolve', { contactedAt: 2, resolvedAt: 50, resolveDueAt: null }, 60, { contact: { span: 2, inTime: true }, resolve: { span: 50, inTime: null } }],
  // Closed since the customer changed the answer, before anybody had to call: neither in time nor late.
  ['was closed uncalled', { closedAt: 5 }, 60, { contact: nothing, resolve: nothing }],
] // prettier-ignore
test.each(golds)('a case that %s', (_, over, now, expected) => {
  expect(at(now, over)).toEqual(expected)
})

test('what the clock stood still is no time of resolving: only what lies between opening and resolving', () => {
  // 30 − (10 − 4) − (30 − 28) = 22; the second goes on after it was resolved.
  const pauses = [
    { from: 4, to: 10 },
    { from: 28, to: 50 },
  ]
  expect(at(60, { contactedAt: 2, resolvedAt: 30 }, pauses)).toMatchObject({
    contact: { span: 2 },
    resolve: { span: 22 },
  })
})

test('fewer than ten say nothing but how many, ten say all', () => {
  const tally = newTally()
  for (let hour = 1; hour <= 9; hour++) addTo(tally, at(100, { contactedAt: hour }))
  expect(figuresOf(tally).contact).toEqual({ n: 9, median: null, p90: null, inTime: null, due: 9 })
  addTo(tally, at(100, { contactedAt: 10 }))
  // 1 … 10: the fifth and the ninth; 9 and 10 came after the eighth hour.
  expect(figuresOf(tally)).toEqual({
    opened: 10,
    contact: { n: 10, median: 5, p90: 9, inTime: 8, due: 10 },
    resolve: { n: 0, median: null, p90: null, inTime: 0, due: 10 },
  })
})
