import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { leavingSchema } from '#app/accounts/leaving.ts'
import { sparePerson } from '#app/cases/recovery/spare-person.server.ts'
import { setDelay } from '#app/cases/recovery/set-delay.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { letContactLeave } from '#app/loop/let-contact-leave.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { restoreAnswer } from '#app/loop/restore-answer.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { DAY } from '#app/platform/day.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { events } from '#db/schema/audit.ts'
import { contacts } from '#db/schema/accounts.ts'
import { notifications } from '#db/schema/notifications.ts'
import { responseRevisions } from '#db/schema/responses.ts'
import {
  answers,
  asked,
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
import { answerTo, customer, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

const count = async (caseId: string, type: string) => (await typesOn(w, caseId)).filter((one) => one === type).length

test('who has no address, wants no surveys, has left or is erased is not asked, and the case says why', async () => {
  const one = await unhappy(w, 5)
  const [none, off, left, erased, last] = one.contacts
  await w.store.write((tx) => tx.update(contacts).set({ email: null, emailKey: null }).where(eq(contacts.id, none!.id)))
  await setPreference(w.ctx(), { contactId: off!.id, scope: 'all', choice: 'off', source: 'staff' })
  await resolve(w, one)
  await letContactLeave(w.ctx(), left!.id, leavingSchema.parse({ seenAt: left!.updatedAt, on: '2026-03-02' }))
  await eraseContact(w.ctx(), { contactId: erased!.id })
  w.clock.advance(3 * DAY)
  expect((await work(w)).map((mail) => mail.contactId)).toEqual([last!.id])
  const shown = (await getCase(w.ctx(), one.caseId)).recovery!
  expect(shown.people.map((person) => [person.said, person.why]).sort()).toEqual([
    ['asked', null],
    ['cannot', 'left'],
    ['cannot', 'no_email'],
    ['cannot', 'nobodyKnown'],
    ['cannot', 'unsubscribed'],
  ])
})

test('a wish that came after planning holds: the mail does not leave', async () => {
  const one = await unhappy(w)
  await resolve(w, one)
  await setPreference(w.ctx(), {
    contactId: one.contacts[0]!.id,
    scope: 'program:prg_recovery',
    choice: 'off',
    source: 'staff',
  })
  w.clock.advance(3 * DAY)
  expect(await work(w)).toEqual([])
  expect(await reAsks(w)).toMatchObject([{ state: 'skipped', reason: 'unsubscribed' }])
  // Nobody is asked: 14 days after they would have been, it closes as silent.
  w.clock.advance(14 * DAY)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'silent' })
})

test('who wants no more of the very survey is not asked about it, whenever they said so', async () => {
  const one = await unhappy(w, 2)
  const off = (n: number) =>
    setPreference(w.ctx(), {
      contactId: one.contacts[n]!.id,
      scope: `program:${one.program.id}`,
      choice: 'off',
      source: 'staff',
    })
  await off(0)
  await resolve(w, one)
  expect((await reAsks(w)).map((row) => row.state).sort()).toEqual(['planned', 'skipped'])
  await off(1)
  w.clock.advance(3 * DAY)
  expect(await work(w)).toEqual([])
  expect((await reAsks(w)).map((row) => row.reason)).toEqual(['unsubscribed', 'unsubscribed'])
})

test('a colleague takes somebody out with a reason, or lets them be asked after all', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  const people = await peopleOn(w, one.caseId)
  const spare = (id: string, reason: 'talking' | '') =>
    sparePerson(w.ctx(one.owner.actor), { caseId: one.caseId, casePersonId: id, reason })
  for (const { id } of people) await spare(id, 'talking')
  await spare(people[1]!.id, '')
  w.clock.advance(3 * DAY)
  expect((await work(w)).map((mail) => mail.contactId)).toEqual([people[1]!.contactId])
  await expect(spare(people[1]!.id, 'talking')).rejects.toMatchObject({ code: 'recovery_asked' })
  expect(await count(one.caseId, 'cases.recovery_spared')).toBe(2)
  const stranger = await w.user({ roles: ['csm'] })
  await expect(
    sparePerson(w.ctx(stranger.actor), { caseId: one.caseId, casePersonId: people[0]!.id, reason: '' }),
  ).rejects.toMatchObject({ status: 403 })
  // The other one answers, and that is everybody who was asked.
  await answers(w, people[1]!.contactId!, 5)
  expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'verified' })
})

test('the same bad answer, confirmed, restored and posted again, opens the case once', async () => {
  const one = await asked(w)
  const ask = await reAskOf(w, one.contacts[0]!.id)
  await recordAnswer(customer(w), answerTo(w, ask, 1, { age: 100 })) // too fast: into quarantine
  expect((await caseOf(w, one.caseId)).state).toBe('resolved')
  const [revision] = await w.store.db
    .select()
    .from(responseRevisions)
    .where(eq(responseRevisions.standing, 'quarantined'))
  const shown = (await getCase(w.ctx(), one.caseId)).recovery!
  expect(shown.people[0]!.answer).toMatchObject({ state: 'unconfirmed' })
  await restoreAnswer(w.ctx(), { responseId: revision!.responseId, revisionId: revision!.id })
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', reopened: 1 })
  w.clock.advance(60_000)
  await recordAnswer(customer(w), answerTo(w, ask, 2, { confirms: 2 }))
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', reopened: 1 })
  expect([await count(one.caseId, 'cases.not_recovered'), await count(one.caseId, 'cases.reopened')]).toEqual([1, 1])
})

test('of two last good answers at once the case closes once', async () => {
  const one = await asked(w, 2)
  await Promise.all(one.contacts.map((contact) => answers(w, contact.id, 5)))
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
  expect([await count(one.caseId, 'cases.closed'), await heldNow(w)]).toEqual([1, 0])
})

test('a good and a bad answer at once leave the case open', async () => {
  const one = await asked(w, 2)
  await Promise.all([answers(w, one.contacts[0]!.id, 5), answers(w, one.contacts[1]!.id, 1)])
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', closeKind: null })
})

test('changed from bad to good: the case stays in work, and resolved again it closes without asking once more', async () => {
  const one = await asked(w)
  const contactId = one.contacts[0]!.id
  await answers(w, contactId, 1)
  w.clock.advance(60_000)
  await answers(w, contactId, 5, { confirms: 5 })
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working' })
  await resolve(w, one)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
  expect(await reAsks(w)).toHaveLength(1)
})

test('changed from good to bad: the closed case is open again, the same one, and held', async () => {
  const one = await asked(w)
  const contactId = one.contacts[0]!.id
  await answers(w, contactId, 5)
  expect(await heldNow(w)).toBe(0)
  w.clock.advance(60_000)
  await answers(w, contactId, 2, { confirms: 2 })
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', closeKind: null, closedAt: null, reopened: 1 })
  expect([(await w.store.db.select().from(cases)).length, await heldNow(w)]).toEqual([1, 1])
})

test('who answers after the silence is heard: good ends it as verified, bad opens it again', async () => {
  const one = await asked(w, 2)
  w.clock.advance(14 * DAY)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'silent' })
  await answers(w, one.contacts[0]!.id, 4)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'closed', closeKind: 'verified' })
  await answers(w, one.contacts[1]!.id, 1)
  expect(await caseOf(w, one.caseId)).toMatchObject({ state: 'working', reopened: 1 })
})

test('an answer that is taken back says nothing any more', async () => {
  const one = await asked(w, 2)
  const ask = await reAskOf(w, one.contacts[0]!.id)
  await answers(w, one.contacts[0]!.id, 5)
  w.clock.advance(60_000)
  const { nonce } = answerTo(w, ask, 5)
  await withdrawAnswer(customer(w), { invitationId: ask.id, gen: ask.gen, askedAt: nonce.issuedAt })
  await answers(w, one.contacts[1]!.id, 5)
  expect((await caseOf(w, one.caseId)).state).toBe('resolved')
  w.clock.advance(14 * DAY)
  await work(w)
  expect(await caseOf(w, one.caseId)).toMatchObject({ closeKind: 'verified' })
})

test('another unhappy answer opens the resolved case, and nobody is asked about what is not over', async () => {
  const one = await unhappy(w, 2)
  await resolve(w, one)
  const again = await makeInvitation(w, one.program, one.contacts[0]!)
  await recordAnswer(customer(w), answerTo(w, again, 1))
  expect((await reAsks(w)).map((row) => row.state)).toEqual(['cancelled', 'cancelled'])
  w.clock.advance(3 * DAY)
  expect(await work(w)).toEqual([])
})

test('the owner is told of a bad answer once', async () => {
  const one = await asked(w)
  await answers(w, one.contacts[0]!.id, 2)
  const [event] = await w.store.db
    .select()
    .from(events)
    .where(and(eq(events.type, 'cases.not_recovered'), eq(events.subjectId, one.caseId)))
  const told = () => w.store.db.select().from(notifications).where(eq(notifications.eventId, event!.id))
  await tellOwner(w.system(), event!)
  await tellOwner(w.system(), event!)
  expect(await told()).toMatchObject([{ userId: one.owner.id, kind: 'case_joined' }])
})

test('how long after resolving is a setting, for cases that are resolved from then on', async () => {
  const one = await unhappy(w)
  await resolve(w, one)
  expect(await setDelay(w.ctx(), { delayDays: 1 })).toBe(3)
  expect((await reAsks(w))[0]!.dueAt - w.now()).toBe(3 * DAY)
  await reopenCase(w.ctx(), { caseId: one.caseId })
  w.clock.advance(1) // ids of one millisecond are in no order
  await resolve(w, one)
  expect((await reAskOf(w, one.contacts[0]!.id)).dueAt - w.now()).toBe(DAY)
  await expect(setDelay(w.ctx(one.owner.actor), { delayDays: 9 })).rejects.toMatchObject({ status: 403 })
})

test('nobody who wants no reply is asked', async () => {
  const one = await unhappy(w, 2)
  await w.store.write((tx) =>
    tx.update(casePeople).set({ state: 'not_wanted' }).where(eq(casePeople.contactId, one.contacts[0]!.id)),
  )
  await resolve(w, one)
  expect((await reAsks(w)).map((row) => row.contactId)).toEqual([one.contacts[1]!.id])
})
