import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { advocateVerbs, after } from '#app/advocacy/advocate.ts'
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { listAdvocates } from '#app/advocacy/list-advocates.server.ts'
import { nominateAdvocate, withdrawNomination } from '#app/advocacy/nominate-advocate.server.ts'
import { write } from '#app/audit/context.server.ts'
import { advocateStates } from '#db/enums/advocacy.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { responses } from '#db/schema/responses.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let hana: ContactRow
beforeEach(async () => {
  w = await world()
  const account = await w.account({ name: 'Aoi Trading' })
  hana = await w.contact({ accountId: account.id, name: 'Mori Hana' })
})
const happy = async (contact = hana, comment: string | null = 'Great.') =>
  makeResponse(w, await makeProgram(w), { contact, score: 10, comment })
const nominate = (responseId: string, contact = hana) =>
  write(w.system(), (ctx) => nominateAdvocate(ctx, { contactId: contact.id, accountId: contact.accountId, responseId }))
const withdraw = () => write(w.system(), (ctx) => withdrawNomination(ctx, { contactId: hana.id, why: 'unhappy' }))
const stateOf = async () => (await w.store.db.select().from(advocates))[0]?.state
const types = async () => (await w.store.db.select().from(events)).map((event) => event.type)

test('a happy person becomes a candidate once, however often the same answer is handled', async () => {
  const { id } = await happy()
  await nominate(id)
  await nominate(id)
  expect(await stateOf()).toBe('candidate')
  expect(await types()).toEqual(['advocacy.nominated'])
})

test('ten happy answers of one person at once make one advocate', async () => {
  const program = await makeProgram(w)
  const made = []
  for (let i = 0; i < 10; i++) made.push(await makeResponse(w, program, { contact: hana, score: 9 }))
  await Promise.all(made.map(({ id }) => nominate(id)))
  expect(await w.store.db.select().from(advocates)).toHaveLength(1)
})

test('who turns unhappy is paused, and a candidate again when happy again', async () => {
  const { id } = await happy()
  await nominate(id)
  await withdraw()
  expect(await stateOf()).toBe('paused')
  await withdraw()
  expect((await types()).filter((type) => type === 'advocacy.paused')).toHaveLength(1)
  await nominate(id)
  expect(await stateOf()).toBe('candidate')
})

test('whom a colleague paused stays paused, however happy; only a colleague brings them back', async () => {
  await nominate((await happy()).id)
  await changeAdvocate(w.ctx(), { contactId: hana.id, verb: 'pause' })
  const { id } = await happy()
  await nominate(id)
  await nominate(id)
  await withdraw()
  await nominate((await happy()).id)
  expect(await stateOf()).toBe('paused')
  expect((await w.store.db.select().from(advocates))[0]!.responseId).not.toBe(id) // the newest praise is still kept
  await changeAdvocate(w.ctx(), { contactId: hana.id, verb: 'reactivate' })
  await withdraw()
  await nominate((await happy()).id)
  expect(await stateOf()).toBe('candidate')
})

test('who has left is not brought back by an answer', async () => {
  await nominate((await happy()).id)
  await changeAdvocate(w.ctx(), { contactId: hana.id, verb: 'leave' })
  await nominate((await happy()).id)
  expect(await stateOf()).toBe('left')
})

test('an unhappy answer of somebody who never was an advocate changes nothing', async () => {
  await withdraw()
  expect(await w.store.db.select().from(advocates)).toEqual([])
  expect(await types()).toEqual([])
})

test('every verb in every state does what the table says or is refused without a trace', async () => {
  await nominate((await happy()).id)
  for (const verb of advocateVerbs) {
    for (const state of advocateStates) {
      await w.store.write(async (tx) => tx.update(advocates).set({ state }).where(eq(advocates.contactId, hana.id)))
      const before = (await types()).length
      const expected = after(state, verb)
      const outcome = await changeAdvocate(w.ctx(), { contactId: hana.id, verb }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
      expect([verb, state, outcome]).toEqual([verb, state, expected ? 'done' : 'advocate_state'])
      expect(await stateOf()).toBe(expected ?? state)
      expect((await types()).length - before).toBe(expected ? 1 : 0)
    }
  }
})

test('marketers, leads and admins change advocates, others do not, and viewers do not see them', async () => {
  await nominate((await happy()).id)
  const change = async (role: 'marketer' | 'csm' | 'viewer') =>
    changeAdvocate(w.ctx((await w.user({ roles: [role] })).actor), { contactId: hana.id, verb: 'activate' })
  await expect(change('csm')).rejects.toMatchObject({ status: 403 })
  await expect(change('viewer')).rejects.toMatchObject({ status: 403 })
  await change('marketer')
  const viewer = await w.user({ roles: ['viewer'] })
  await expect(listAdvocates(w.ctx(viewer.actor))).rejects.toMatchObject({ status: 403 })
})

test('the list shows the praise; once the answer turned unhappy, a marketer reads it no longer under the name', async () => {
  const { id } = await happy()
  await nominate(id)
  const marketer = w.ctx((await w.user({ roles: ['marketer'] })).actor)
  expect((await listAdvocates(marketer)).advocates).toMatchObject([
    { person: 'Mori Hana', account: 'Aoi Trading', comment: 'Great.', score: 10 },
  ])
  await w.store.write(async (tx) =>
    tx.update(responses).set({ score: 2, class: 'low', comment: 'Bad.' }).where(eq(responses.id, id)),
  )
  expect((await listAdvocates(marketer)).advocates).toMatchObject([
    { person: 'Mori Hana', comment: null, score: null, class: null },
  ])
  expect((await listAdvocates(w.ctx())).advocates).toMatchObject([{ comment: 'Bad.', score: 2 }])
})

test('filters find by state, name, account and score, and pages follow each other', async () => {
  const program = await makeProgram(w)
  for (let i = 0; i < 60; i++) {
    const contact = await w.contact({ name: `Person ${i}` })
    const { id } = await makeResponse(w, program, { contact, score: i % 2 ? 9 : 10 })
    await nominate(id, contact)
  }
  await nominate((await happy()).id)
  const first = await listAdvocates(w.ctx())
  const second = await listAdvocates(w.ctx(), { after: first.next! })
  expect(first.advocates).toHaveLength(50)
  expect(new Set([...first.advocates, ...second.advocates].map((one) => one.contactId)).size).toBe(61)
  expect(second.next).toBe(null)
  expect((await listAdvocates(w.ctx(), { q: 'もり' })).advocates).toEqual([])
  expect((await listAdvocates(w.ctx(), { q: 'ＭＯＲＩ' })).advocates).toHaveLength(1)
  expect((await listAdvocates(w.ctx(), { q: 'aoi' })).advocates).toHaveLength(1)
  expect((await listAdvocates(w.ctx(), { score: '10' })).advocates).toHaveLength(31)
  expect((await listAdvocates(w.ctx(), { state: 'active' })).advocates).toEqual([])
})
