import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { passMarks } from '#app/cases/sla/pass-marks.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { movePolicy } from '#app/cases/sla/move-policy.server.ts'
import { previewPolicy } from '#app/cases/sla/preview-policy.server.ts'
import { savePolicy } from '#app/cases/sla/save-policy.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases, clockPauses } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at, iso, run, hours, policyRow, slaWorld, type SlaWorld } from '#test/cases/sla.ts'

let w: SlaWorld['w']
let lead: SlaWorld['lead']
let owner: SlaWorld['owner']
let answer: SlaWorld['answer']
let row: SlaWorld['row']
let peopleOf: SlaWorld['peopleOf']
let account: SlaWorld['account']
let atTime: SlaWorld['atTime']
let told: SlaWorld['told']

beforeEach(async () => {
  ;({ w, lead, owner, account, answer, row, peopleOf, told, atTime } = await slaWorld())
})

test('a policy is by tier, holds for what is opened from then on, and leaves the rest on its own version', async () => {
  const gold = await w.account({ ownerId: owner.id, tier: 'Gold' })
  const old = await answer()
  const version = await savePolicy(w.ctx(), {
    base: 0,
    rows: [policyRow('', 4, 16), policyRow('Gold', 1, 8)],
    open: 'leave',
  })
  expect(version).toBe(1)
  const shiny = await row(await answer(gold))
  expect([iso(shiny.replyDueAt), iso(shiny.resolveDueAt)]).toEqual([
    iso(at('2026-03-02T11:00')),
    iso(at('2026-03-03T10:00')),
  ])
  expect(shiny.policyVersion).toBe(1)
  // Who joins a case is promised what the case goes by.
  await answer()
  expect((await peopleOf(old)).map((person) => iso(person.replyDueAt))).toEqual(
    [1, 2].map(() => iso(at('2026-03-03T10:00'))),
  )
  expect((await row(old)).policyVersion).toBe(0)
  expect(await w.store.db.select().from(jobs).where(eq(jobs.kind, 'cases.move-policy'))).toEqual([])
})

test('the preview says what moving does, and moving does that, each case once', async () => {
  const [slow, quick, late] = [await answer(), await answer(await w.account({ ownerId: owner.id, tier: 'Gold' })), await answer(await w.account({ ownerId: owner.id }), 'low')] // prettier-ignore
  w.clock.set(at('2026-03-02T13:00'))
  // normal: 8/40 → 4/40 = 14:00, earlier and in time. Gold: 16/40, later. low: 16/80 → 2/80 = 12:00, late at once.
  const rows = [{ ...policyRow('', 4, 40), low: hours(2, 80) }, policyRow('Gold', 16, 40)]
  expect(await previewPolicy(w.ctx(), { base: 0, rows })).toEqual({
    open: 3,
    looked: 3,
    earlier: 2,
    late: 1,
    later: 1,
    same: 0,
  })
  expect((await row(slow)).policyVersion).toBe(0)
  const version = await savePolicy(w.ctx(), { base: 0, rows, open: 'move' })
  const [job] = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'cases.move-policy'))
  await Promise.all([movePolicy(w.system(), run(job!.payload)), movePolicy(w.system(), run(job!.payload))])
  const due = async (id: string) => [iso((await row(id)).replyDueAt), iso((await peopleOf(id))[0]!.replyDueAt)]
  expect(await due(slow)).toEqual([1, 2].map(() => iso(at('2026-03-02T14:00'))))
  expect(await due(quick)).toEqual([1, 2].map(() => iso(at('2026-03-04T10:00'))))
  expect(await due(late)).toEqual([1, 2].map(() => iso(at('2026-03-02T12:00'))))
  for (const id of [slow, quick, late]) {
    expect((await row(id)).policyVersion).toBe(version)
    const moved = await w.store.db.select().from(events).where(and(eq(events.subjectId, id), eq(events.type, 'cases.due_moved'))) // prettier-ignore
    expect(moved).toHaveLength(1)
  }
  await passMarks(w.system(), run())
  expect(await told(late)).toEqual(['reply 75', 'reply 100'])
  expect(iso((await row(slow)).nextMarkAt)).toBe(iso(at('2026-03-02T14:00')))
})

test('of two who save at once one wins, and a preview of a table that is old is refused', async () => {
  const save = (reply: number) => savePolicy(w.ctx(), { base: 0, rows: [policyRow('', reply, 16)], open: 'leave' })
  const tries = await Promise.allSettled([save(1), save(2)])
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(tries.find((one) => one.status === 'rejected')!.reason).toMatchObject({ code: 'policy_changed' })
  await expect(previewPolicy(w.ctx(), { base: 0, rows: [policyRow('', 1, 16)] })).rejects.toMatchObject({
    code: 'policy_changed',
  })
})

test('the same table again makes no version; a wrong one names its field; only an admin sets it', async () => {
  const rows = [policyRow('', 3, 16)]
  expect(await savePolicy(w.ctx(), { base: 0, rows, open: 'leave' })).toBe(1)
  expect(await savePolicy(w.ctx(), { base: 1, rows, open: 'leave' })).toBe(1)
  await expect(savePolicy(w.ctx(), { base: 1, rows: [policyRow('', 3, 2)], open: 'leave' })).rejects.toMatchObject({ fields: { 'rows[0].low.resolve': 'sla_resolve_first' } }) // prettier-ignore
  for (const actor of [owner.actor, lead.actor]) {
    await expect(savePolicy(w.ctx(actor), { base: 1, rows, open: 'leave' })).rejects.toMatchObject({ status: 403 })
    await expect(previewPolicy(w.ctx(actor), { base: 1, rows })).rejects.toMatchObject({ status: 403 })
  }
})

/** Saves a table and moves what is open to it. */
async function moveTo(rows: Parameters<typeof savePolicy>[1]['rows'], base = 0) {
  const version = await savePolicy(w.ctx(), { base, rows, open: 'move' })
  await movePolicy(w.system(), run({ version }))
  return version
}

test('each who waits is moved by the severity of their own answer, and who has none known keeps what was promised', async () => {
  const id = await answer()
  await answer(account, 'urgent')
  const unknown = (await peopleOf(id)).find((person) => person.severity === 'urgent')!
  await answer(account, 'urgent')
  await w.store.write((tx) => tx.update(casePeople).set({ severity: null }).where(eq(casePeople.id, unknown.id)))
  await moveTo([{ ...policyRow('', 4, 40), urgent: hours(1, 16) }])
  const dues = (await peopleOf(id)).map((person) => iso(person.replyDueAt)).sort()
  // 1 h of the urgent one, 2 h as they were promised, 4 h of the normal one.
  expect(dues).toEqual(['11:00', '12:00', '14:00'].map((time) => iso(at(`2026-03-02T${time}`))))
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-04T10:00')))
})

test('a case that waits since before clocks could stand still is not moved into running', async () => {
  const id = await answer()
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  await waitForCustomer(w.ctx(), { caseId: id })
  await w.store.write(async (tx) => {
    await tx.update(cases).set({ policyVersion: null, resolveDueAt: null, pausedAt: null, nextMarkAt: null })
    await tx.delete(clockPauses)
  })
  w.clock.set(at('2026-03-03T10:00')) // 8 h since it was opened
  await moveTo([policyRow('', 8, 40)])
  expect(await row(id)).toMatchObject({ pausedAt: w.now(), nextMarkAt: null })
  await atTime('2026-03-20T12:00')
  expect(await told(id)).toEqual([])
  await workOnCase(w.ctx(), { caseId: id })
  // Friday 12:00 and 32 h: 5 + 8 + 8 + 8 = 29 by Wednesday, 3 h on Thursday the 26th.
  expect(iso((await row(id)).resolveDueAt)).toBe(iso(at('2026-03-26T12:00')))
})

test('marks that lie ahead again after a move are told when they come', async () => {
  const id = await answer()
  await atTime('2026-03-02T16:00')
  await atTime('2026-03-03T10:00')
  expect(await told(id)).toEqual(['reply 75', 'reply 100'])
  await moveTo([policyRow('', 16, 80)])
  await atTime('2026-03-03T13:59')
  expect(await told(id)).toHaveLength(2)
  await atTime('2026-03-03T14:00') // 12 of 16 h
  await atTime('2026-03-04T10:00')
  expect(await told(id)).toEqual(['reply 75', 'reply 100', 'reply 75', 'reply 100'])
  // What has come stays told.
  await moveTo([policyRow('', 15, 80)], 1)
  await atTime('2026-03-04T10:01')
  expect(await told(id)).toHaveLength(4)
})

test('that open cases are moved is recorded once, whoever else is at it, and not when there are none', async () => {
  const moved = () => w.store.db.select().from(events).where(eq(events.type, 'cases.policy_moved'))
  await moveTo([policyRow('', 3, 16)])
  expect(await moved()).toEqual([])
  await answer()
  await answer(await w.account({ ownerId: owner.id }))
  const version = await savePolicy(w.ctx(), { base: 1, rows: [policyRow('', 4, 16)], open: 'leave' })
  await Promise.all([1, 2].map(() => movePolicy(w.system(), run({ version }))))
  await movePolicy(w.system(), run({ version }))
  expect(await moved()).toMatchObject([{ subjectId: '2', data: { version: 2 } }])
})

test('the preview looks at what saving would move: of the same table only at what goes by an older one', async () => {
  const rows = [policyRow('', 3, 16)]
  await answer()
  await savePolicy(w.ctx(), { base: 0, rows, open: 'leave' })
  await answer(await w.account({ ownerId: owner.id }))
  expect(await previewPolicy(w.ctx(), { base: 1, rows })).toMatchObject({ open: 1, looked: 1, earlier: 1 })
  expect(await previewPolicy(w.ctx(), { base: 1, rows: [policyRow('', 4, 16)] })).toMatchObject({ open: 2, looked: 2 })
})
