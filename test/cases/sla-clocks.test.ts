import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { adoptCases } from '#app/cases/sla/adopt-cases.server.ts'
import { passMarks, passSomeMarks } from '#app/cases/sla/pass-marks.server.ts'
import { takeInMail } from '#app/cases/take-in-mail.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases, clockPauses, slaMarks } from '#db/schema/cases.ts'
import { at, iso, run, slaWorld, type SlaWorld } from '#test/cases/sla.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'

let w: SlaWorld['w']
let owner: SlaWorld['owner']
let account: SlaWorld['account']
let answer: SlaWorld['answer']
let row: SlaWorld['row']
let peopleOf: SlaWorld['peopleOf']
let told: SlaWorld['told']
let atTime: SlaWorld['atTime']

beforeEach(async () => {
  ;({ w, owner, account, answer, row, peopleOf, told, atTime } = await slaWorld())
})

test('a case is promised a reply and a resolution, and waits for its first mark', async () => {
  const found = await row(await answer())
  expect(iso(found.replyDueAt)).toBe(iso(at('2026-03-03T10:00'))) // 8 h
  expect(iso(found.resolveDueAt)).toBe(iso(at('2026-03-09T10:00'))) // 40 h
  expect(iso(found.nextMarkAt)).toBe(iso(at('2026-03-02T16:00'))) // 6 of 8 h
  expect(found.policyVersion).toBe(0)
})

test('each mark of each clock is written and told once, in its minute and not before', async () => {
  const id = await answer()
  await atTime('2026-03-02T15:59')
  expect(await told(id)).toEqual([])
  await atTime('2026-03-02T16:00')
  await atTime('2026-03-02T16:01')
  expect(await told(id)).toEqual(['reply 75'])
  await atTime('2026-03-03T10:00')
  await atTime('2026-03-04T10:00') // 16 of 8 h
  expect(await told(id)).toEqual(['reply 75', 'reply 100', 'reply 200'])
  await atTime('2026-03-05T16:00')
  await atTime('2026-03-09T10:00')
  await atTime('2026-03-16T10:00')
  expect(await told(id)).toEqual(['reply 75', 'reply 100', 'reply 200', 'resolve 75', 'resolve 100', 'resolve 200'])
  expect((await row(id)).nextMarkAt).toBe(null)
  const [first] = await w.store.db.select().from(events).where(and(eq(events.subjectId, id), eq(events.type, 'cases.sla_warned'))).orderBy(asc(events.id)) // prettier-ignore
  const [person] = await peopleOf(id)
  expect(first!.data).toMatchObject({
    clock: 'reply',
    mark: 75,
    ownerId: owner.id,
    personId: person!.id,
  })
})

test('what was slept through is told at once, each mark once', async () => {
  const id = await answer()
  await atTime('2026-04-01T12:00')
  expect(await told(id)).toEqual(['reply 75', 'reply 100', 'reply 200', 'resolve 75', 'resolve 100', 'resolve 200'])
})

test('two workers at once, and one that dies in between, tell each mark once', async () => {
  const ids: string[] = []
  for (let i = 0; i < 12; i++) ids.push(await answer(await w.account({ ownerId: owner.id })))
  w.clock.set(at('2026-03-03T10:00')) // 75 and 100 of each reply
  // The first of them dies after it has written, before it commits.
  await expect(
    write(w.system(), async (ctx) => {
      await passSomeMarks(ctx)
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  expect(await w.store.db.select().from(slaMarks)).toEqual([])
  await Promise.all([1, 2, 3, 4].map(() => passSomeMarks(w.system(), 5)))
  await Promise.all([1, 2, 3, 4].map(() => passMarks(w.system(), run())))
  for (const id of ids) expect(await told(id)).toEqual(['reply 75', 'reply 100'])
  expect(await w.store.db.select().from(slaMarks)).toHaveLength(24)
})

test('a reply stops that person’s clock and no other; a new answer of theirs starts a new one', async () => {
  const id = await answer()
  w.clock.set(at('2026-03-02T12:00'))
  await answer()
  const [one, two] = await peopleOf(id)
  expect(iso(one!.replyDueAt)).toBe(iso(at('2026-03-03T10:00')))
  expect(iso(two!.replyDueAt)).toBe(iso(at('2026-03-03T12:00')))
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.', casePersonId: one!.id })
  expect(iso((await row(id)).nextMarkAt)).toBe(iso(at('2026-03-03T10:00'))) // the other's 75 %: 6 of 8 h since noon
  await atTime('2026-03-03T12:00')
  expect(await told(id)).toEqual(['reply 75', 'reply 100'])
  // The first says more: their clock runs anew from then.
  const [contact] = await w.store.db.select().from(contacts).where(eq(contacts.id, one!.contactId!))
  const response = await makeResponse(w, await makeProgram(w), { contact })
  const input = { response, severity: 'normal' as const, account: { id: account.id, ownerId: owner.id }, contactId: one!.contactId } // prettier-ignore
  await write(w.system(), (ctx) => openOrJoinCase(ctx, input))
  const again = (await peopleOf(id)).find((person) => person.id === one!.id)!
  expect([iso(again.clockFrom), iso(again.replyDueAt)]).toEqual([
    iso(at('2026-03-03T12:00')),
    iso(at('2026-03-04T12:00')),
  ])
  await atTime('2026-03-04T12:00')
  expect((await told(id)).filter((mark) => mark === 'reply 100')).toHaveLength(2)
})

test('waiting for the customer stops the clock of resolving, and it goes on with what was left', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  w.clock.set(at('2026-03-03T12:00')) // 10 of 40 h are used
  await waitForCustomer(w.ctx(), { caseId: id })
  expect(await row(id)).toMatchObject({ pausedAt: w.now(), nextMarkAt: null })
  await atTime('2026-03-20T12:00')
  expect(await told(id)).toEqual([])
  await workOnCase(w.ctx(), { caseId: id })
  // Friday 12:00 and 30 h: 5 + 8 + 8 + 8 = 29 by Wednesday, 1 h on Thursday the 26th.
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-26T10:00')))
  // 75 %: 30 of 40 h, so 20 h from Friday noon: 5 + 8, 7 more on Tuesday.
  expect(iso((await row(id)).nextMarkAt)).toBe(iso(at('2026-03-24T16:00')))
  expect(await row(id)).toMatchObject({ pausedAt: null })
  const [pause] = await w.store.db.select().from(clockPauses)
  expect([iso(pause!.fromAt), iso(pause!.toAt)]).toEqual([iso(at('2026-03-03T12:00')), iso(at('2026-03-20T12:00'))])
})

test('a case that waits goes on by itself when the customer writes, and can’t wait again before they are answered', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  w.clock.advance(HOUR)
  await waitForCustomer(w.ctx(), { caseId: id })
  w.clock.advance(2 * HOUR)
  await write(w.system(), (ctx) => takeInMail(ctx, { caseId: id, text: 'Still broken.' }))
  // 1 h was used before, 2 h stood still: due two hours later.
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-09T12:00')))
  w.clock.advance(HOUR)
  await expect(waitForCustomer(w.ctx(), { caseId: id })).rejects.toMatchObject({ code: 'case_unanswered' })
  expect(await row(id)).toMatchObject({ state: 'working', pausedAt: null })
  await logContact(w.ctx(), { caseId: id, kind: 'mail_out', text: 'Looking at it.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  expect(await row(id)).toMatchObject({ state: 'waiting', pausedAt: w.now() })
})

test('before anybody has contacted the customer no clock can be stopped', async () => {
  const id = await answer()
  await expect(waitForCustomer(w.ctx(), { caseId: id })).rejects.toMatchObject({ code: 'case_state' })
  expect((await row(id)).pausedAt).toBe(null)
})

test('a new unhappy person on a case that waits sets its clock going again', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  w.clock.set(at('2026-03-04T10:00')) // 16 h later
  await answer()
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-11T10:00')))
  expect(await row(id)).toMatchObject({ state: 'working', pausedAt: null })
})

test('an answer that came after the last contact is the customer’s word: no clock stops before it has a reply', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  w.clock.advance(HOUR)
  await answer()
  await expect(waitForCustomer(w.ctx(), { caseId: id })).rejects.toMatchObject({ code: 'case_unanswered' })
  expect((await row(id)).pausedAt).toBe(null)
  w.clock.advance(HOUR)
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called again.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  expect(await row(id)).toMatchObject({ state: 'waiting', pausedAt: w.now() })
})

test('a graver answer brings the resolution forward, a milder one changes nothing', async () => {
  const id = await answer()
  await answer(account, 'low')
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-09T10:00')))
  w.clock.set(at('2026-03-03T10:00'))
  await answer(account, 'urgent')
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-04T10:00'))) // 16 h from when it was opened
})

test('what is resolved has no marks; reopened it goes on where it stood, and closed it is over', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  w.clock.set(at('2026-03-06T16:00')) // 38 of 40 h
  await passMarks(w.system(), run())
  await resolveCase(w.ctx(), { caseId: id, cause: 'product', action: 'fix' })
  await atTime('2026-03-13T16:00')
  expect(await told(id)).toEqual(['resolve 75'])
  await reopenCase(w.ctx(), { caseId: id })
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-16T10:00'))) // Friday 16:00 and 2 h
  await resolveCase(w.ctx(), { caseId: id, cause: 'product', action: 'fix' })
  await closeCase(w.ctx(), { caseId: id, kind: 'by_hand' })
  expect(await row(id)).toMatchObject({ pausedAt: null, nextMarkAt: null })
  await atTime('2026-05-01T10:00')
  expect(await told(id)).toEqual(['resolve 75'])
})

test('a case that waits since before clocks could stand still stands from when it is taken over', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  await w.store.write(async (tx) => {
    await tx.update(cases).set({ policyVersion: null, pausedAt: null, nextMarkAt: null })
    await tx.delete(clockPauses)
  })
  w.clock.set(at('2026-03-03T10:00'))
  await Promise.all([adoptCases(w.system(), run()), adoptCases(w.system(), run())])
  expect(await row(id)).toMatchObject({ policyVersion: 0, pausedAt: w.now(), nextMarkAt: null })
  expect(await w.store.db.select().from(clockPauses)).toMatchObject([{ caseId: id, fromAt: w.now(), toAt: null }])
})

test('a case from before there were such promises is taken over: a late reply is told, and nothing that can’t be known', async () => {
  const id = await answer()
  const old = { policyVersion: null, resolveDueAt: null, nextMarkAt: null }
  await w.store.write(async (tx) => {
    await tx.update(cases).set(old).where(eq(cases.id, id))
    await tx.update(casePeople).set({ clockFrom: null }).where(eq(casePeople.caseId, id))
  })
  await Promise.all([adoptCases(w.system(), run()), adoptCases(w.system(), run())])
  expect(await row(id)).toMatchObject({ policyVersion: 0, resolveDueAt: null, nextMarkAt: at('2026-03-03T10:00') })
  await atTime('2026-03-20T10:00')
  expect(await told(id)).toEqual(['reply 100'])
  expect((await row(id)).nextMarkAt).toBe(null)
  // Its clock of resolving is nothing that could pause late.
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  await workOnCase(w.ctx(), { caseId: id })
  expect(await row(id)).toMatchObject({ state: 'working', resolveDueAt: null, pausedAt: null })
})
