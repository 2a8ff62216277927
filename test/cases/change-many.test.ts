import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { changeMany } from '#app/cases/change-many.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { listTags } from '#app/cases/tags/list-tags.server.ts'
import { tagField } from '#app/cases/tags/tag.ts'
import { tagCase } from '#app/cases/tags/tag-case.server.ts'
import { cases } from '#db/schema/cases.ts'
import { makeProgram, openedFor, type ProgramRow } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow
beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
})
const some = async (n: number) => {
  const ids: string[] = []
  for (let i = 0; i < n; i++) ids.push(await openedFor(w, program))
  return ids
}
const ownersOf = async (ids: string[]) => {
  const rows = await w.store.db.select().from(cases)
  return ids.map((id) => rows.find((one) => one.id === id)!.ownerId)
}

test('what one case refuses doesn’t keep the others, and is told by its reason', async () => {
  const ids = await some(3)
  await closeCase(w.ctx(), { caseId: ids[1]!, kind: 'dismissed', text: 'A test.' })
  const to = await w.user()
  const { done, refused } = await changeMany(w.ctx(), {
    intent: 'assign',
    caseIds: [...ids, 'cas_nowhere'],
    ownerId: to.id,
  })
  expect(done.map((one) => one.caseId)).toEqual([ids[0], ids[2]])
  expect(refused).toEqual({ case_state: 1, not_found: 1 })
  expect(await ownersOf([ids[0]!, ids[2]!])).toEqual([to.id, to.id])
})

test('given back, each goes to whom it was taken from', async () => {
  const ids = await some(2)
  const before = await ownersOf(ids)
  expect(new Set(before).size).toBe(2)
  const { done } = await changeMany(w.ctx(), { intent: 'assign', caseIds: ids, ownerId: (await w.user()).id })
  await changeMany(w.ctx(), { intent: 'give-back', pairs: done })
  expect(await ownersOf(ids)).toEqual(before)
})

test('put off and brought back', async () => {
  const ids = await some(2)
  await changeMany(w.ctx(), { intent: 'snooze', caseIds: ids, span: '7' })
  expect((await listCases(w.ctx(), { snoozed: 'out' })).cases).toEqual([])
  await changeMany(w.ctx(), { intent: 'wake', caseIds: ids })
  expect(await w.store.db.select().from(cases).where(isNull(cases.snoozedUntil))).toHaveLength(2)
})

test('a tag is one word however it is typed; the list is narrowed by it and loses it again', async () => {
  const ids = await some(3)
  await changeMany(w.ctx(), { intent: 'tag', caseIds: ids.slice(0, 2), tag: '  Price   Talk ' })
  await changeMany(w.ctx(), { intent: 'tag', caseIds: ids, tag: 'Ｂｉｌｌｉｎｇ' })
  await tagCase(w.ctx(), { caseId: ids[0]!, tag: 'PRICE talk' })
  expect(await listTags(w.ctx())).toEqual(['billing', 'price talk'])
  const tagged = (await listCases(w.ctx(), { tag: 'price talk' })).cases
  expect(tagged.map((one) => one.id).toSorted()).toEqual(ids.slice(0, 2).toSorted())
  expect(tagged[0]!.tags).toEqual(['billing', 'price talk'])
  await changeMany(w.ctx(), { intent: 'untag', caseIds: ids, tag: 'price talk' })
  expect((await listCases(w.ctx(), { tag: 'price talk' })).cases).toEqual([])
})

test('twenty tags are enough', async () => {
  const [caseId] = await some(1)
  for (let i = 0; i < 20; i++) await tagCase(w.ctx(), { caseId: caseId!, tag: `t${i}` })
  await expect(tagCase(w.ctx(), { caseId: caseId!, tag: 'one more' })).rejects.toMatchObject({ code: 'case_tags' })
})

test.each(['', '   ', '\u0000', 'x'.repeat(41)])('%j is no tag', (tag) => {
  expect(tagField.safeParse(tag).success).toBe(false)
})

test('who works no cases changes none, and who works them only their own', async () => {
  const ids = await some(2)
  const marketer = await w.user({ roles: ['marketer'] })
  const change = { intent: 'tag', caseIds: ids, tag: 'x' } as const
  await expect(changeMany(w.ctx(marketer.actor), change)).rejects.toMatchObject({ status: 403 })
  const [mine] = await w.store.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, ids[0]!)))
  const owner = (await w.store.db.select().from(cases)).find((one) => one.id === ids[1])!
  expect(owner.ownerId).not.toBe(mine!.ownerId)
  const csm = await w.user({ roles: ['csm'] })
  await changeMany(w.ctx(), { intent: 'assign', caseIds: [ids[0]!], ownerId: csm.id })
  expect(await changeMany(w.ctx(csm.actor), change)).toMatchObject({
    done: [{ caseId: ids[0] }],
    refused: { forbidden: 1 },
  })
})
