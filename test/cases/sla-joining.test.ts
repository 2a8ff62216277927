import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { logContact } from '#app/cases/log-contact.server.ts'
import { waitForCustomer } from '#app/cases/wait-for-customer.server.ts'
import { clockPauses, slaMarks } from '#db/schema/cases.ts'
import { at, iso, slaWorld, type SlaWorld } from '#test/cases/sla.ts'
import { merge } from '#test/loop/merging.ts'

let s: SlaWorld
beforeEach(async () => {
  s = await slaWorld()
})

test('a person who is merged into another on their case brings the marks of their clock: none is told again', async () => {
  const id = await s.answer()
  s.w.clock.set(at('2026-03-02T11:00'))
  await s.answer()
  const [first, second] = await s.peopleOf(id)
  await s.atTime('2026-03-02T16:00')
  await s.atTime('2026-03-02T17:00')
  expect(await s.told(id)).toEqual(['reply 75', 'reply 75'])
  await merge(s.w, 'contact', first!.contactId!, second!.contactId!)
  const [one, ...none] = await s.peopleOf(id)
  // The earlier clock goes on, under the person who stays.
  expect([none, one!.id, iso(one!.replyDueAt)]).toEqual([[], second!.id, iso(at('2026-03-03T10:00'))])
  await s.atTime('2026-03-03T09:59')
  expect(await s.told(id)).toEqual(['reply 75', 'reply 75'])
  await s.atTime('2026-03-03T10:00')
  expect(await s.told(id)).toEqual(['reply 75', 'reply 75', 'reply 100'])
  expect(new Set((await s.w.store.db.select().from(slaMarks)).map((row) => row.subjectId))).toEqual(new Set([second!.id])) // prettier-ignore
})

test('of two cases that become one the earlier promise of a resolution stands, as the graver of them was given', async () => {
  const other = await s.w.account({ ownerId: s.owner.id, tier: 'Standard' })
  const keeps = await s.answer()
  s.w.clock.set(at('2026-03-02T11:00'))
  await s.answer(other, 'urgent')
  await merge(s.w, 'account', other.id, s.account.id)
  expect(await s.row(keeps)).toMatchObject({ severity: 'urgent', resolveDueAt: at('2026-03-04T11:00') }) // 16 h
})

test('a promise that stood still goes on with what was left of it, and then it is the earlier', async () => {
  const other = await s.w.account({ ownerId: s.owner.id, tier: 'Standard' })
  const keeps = await s.answer()
  s.w.clock.set(at('2026-03-02T11:00'))
  const joins = await s.answer(other, 'urgent')
  await logContact(s.w.ctx(), { caseId: joins, kind: 'call', text: 'Called.' })
  await waitForCustomer(s.w.ctx(), { caseId: joins })
  s.w.clock.set(at('2026-03-03T11:00')) // 8 h stood still
  await merge(s.w, 'account', other.id, s.account.id)
  expect(await s.row(keeps)).toMatchObject({ state: 'working', pausedAt: null, resolveDueAt: at('2026-03-05T11:00') })
  expect(await s.w.store.db.select().from(clockPauses).where(eq(clockPauses.caseId, joins))).toMatchObject([{ toAt: s.w.now() }]) // prettier-ignore
})
