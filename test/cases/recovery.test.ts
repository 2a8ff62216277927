import { beforeEach, expect, test } from 'vitest'
import { closeCase } from '#app/cases/close-case.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { DAY } from '#app/platform/day.ts'
import {
  answers,
  caseOf,
  heldNow,
  peopleOn,
  reAskOf,
  reAsks,
  resolve,
  typesOn,
  unhappy,
  work,
} from '#test/cases/recovery.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
/** What the people of the case answered, in the order in which they came on it. */
async function recoveries(one: Awaited<ReturnType<typeof unhappy>>) {
  const people = await peopleOn(w, one.caseId)
  return one.contacts.map((contact) => people.find((person) => person.contactId === contact.id)!.recovery)
}

test('three days after resolving everybody unhappy is asked once, though their account is held', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  // Monday 2 March 2026, three days on: Thursday.
  expect((await reAsks(w)).map((row) => [row.state, row.dueAt - w.now()])).toEqual([
    ['planned', 3 * DAY],
    ['planned', 3 * DAY],
  ])
  w.clock.advance(3 * DAY - 1)
  expect(await work(w)).toEqual([])
  w.clock.advance(1)
  expect(await work(w)).toHaveLength(2)
  expect(await work(w)).toEqual([])
  expect((await reAsks(w)).map((row) => row.state)).toEqual(['sent', 'sent'])
  expect([await heldNow(w), (await caseOf(w, one.caseId)).state]).toEqual([1, 'resolved'])
})

test('good answers of all who were asked close the case as verified and lift the hold', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 4)
  expect([(await caseOf(w, one.caseId)).state, await heldNow(w)]).toEqual(['resolved', 1])
  await answers(w, one.contacts[1]!.id, 5)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified', closedAt: w.now() })
  expect([await recoveries(one), await heldNow(w)]).toEqual([['recovered', 'recovered'], 0])
})

test('a bad answer opens the same case again, and what had not gone is not asked', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 2)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', reopened: 1, resolvedAt: null })
  const types = await typesOn(w, one.caseId)
  expect(types.filter((type) => /recovered|reopened/.test(type)).sort()).toEqual([
    'cases.not_recovered',
    'cases.reopened',
  ])
  expect(await heldNow(w)).toBe(1)
  await resolve(w, one)
  expect((await reAsks(w)).map((row) => row.occasion.split(':').length)).toEqual([2, 2, 3, 3])
  // Three days after Thursday is a Sunday: nobody is written to before Monday, nine o'clock in Tokyo.
  w.clock.advance(3 * DAY)
  expect(await work(w)).toEqual([])
  w.clock.set(Date.parse('2026-03-09T00:00:00Z') - 1)
  expect(await work(w)).toEqual([])
  w.clock.advance(1)
  expect(await work(w)).toHaveLength(2)
})

test('nobody answers for 14 days: the case closes as silent', async () => {
  const one = await unhappy(w)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  w.clock.advance(14 * DAY - 1)
  await work(w)
  expect((await caseOf(w, one.caseId)).state).toBe('resolved')
  w.clock.advance(1)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'silent' })
  expect([await recoveries(one), await heldNow(w)]).toEqual([['silent'], 0])
})

test('some say that it is put right and the rest nothing: verified after 14 days', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 5)
  w.clock.advance(14 * DAY)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
  expect(await recoveries(one)).toEqual(['recovered', 'silent'])
})

test('reopening or closing a case cancels what has not gone', async () => {
  const one = await unhappy(w)
  await resolve(w, one)
  await reopenCase(w.ctx(one.owner.actor), { caseId: one.caseId })
  expect((await reAsks(w)).map((row) => row.state)).toEqual(['cancelled'])
  await resolve(w, one)
  await closeCase(w.ctx(one.owner.actor), { caseId: one.caseId, kind: 'by_hand' })
  expect((await reAsks(w)).map((row) => row.state)).toEqual(['cancelled', 'cancelled'])
  w.clock.advance(30 * DAY)
  expect(await work(w)).toEqual([])
  expect(await reAskOf(w, one.contacts[0]!.id)).toMatchObject({ state: 'cancelled' })
})
