import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { write } from '#app/audit/context.server.ts'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { closeCase, closeForAnswer } from '#app/cases/close-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { reassignCases } from '#app/cases/reassign-cases.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { after, caseVerbs, type CaseState, type CaseVerb } from '#app/cases/transitions.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { type Conflict, Forbidden } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { holds } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries, casePeople, cases, caseStates } from '#db/schema/cases.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'

let w: World
let owner: UserRow
let caseId: string

beforeEach(async () => {
  w = await world()
  owner = await w.user({ roles: ['csm'] })
  caseId = await openCase(owner)
})

async function openCase(of: UserRow, people = 1) {
  const account = await w.account({ ownerId: of.id })
  const program = await makeProgram(w)
  let id = ''
  for (let i = 0; i < people; i++) {
    const contact = await w.contact({ accountId: account.id })
    const response = await makeResponse(w, program, { contact })
    const input = {
      response,
      severity: 'normal' as const,
      account: { id: account.id, ownerId: of.id },
      contactId: contact.id,
    }
    id = (await write(w.system(), (ctx) => openOrJoinCase(ctx, input))).caseId
  }
  return id
}
const row = async (id = caseId) => (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!
const typesOf = async (id = caseId) =>
  (
    await w.store.db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.subjectKind, 'case'), eq(events.subjectId, id)))
  ).map((e) => e.type)
const put = (state: CaseState) =>
  w.store.write(async (tx) => tx.update(cases).set({ state }).where(eq(cases.id, caseId)))

test('of two who take the same case at once one wins and the other is told', async () => {
  const one = await w.user({ roles: ['csm'] })
  const two = await w.user({ roles: ['csm'] })
  const tries = await Promise.allSettled([
    claimCase(w.ctx(one.actor), { caseId }),
    claimCase(w.ctx(two.actor), { caseId }),
  ])
  const won = tries.filter((one) => one.status === 'fulfilled')
  const lost = tries.filter((one) => one.status === 'rejected')
  expect(won).toHaveLength(1)
  expect(lost).toHaveLength(1)

  expect(lost[0]!.reason).toMatchObject({ status: 409, code: 'case_taken' })
  expect((await row()).ownerId).toBe(won[0]!.value.ownerId)
  expect((await typesOf()).filter((type) => type === 'cases.claimed')).toHaveLength(1)
})

test('taking a case that is already mine is fine and leaves no second event', async () => {
  await claimCase(w.ctx(owner.actor), { caseId })
  await claimCase(w.ctx(owner.actor), { caseId })
  expect((await typesOf()).filter((type) => type === 'cases.claimed')).toHaveLength(1)
})

const perform: Record<CaseVerb, (to: UserRow) => Promise<unknown>> = {
  claim: () => claimCase(w.ctx(), { caseId }),
  assign: (to) => assignCase(w.ctx(), { caseId, ownerId: to.id }),
  note: () => addCaseNote(w.ctx(), { caseId, text: 'Spoke to support.' }),
  contact: () => logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' }),
  work: () => workOnCase(w.ctx(), { caseId }),
  wait: () => waitForCustomer(w.ctx(), { caseId }),
  resolve: () => resolveCase(w.ctx(), { caseId, cause: 'product', action: 'fix' }),
  close: () => closeCase(w.ctx(), { caseId, kind: 'by_hand' }),
  dismiss: () => closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'A test of the customer.' }),
  reopen: () => reopenCase(w.ctx(), { caseId }),
  snooze: () => snoozeCase(w.ctx(), { caseId, span: '7' }),
  wake: async () => {
    await w.store.write(async (tx) =>
      tx
        .update(cases)
        .set({ snoozedUntil: w.now() + 1 })
        .where(eq(cases.id, caseId)),
    )
    return wakeCase(w.ctx(), { caseId })
  },
}

test.each(caseVerbs)(
  '%s does in every state what the table says, and refuses the rest without a trace',
  async (verb) => {
    for (const state of caseStates) {
      await put(state)
      const before = await typesOf()
      const expected = after(state, verb)
      const outcome = await perform[verb](owner).then(
        () => 'done',
        (error: Conflict) => error.code,
      )
      expect(`${state}: ${outcome}`).toBe(`${state}: ${expected === null ? 'case_state' : 'done'}`)
      expect((await row()).state).toBe(expected ?? state)
      // A claim of what is mine already says nothing twice.
      const told = (await typesOf()).length - before.length
      expect(`${state}: ${told}`).toBe(
        `${state}: ${expected === null || (verb === 'claim' && state !== 'new') ? 0 : 1}`,
      )
    }
  },
)

test('a case is worked by its owner, a lead of the team and admins, and by nobody else', async () => {
  const team = await w.team()
  const other = await w.team()
  const mine = await w.user({ roles: ['csm'], teamId: team.id })
  const caseOfTeam = await openCase(mine)
  const note = (actor: UserRow['actor']) => addCaseNote(w.ctx(actor), { caseId: caseOfTeam, text: 'Hello' })
  await note(mine.actor)
  await note((await w.user({ roles: ['lead'], teamId: team.id })).actor)
  await note(w.admin as UserRow['actor'])
  for (const roles of [['csm'], ['marketer'], ['viewer']] as const) {
    await expect(note((await w.user({ roles: [...roles], teamId: team.id })).actor)).rejects.toThrow(Forbidden)
  }
  await expect(note((await w.user({ roles: ['lead'], teamId: other.id })).actor)).rejects.toThrow(Forbidden)
  await expect(addCaseNote(w.anonymous(), { caseId: caseOfTeam, text: 'x' })).rejects.toMatchObject({ status: 401 })
})

test('a change on top of a version that is gone is refused and names the reason', async () => {
  const seen = (await row()).lockVersion
  await logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' })
  await expect(
    resolveCase(w.ctx(), { caseId, cause: 'price', action: 'credit', lockVersion: seen }),
  ).rejects.toMatchObject({ code: 'case_changed' })
  expect((await row()).state).toBe('contacted')
})

test('of two who resolve and dismiss at once exactly one is done', async () => {
  await logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' })
  const { lockVersion } = await row()
  const tries = await Promise.allSettled([
    resolveCase(w.ctx(), { caseId, cause: 'price', action: 'credit', lockVersion }),
    closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'No', lockVersion }),
  ])
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a call to one person stops that clock, the other keeps the case due', async () => {
  const id = await openCase(owner, 2)
  const people = await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, id))
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.', casePersonId: people[0]!.id })
  const states = (await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, id))).map((one) => one.state)
  expect(states.sort()).toEqual(['replied', 'waiting'])
  const before = await row(id)
  expect(before.rankAt).toBe(before.replyDueAt)
  await logContact(w.ctx(), { caseId: id, kind: 'meeting', text: 'Met.' })
  expect((await row(id)).rankAt).toBeGreaterThan(before.rankAt)
})

test('what was said stands in the timeline as it was typed', async () => {
  const text = '<b>"quoted"</b>\n二行目'
  await addCaseNote(w.ctx(owner.actor), { caseId, text: `  ${text}\u0000 ` })
  const [entry] = await w.store.db.select().from(caseEntries)
  expect(entry).toMatchObject({ kind: 'note', text, authorId: owner.id })
  await expect(addCaseNote(w.ctx(owner.actor), { caseId, text: ' \n ' })).rejects.toThrow()
})

test('closing lifts the hold that the case placed and no other', async () => {
  const { subjectKey } = await row()
  await write(w.system(), async (ctx) => {
    await placeHold(ctx, { subjectKey, reason: 'open_case', refId: caseId })
    await placeHold(ctx, { subjectKey, reason: 'owner_veto', refId: owner.id })
  })
  await closeCase(w.ctx(owner.actor), { caseId, kind: 'dismissed', text: 'Sent by mistake.' })
  expect((await w.store.db.select().from(holds)).map((hold) => hold.reason)).toEqual(['owner_veto'])
})

test('an answer that turned happy closes the case for the system', async () => {
  await write(w.system(), (ctx) => closeForAnswer(ctx, { caseId, kind: 'changed_answer' }))
  expect(await row()).toMatchObject({ state: 'closed', closeKind: 'changed_answer', closedAt: w.now() })
})

test('the cases of somebody who has left go to others, unclaimed, and a second run finds nothing', async () => {
  const lead = await w.user({ roles: ['lead'] })
  await claimCase(w.ctx(owner.actor), { caseId })
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, owner.id)))
  expect(await reassignCases(w.system(), { userId: owner.id })).toBe(1)
  expect(await row()).toMatchObject({ ownerId: lead.id, claimedAt: null })
  expect(await reassignCases(w.system(), { userId: owner.id })).toBe(0)
})

test('a case is given only to an active colleague who works cases', async () => {
  const ended = await w.user({ roles: ['csm'], state: 'ended' })
  const viewer = await w.user({ roles: ['viewer'] })
  for (const to of [ended.id, viewer.id, 'usr_nobody']) {
    await expect(assignCase(w.ctx(), { caseId, ownerId: to })).rejects.toMatchObject({ code: 'case_owner' })
  }
})
