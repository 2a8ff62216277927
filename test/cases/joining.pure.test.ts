import { expect, test } from 'vitest'
import { elder, joinedCase, joinedPerson, joinedState } from '#app/cases/joining/joined.ts'
import { caseStates } from '#db/enums/cases.ts'

const one = (over: object = {}) => ({
  id: 'cas_1',
  state: 'new' as const,
  severity: 'normal' as const,
  openedAt: 1,
  claimedAt: null,
  contactedAt: null,
  resolvedAt: null,
  resolveDueAt: null as number | null,
  reopened: 0,
  ownerId: 'usr_1',
  ...over,
})

test('The older case goes on; of two opened at once the one with the lower id', () => {
  const [a, b] = [one({ openedAt: 2 }), one({ id: 'cas_2' })]
  expect(elder(a, b).keeps.id).toBe('cas_2')
  expect(elder(one({ id: 'cas_2' }), one()).keeps.id).toBe('cas_1')
})

test.each([
  ['new', 'new', 'new'],
  ['new', 'contacted', 'contacted'],
  ['waiting', 'waiting', 'waiting'],
  ['waiting', 'new', 'working'],
  ['resolved', 'new', 'working'],
  ['resolved', 'resolved', 'resolved'],
  ['working', 'contacted', 'working'],
] as const)('%s and %s are %s, whichever is older', (a, b, state) => {
  expect([joinedState(a, b), joinedState(b, a)]).toEqual([state, state])
})

test('No two open cases make a closed one', () => {
  const open = caseStates.filter((state) => state !== 'closed')
  for (const a of open) for (const b of open) expect(joinedState(a, b)).not.toBe('closed')
})

test('What was resolved is reopened by one that was not; the first contact, the worse severity and the earlier promise stand', () => {
  expect(
    joinedCase(
      one({ state: 'resolved', resolvedAt: 9, contactedAt: 7, claimedAt: 3, resolveDueAt: 20 }),
      one({ severity: 'urgent', contactedAt: 5, claimedAt: 4, ownerId: 'usr_2', resolveDueAt: 12 }),
    ),
  ).toEqual({ state: 'working', severity: 'urgent', claimedAt: 3, contactedAt: 5, resolvedAt: null, resolveDueAt: 12, reopened: 1 }) // prettier-ignore
  expect(joinedCase(one(), one({ claimedAt: 4, ownerId: 'usr_2' })).claimedAt).toBe(null)
  expect(joinedCase(one(), one({ claimedAt: 4 })).claimedAt).toBe(4)
  // A case from before there was such a promise has none that could be earlier.
  expect(joinedCase(one({ resolveDueAt: 20 }), one()).resolveDueAt).toBe(20)
  expect(joinedCase(one(), one({ resolveDueAt: 20 })).resolveDueAt).toBe(20)
})

test('No occasion of either case comes again: opened again as often as the one that was more often, and once more for what was resolved', () => {
  const reopened = (keeps: object, joins: object) => joinedCase(one(keeps), one(joins)).reopened
  expect(reopened({ reopened: 1 }, { reopened: 3 })).toBe(3)
  expect(reopened({}, { state: 'resolved', reopened: 2 })).toBe(3)
  expect(reopened({ state: 'resolved', reopened: 1 }, { state: 'resolved' })).toBe(1)
})

test('A person on a case twice waits if either does, until the earlier time, with the newer answer', () => {
  const said = { wish: null, wishWhen: null, wishPhone: null }
  const waits = {
    responseId: 'rsp_1',
    state: 'waiting' as const,
    clockFrom: 2,
    severity: 'low' as const,
    replyDueAt: 9,
    repliedAt: null,
    ...said,
    wish: 'mail' as const,
  }
  const replied = { responseId: 'rsp_2', state: 'replied' as const, clockFrom: 1, severity: 'high' as const, replyDueAt: 5, repliedAt: 6, ...said } // prettier-ignore
  expect(joinedPerson(waits, replied)).toEqual({
    responseId: 'rsp_2',
    state: 'waiting',
    clockFrom: 2,
    severity: 'low',
    replyDueAt: 9,
    repliedAt: null,
    ...said,
    wish: 'mail',
  })
  expect(
    joinedPerson(waits, { ...waits, responseId: 'rsp_0', clockFrom: 1, severity: 'urgent', replyDueAt: 4 }),
  ).toMatchObject({
    responseId: 'rsp_1',
    clockFrom: 1,
    severity: 'urgent',
    replyDueAt: 4,
  })
})
