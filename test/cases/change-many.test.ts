import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { changeMany } from '#app/cases/change-many.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { listTags } from '#app/cases/tags/list-tags.server.ts'
import { manyWords } from '#app/cases/many-words.ts'
import { snoozeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { tagField } from '#app/cases/tags/tag.ts'
import { tagCase } from '#app/cases/tags/tag-case.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import type { Said } from '#app/platform/http/said.ts'
import { errorWords } from '#app/words.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases, caseTags } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { serve } from '#test/access/listener.ts'
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
const areClaimed = async (ids: string[]) => {
  const rows = await w.store.db.select().from(cases)
  return ids.map((id) => rows.find((one) => one.id === id)!.claimedAt !== null)
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
  const from = (await w.user()).id
  const { done } = await changeMany(w.ctx(), { intent: 'assign', caseIds: ids, ownerId: from })
  await changeMany(w.ctx(), { intent: 'give-back', from, pairs: done })
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

describe('what an undo takes back', () => {
  test('an unclaimed case is unclaimed again, and a claimed one claimed', async () => {
    const ids = await some(2)
    await w.store.write(async (tx) => tx.update(cases).set({ claimedAt: 1 }).where(eq(cases.id, ids[0]!)))
    const from = (await w.user()).id
    const { done } = await changeMany(w.ctx(), { intent: 'assign', caseIds: ids, ownerId: from })
    await changeMany(w.ctx(), { intent: 'give-back', from, pairs: done })
    expect(await areClaimed(ids)).toEqual([true, false])
  })

  test('nothing from somebody who got the case in between', async () => {
    const ids = await some(2)
    const before = await ownersOf(ids)
    const from = (await w.user()).id
    const { done } = await changeMany(w.ctx(), { intent: 'assign', caseIds: ids, ownerId: from })
    const other = (await w.user()).id
    await assignCase(w.ctx(), { caseId: ids[0]!, ownerId: other })
    const back = await changeMany(w.ctx(), { intent: 'give-back', from, pairs: done })
    expect(back.refused).toEqual({ case_changed: 1 })
    expect(await ownersOf(ids)).toEqual([other, before[1]])
  })

  test('only tags that were put on', async () => {
    const ids = await some(2)
    await tagCase(w.ctx(), { caseId: ids[0]!, tag: 'billing' })
    const { done } = await changeMany(w.ctx(), { intent: 'tag', caseIds: ids, tag: 'billing' })
    expect(done.map((one) => one.caseId)).toEqual([ids[1]])
    expect((await changeMany(w.ctx(), { intent: 'untag', caseIds: ids, tag: 'nothing' })).done).toEqual([])
  })
})

describe('events and people', () => {
  test('the history says that a case was tagged and not how', async () => {
    const [caseId] = await some(1)
    for (const intent of ['tag', 'untag'] as const)
      await changeMany(w.ctx(), { intent, caseIds: [caseId!], tag: 'mori hana' })
    const told = (await w.store.db.select().from(events)).filter((event) => /tagged/.test(event.type))
    expect(told).toHaveLength(2)
    expect(JSON.stringify(told)).not.toContain('hana')
  })

  test('who is erased takes the tags along that are about them', async () => {
    const [caseId] = await some(1)
    const [person] = await w.store.db.select().from(casePeople)
    const [contact] = await w.store.db.select().from(contacts).where(eq(contacts.id, person!.contactId!))
    for (const tag of ['billing', `Call ${contact!.name}`]) await tagCase(w.ctx(), { caseId: caseId!, tag })
    await eraseContact(w.ctx(), { contactId: person!.contactId! })
    expect((await w.store.db.select().from(caseTags)).map((row) => row.tag)).toEqual(['billing'])
  })

  test('only tags of open cases that are shown to who asks are offered', async () => {
    const ids = await some(3)
    for (const [i, caseId] of ids.entries()) await tagCase(w.ctx(), { caseId, tag: `t${i}` })
    await closeCase(w.ctx(), { caseId: ids[1]!, kind: 'dismissed', text: 'A test.' })
    const csm = await w.user({ roles: ['csm'] })
    const [person] = await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, ids[2]!))
    await w.store.write(async (tx) =>
      tx.update(responses).set({ keptFrom: csm.id }).where(eq(responses.id, person!.responseId!)),
    )
    expect(await listTags(w.ctx())).toEqual(['t0', 't2'])
    expect(await listTags(w.ctx(csm.actor))).toEqual(['t0'])
  })
})

describe('the queue’s form', () => {
  let served: Awaited<ReturnType<typeof serve>>
  beforeEach(async () => {
    served = await serve(w)
  })
  afterEach(() => served.close())

  async function send(form: Record<string, string>, userId = 'usr_admin'): Promise<Said> {
    const cookie = await served.signedIn(userId)
    const body = new URLSearchParams(form)
    const { headers } = await served.fetch('/cases/many?scope=all', { method: 'POST', body, cookie, headers: { accept: 'text/html' } }) // prettier-ignore
    const said = headers.getSetCookie().find((one) => one.startsWith('koe_said='))!
    expect(said.split(';')[0]!.length).toBeLessThan(4_096)
    return JSON.parse(Buffer.from(said.slice('koe_said='.length).split('.')[0]!, 'base64url').toString()) as Said
  }

  test('offers an undo that gives each case back as it was', async () => {
    const ids = await some(3)
    await w.store.write(async (tx) => tx.update(cases).set({ claimedAt: 1 }).where(eq(cases.id, ids[0]!)))
    const before = await ownersOf(ids)
    const { undo } = await send({ intent: 'assign', caseIds: ids.join(','), ownerId: (await w.user()).id })
    await send(undo!.fields)
    expect(await ownersOf(ids)).toEqual(before)
    expect(await areClaimed(ids)).toEqual([true, false, false])
  })

  test('says what was done to many cases, with the undo where it fits a cookie', async () => {
    const ids = await some(60)
    const to = (await w.user()).id
    const first = await send({ intent: 'assign', caseIds: ids.join(','), ownerId: to })
    expect(first.text).toContain('60')
    expect(first.undo).toBeUndefined()
    const { undo } = await send({ intent: 'assign', caseIds: ids.slice(0, 40).join(','), ownerId: (await w.user()).id })
    expect(undo!.fields.pairs!.split(to)).toHaveLength(2)
  })

  test('offers no undo to who may not work the case any more', async () => {
    const ids = await some(2)
    const csm = await w.user({ roles: ['csm'] })
    await changeMany(w.ctx(), { intent: 'assign', caseIds: ids, ownerId: csm.id })
    const given = { intent: 'assign', caseIds: ids[0]!, ownerId: (await w.user()).id }
    expect(await send(given, csm.id)).not.toHaveProperty('undo')
    expect(await send({ ...given, caseIds: ids[1]! })).toHaveProperty('undo')
  })

  test('doesn’t bring back what was put off before', async () => {
    const ids = await some(2)
    await snoozeCase(w.ctx(), { caseId: ids[0]!, span: '1' })
    const { undo } = await send({ intent: 'snooze', caseIds: ids.join(','), span: '7' })
    expect(undo!.fields).toEqual({ intent: 'wake', caseIds: ids[1] })
  })

  test.each([
    [{ intent: 'tag', tag: 'x' }, manyWords.noneChosen],
    [{ intent: 'tag', caseIds: 'cas_1', tag: ' ' }, manyWords.noTag],
    [{ intent: 'assign', caseIds: 'cas_1', ownerId: '' }, errorWords.case_owner!],
    [{ intent: 'snooze', caseIds: 'cas_1', span: 'never' }, errorWords.bad_request!],
  ])('%j says what is missing', async (form, word) => {
    expect(await send(form)).toMatchObject({ tone: 'warn', text: word.en })
  })

  test('takes Enter in the field of the tag for the tag, and its file holds what the list shows', async () => {
    await some(1)
    const page = await served.fetch('/cases', { cookie: await served.signedIn('usr_admin'), headers: { accept: 'text/html' } }) // prettier-ignore
    const html = await page.text()
    const form = html.slice(html.indexOf('id="change-many"'))
    expect(/<button[^>]*>/.exec(form)![0]).toContain('value="tag"')
    expect(html).toMatch(/\/cases\/export\?[^"]*snoozed=out/)
  })
})
