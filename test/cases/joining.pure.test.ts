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

test('What was resolved is reopened by one that was not; the first contact and the worse severity stand', () => {
  expect(
    joinedCase(
      one({ state: 'resolved', resolvedAt: 9, contactedAt: 7, claimedAt: 3 }),
      one({ severity: 'urgent', contactedAt: 5, claimedAt: 4, ownerId: 'usr_2' }),
    ),
  ).toEqual({ state: 'working', severity: 'urgent', claimedAt: 3, contactedAt: 5, resolvedAt: null, reopened: 1 })
  expect(joinedCase(one(), one({ claimedAt: 4, ownerId: 'usr_2' })).claimedAt).toBe(null)
  expect(joinedCase(one(), one({ claimedAt: 4 })).claimedAt).toBe(4)
})

test('A person on a case twice waits if either does, until the earlier time, with the newer answer', () => {
  const said = { wish: null, wishWhen: null, wishPhone: null }
  const waits = {
    responseId: 'rsp_1',
    state: 'waiting' as const,
    clockFrom: 2,
    replyDueAt: 9,
    repliedAt: null,
    ...said,
    wish: 'mail' as const,
  }
  const replied = { responseId: 'rsp_2', state: 'replied' as const, clockFrom: 1, replyDueAt: 5, repliedAt: 6, ...said }
  expect(joinedPerson(waits, replied)).toEqual({
    responseId: 'rsp_2',
    state: 'waiting',
    clockFrom: 2,
    replyDueAt: 9,
    repliedAt: null,
    ...said,
    wish: 'mail',
  })
  expect(joinedPerson(waits, { ...waits, responseId: 'rsp_0', clockFrom: 1, replyDueAt: 4 })).toMatchObject({
    responseId: 'rsp_1',
    clockFrom: 1,
    replyDueAt: 4,
  })
})
