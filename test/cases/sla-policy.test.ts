import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { passMarks } from '#app/cases/sla/pass-marks.server.ts'
import { movePolicy } from '#app/cases/sla/move-policy.server.ts'
import { previewPolicy } from '#app/cases/sla/preview-policy.server.ts'
import { savePolicy } from '#app/cases/sla/save-policy.server.ts'
import { events } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at, iso, run, hours, policyRow, slaWorld, type SlaWorld } from '#test/cases/sla.ts'

let w: SlaWorld['w']
let lead: SlaWorld['lead']
let owner: SlaWorld['owner']
let answer: SlaWorld['answer']
let row: SlaWorld['row']
let peopleOf: SlaWorld['peopleOf']
let told: SlaWorld['told']

beforeEach(async () => {
  ;({ w, lead, owner, answer, row, peopleOf, told } = await slaWorld())
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
