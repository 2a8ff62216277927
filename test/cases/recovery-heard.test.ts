import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { closeCase } from '#app/cases/close-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { sparePerson } from '#app/cases/recovery/spare-person.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { snoozeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { keepFromContact } from '#app/loop/keep-from-contact.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { DAY } from '#app/platform/day.ts'
import { getResponse } from '#app/responses/get-response.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { casePeople, clockPauses } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import {
  answers,
  asked,
  caseOf,
  peopleOn,
  reAskOf,
  reAsks,
  resolve,
  typesOn,
  unhappy,
  work,
} from '#test/cases/recovery.ts'
import { merge } from '#test/loop/merging.ts'
import { answerTo, customer } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
type One = Awaited<ReturnType<typeof unhappy>>
const spare = (one: One, casePersonId: string, reason: 'talking' | '') =>
  sparePerson(w.ctx(one.owner.actor), { caseId: one.caseId, casePersonId, reason })
const withoutAddress = (id: string) =>
  w.store.write((tx) => tx.update(contacts).set({ email: null, emailKey: null }).where(eq(contacts.id, id)))

test('a closed case that is opened again goes to the owner of today, and its clocks run from where they stood', async () => {
  const one = await asked(w)
  const before = await caseOf(w, one.caseId)
  await answers(w, one.contacts[0]!.id, 5)
  const next = await w.user({ roles: ['csm'] })
  await w.store.write((tx) => tx.update(accounts).set({ ownerId: next.id }).where(eq(accounts.id, one.account.id)))
  w.clock.advance(11 * DAY) // two weeks after resolving, the same hour of a Monday
  await answers(w, one.contacts[0]!.id, 2, { confirms: 2 })
  const dueAt = before.resolveDueAt! + 14 * DAY
  expect(await caseOf(w, one.caseId)).toMatchObject({
    state: 'working',
    ownerId: next.id,
    claimedAt: null,
    pausedAt: null,
    resolveDueAt: dueAt,
    lateAt: dueAt,
    nextMarkAt: expect.any(Number) as number,
  })
  expect((await caseOf(w, one.caseId)).rankAt).toBeGreaterThan(before.rankAt)
  expect(await w.store.db.select().from(clockPauses)).toMatchObject([{ fromAt: before.resolvedAt, toAt: w.now() }])
  expect((await typesOn(w, one.caseId)).filter((type) => type === 'cases.assigned')).toHaveLength(1)
})

test('who kept their answer from a colleague keeps from them what they answer afterwards, too', async () => {
  const one = await unhappy(w)
  await keepFromContact(customer(w), { invitationId: one.first.id, kept: true })
  await resolveCase(w.ctx(), { caseId: one.caseId, cause: 'product', action: 'fix' })
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 1, { comment: 'He still does not listen.' })
  const ask = await reAskOf(w, one.contacts[0]!.id)
  const [answer] = await w.store.db.select().from(responses).where(eq(responses.invitationId, ask.id))
  expect(answer).toMatchObject({ keptFrom: one.owner.id, score: 1 })
  await expect(getResponse(w.ctx(one.owner.actor), answer!.id)).rejects.toMatchObject({ status: 404 })
  expect((await caseOf(w, one.caseId)).ownerId).toBe('usr_admin')
})

test('who was spared before the case was resolved is planned when they are asked after all', async () => {
  const one = await unhappy(w)
  const [person] = await peopleOn(w, one.caseId)
  await spare(one, person!.id, 'talking')
  await resolve(w, one)
  expect(await reAsks(w)).toEqual([])
  w.clock.advance(DAY)
  await spare(one, person!.id, '')
  w.clock.advance(2 * DAY - 1)
  expect(await work(w)).toEqual([])
  w.clock.advance(1)
  expect(await work(w)).toHaveLength(1)
})

test('who could not be asked may be spared', async () => {
  const one = await unhappy(w)
  await withoutAddress(one.contacts[0]!.id)
  await resolve(w, one)
  const [person] = await peopleOn(w, one.caseId)
  await spare(one, person!.id, 'talking')
  expect(await peopleOn(w, one.caseId)).toMatchObject([{ spared: 'talking' }])
})

test('a changed answer to an earlier question does not undo what was answered to a later one', async () => {
  const one = await asked(w)
  const first = await reAskOf(w, one.contacts[0]!.id)
  await answers(w, one.contacts[0]!.id, 1)
  w.clock.advance(1)
  await resolve(w, one)
  w.clock.advance(4 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 5)
  expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'verified' })
  await recordAnswer(customer(w), answerTo(w, first, 2, { confirms: 2 }))
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
})

test('while the later question is not answered, a changed answer to the earlier one is heard', async () => {
  const one = await asked(w)
  const first = await reAskOf(w, one.contacts[0]!.id)
  await answers(w, one.contacts[0]!.id, 1)
  w.clock.advance(60_000)
  await resolve(w, one)
  await recordAnswer(customer(w), answerTo(w, first, 2, { confirms: 2 }))
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', reopened: 2 })
})

test('who is no longer concerned does not keep a case open by what they said before it was resolved again', async () => {
  const one = await asked(w, 2)
  await answers(w, one.contacts[0]!.id, 1)
  await w.store.write((tx) =>
    tx.update(casePeople).set({ state: 'changed' }).where(eq(casePeople.contactId, one.contacts[0]!.id)),
  )
  w.clock.advance(1)
  await resolve(w, one)
  w.clock.advance(4 * DAY)
  await work(w)
  await answers(w, one.contacts[1]!.id, 5)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
})

test('of one person who was asked under two records the answer to either question is heard', async () => {
  const one = await asked(w, 2)
  const [goes, stays] = [one.contacts[1]!.id, one.contacts[0]!.id]
  const ask = await reAskOf(w, goes)
  await merge(w, 'contact', goes, stays)
  expect(await peopleOn(w, one.caseId)).toHaveLength(1)
  await recordAnswer(customer(w), answerTo(w, ask, 1))
  expect(await peopleOn(w, one.caseId)).toMatchObject([{ recovery: 'not' }])
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working' })
})

test.each(['has no address', 'is spared'])(
  'when everybody %s, the case closes at the time that its page says',
  async (why) => {
    const one = await unhappy(w)
    const [person] = await peopleOn(w, one.caseId)
    if (why === 'is spared') await spare(one, person!.id, 'talking')
    else await withoutAddress(one.contacts[0]!.id)
    await resolve(w, one)
    const { closesAt } = (await getCase(w.ctx(), one.caseId)).recovery!
    w.clock.set(closesAt! - 1)
    await work(w)
    expect((await caseOf(w, one.caseId)).state).toBe('resolved')
    w.clock.advance(1)
    await work(w)
    expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'silent', closedAt: closesAt })
  },
)

test('a question that was due later than the others and was taken back lets the case wait as long as its page says', async () => {
  const one = await unhappy(w, 2)
  const [first] = await peopleOn(w, one.caseId)
  await spare(one, first!.id, 'talking')
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  expect(await work(w)).toHaveLength(1)
  w.clock.advance(5 * DAY)
  await spare(one, first!.id, '')
  await spare(one, first!.id, 'talking')
  const { closesAt } = (await getCase(w.ctx(), one.caseId)).recovery!
  expect(closesAt).toBeGreaterThanOrEqual(w.now() + 14 * DAY)
  w.clock.set(closesAt! - 1)
  await work(w)
  expect((await caseOf(w, one.caseId)).state).toBe('resolved')
  w.clock.advance(1)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'silent', closedAt: closesAt })
})

test('once the time is over and a mail has not left, the page says no date', async () => {
  const one = await unhappy(w)
  await resolve(w, one)
  w.clock.advance(30 * DAY)
  await w.store.write((tx) => tx.update(invitations).set({ state: 'queued' }).where(eq(invitations.state, 'planned')))
  expect((await getCase(w.ctx(), one.caseId)).recovery).toMatchObject({ closesAt: null })
})

test('closed by hand, and then the customer says that it is put right: that is how it ended', async () => {
  const one = await asked(w)
  await closeCase(w.ctx(one.owner.actor), { caseId: one.caseId, kind: 'by_hand' })
  await answers(w, one.contacts[0]!.id, 5)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
})

test('when the last who was to be asked wants none by then, the word of the others ends the case at once', async () => {
  const one = await asked(w, 2)
  await answers(w, one.contacts[0]!.id, 5)
  await answers(w, one.contacts[1]!.id, 1)
  w.clock.advance(1)
  await resolve(w, one)
  const scope = `program:${one.program.id}`
  await setPreference(w.ctx(), { contactId: one.contacts[1]!.id, scope, choice: 'off', source: 'staff' })
  w.clock.advance(4 * DAY)
  expect(await work(w)).toEqual([])
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
})

test('somebody who says that it is not put right brings back a case that was put off', async () => {
  const one = await asked(w, 2)
  await answers(w, one.contacts[0]!.id, 1)
  await snoozeCase(w.ctx(one.owner.actor), { caseId: one.caseId, span: '3' })
  expect((await caseOf(w, one.caseId)).snoozedUntil).not.toBeNull()
  await answers(w, one.contacts[1]!.id, 2)
  expect((await caseOf(w, one.caseId)).snoozedUntil).toBeNull()
})
