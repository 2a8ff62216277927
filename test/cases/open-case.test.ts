import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { write } from '#app/audit/context.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import type { Severity } from '#db/schema/surveys.ts'
import { world, type World } from '#test/world.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'

async function unhappy(
  w: World,
  program: ProgramRow,
  account: AccountRow | null,
  contact: ContactRow | null,
  score = 3,
) {
  const response = await makeResponse(w, program, { contact, score })
  return { response, account: account && { id: account.id, ownerId: account.ownerId }, contactId: contact?.id ?? null }
}
const land = (w: World, answer: Awaited<ReturnType<typeof unhappy>>, severity: Severity = 'normal') =>
  write(w.system(), (ctx) => openOrJoinCase(ctx, { ...answer, severity }))

async function house() {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  const account = await w.account({ ownerId: owner.id })
  return { w, owner, account, program: await makeProgram(w) }
}

test('an unhappy answer opens a case for the owner of the account, due in one working day', async () => {
  const { w, owner, account, program } = await house()
  const contact = await w.contact({ accountId: account.id })
  const { caseId, opened } = await land(w, await unhappy(w, program, account, contact))
  expect(opened).toBe(true)
  const [row] = await w.store.db.select().from(cases).where(eq(cases.id, caseId))
  expect(row).toMatchObject({
    state: 'new',
    ownerId: owner.id,
    severity: 'normal',
    subjectKey: `acc:${account.id}`,
    claimedAt: null,
  })
  expect(row!.replyDueAt - w.now()).toBe(24 * HOUR)
})

test('twenty people of one account who are unhappy at once share one open case, and none is lost', async () => {
  const { w, account, program } = await house()
  const answers = []
  for (let i = 0; i < 20; i++)
    answers.push(await unhappy(w, program, account, await w.contact({ accountId: account.id })))
  const landed = await Promise.all(answers.map((answer) => land(w, answer)))
  expect(new Set(landed.map((one) => one.caseId)).size).toBe(1)
  expect(landed.filter((one) => one.opened)).toHaveLength(1)
  expect(await w.store.db.select().from(cases)).toHaveLength(1)
  expect(await w.store.db.select().from(casePeople)).toHaveLength(20)
  expect(await w.store.db.select().from(caseAnswers)).toHaveLength(20)
  const types = (await w.store.db.select().from(events)).map((event) => event.type)
  expect(types.filter((type) => type === 'cases.opened')).toHaveLength(1)
  expect(types.filter((type) => type === 'cases.joined')).toHaveLength(19)
})

test('a repair that runs the same answer again changes nothing', async () => {
  const { w, account, program } = await house()
  const answer = await unhappy(w, program, account, await w.contact({ accountId: account.id }))
  const first = await land(w, answer)
  const before = await w.store.db.select().from(events)
  w.clock.advance(HOUR)
  expect(await land(w, answer)).toEqual({ caseId: first.caseId, opened: false })
  expect(await w.store.db.select().from(events)).toHaveLength(before.length)
  expect(await w.store.db.select().from(caseAnswers)).toHaveLength(1)
})

test('a repair after the case was closed does not open another one, a newer answer does', async () => {
  const { w, account, program } = await house()
  const answer = await unhappy(w, program, account, await w.contact({ accountId: account.id }))
  const first = await land(w, answer)
  await w.store.write(async (tx) => tx.update(cases).set({ state: 'closed' }).where(eq(cases.id, first.caseId)))
  expect(await land(w, answer)).toEqual({ caseId: first.caseId, opened: false })
  w.clock.advance(HOUR)
  const again = await land(w, { ...answer, response: { ...answer.response, score: 1, answeredAt: w.now() } })
  expect(again.opened).toBe(true)
  expect(again.caseId).not.toBe(first.caseId)
})

test('a worse answer raises the severity and brings the case forward, a milder one does not lower it', async () => {
  const { w, account, program } = await house()
  const { caseId } = await land(w, await unhappy(w, program, account, await w.contact({ accountId: account.id })))
  const [before] = await w.store.db.select().from(cases)
  await land(w, await unhappy(w, program, account, await w.contact({ accountId: account.id }), 0), 'urgent')
  await land(w, await unhappy(w, program, account, await w.contact({ accountId: account.id }), 6), 'low')
  const [after] = await w.store.db.select().from(cases).where(eq(cases.id, caseId))
  expect(after!.severity).toBe('urgent')
  expect(after!.replyDueAt).toBe(w.now() + 2 * HOUR)
  expect(after!.rankAt).toBeLessThan(before!.rankAt)
})

test('the same person answering again is one person on the case with two answers', async () => {
  const { w, account, program } = await house()
  const contact = await w.contact({ accountId: account.id })
  await land(w, await unhappy(w, program, account, contact, 4))
  w.clock.advance(HOUR)
  const second = await unhappy(w, program, account, contact, 2)
  await land(w, second)
  const people = await w.store.db.select().from(casePeople)
  expect(people).toHaveLength(1)
  expect(people[0]!.responseId).toBe(second.response.id)
  expect(await w.store.db.select().from(caseAnswers)).toHaveLength(2)
})

test('an answer that joins a resolved case takes it back to work', async () => {
  const { w, account, program } = await house()
  const { caseId } = await land(w, await unhappy(w, program, account, await w.contact({ accountId: account.id })))
  await w.store.write(async (tx) =>
    tx.update(cases).set({ state: 'resolved', resolvedAt: w.now() }).where(eq(cases.id, caseId)),
  )
  await land(w, await unhappy(w, program, account, await w.contact({ accountId: account.id })))
  const [row] = await w.store.db.select().from(cases)
  expect(row).toMatchObject({ state: 'working', reopened: 1, resolvedAt: null })
})

test('a person without an account gets a case of their own', async () => {
  const { w, program } = await house()
  const one = await w.contact()
  const two = await w.contact()
  const first = await land(w, await unhappy(w, program, null, one))
  const second = await land(w, await unhappy(w, program, null, two))
  expect(first.caseId).not.toBe(second.caseId)
  const [row] = await w.store.db.select().from(cases).where(eq(cases.id, first.caseId))
  expect(row!.subjectKey).toBe(`con:${one.id}`)
})

test('a case without an active owner goes to the lead with the fewest open cases, and to an admin when there is no lead', async () => {
  const { w, program } = await house()
  const gone = await w.user({ state: 'ended' })
  const ownerOf = async (answer: { caseId: string }) =>
    (await w.store.db.select().from(cases).where(eq(cases.id, answer.caseId)))[0]!.ownerId
  const next = async () => unhappy(w, program, await w.account({ ownerId: gone.id }), await w.contact())
  expect(await ownerOf(await land(w, await next()))).toBe('usr_admin')
  const busy = await w.user({ roles: ['lead'] })
  for (let i = 0; i < 3; i++) expect(await ownerOf(await land(w, await next()))).toBe(busy.id)
  const free = await w.user({ roles: ['lead'] })
  for (let i = 0; i < 3; i++) expect(await ownerOf(await land(w, await next()))).toBe(free.id)
})
