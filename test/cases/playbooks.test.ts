import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { joinCases } from '#app/cases/joining/join-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { attachFitting, attachPlaybook } from '#app/cases/playbooks/attach-playbook.server.ts'
import { addTask, doTask, removeTask, restoreTask, undoTask } from '#app/cases/playbooks/case-tasks.server.ts'
import {
  addPlaybook,
  archivePlaybook,
  editPlaybook,
  restorePlaybook,
} from '#app/cases/playbooks/edit-playbooks.server.ts'
import { getPlaybook } from '#app/cases/playbooks/list-playbooks.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { playbooks as stored } from '#db/schema/cases-replies.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let ken: UserRow
beforeEach(async () => {
  w = await world()
  ken = await w.user({ name: 'Ken', roles: ['csm'] })
})
const mine = () => w.ctx(ken.actor)

async function openCase({ comment = null as string | null } = {}) {
  const account = await w.account({ ownerId: ken.id })
  const contact = await w.contact({ accountId: account.id })
  return (await land(w, await makeProgram(w), contact, ken.id, { comment })).caseId
}
const opened = async (caseId: string) =>
  (
    await w.store.db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, caseId), eq(events.type, 'cases.opened')))
  )[0]!
const told = async (caseId: string, type: string) =>
  w.store.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, caseId), eq(events.type, type)))
const list = async (caseId: string) => (await getCase(mine(), caseId)).tasks

test('the playbook that fits the words best is put on a new case, once, though nothing was tagged yet', async () => {
  await addStarterTopics(w.ctx())
  await addPlaybook(w.ctx(), { name: 'Any', steps: 'Say hello' })
  await addPlaybook(w.ctx(), { name: 'Support', steps: 'Read the tickets\nCall', topicIds: ['top_support'] })
  const caseId = await openCase({ comment: 'Your support is slow and nobody replies to tickets.' })
  const event = await opened(caseId)
  await Promise.all([attachFitting(w.system(), event), attachFitting(w.system(), event)])
  await attachFitting(w.system(), event)
  expect((await list(caseId)).map(({ text }) => text)).toEqual(['Read the tickets', 'Call'])
  expect(await told(caseId, 'cases.playbook_attached')).toHaveLength(1)
  const { timeline, playbooks } = await getCase(mine(), caseId)
  expect(timeline).toContainEqual(expect.objectContaining({ type: 'cases.playbook_attached', task: 'Support' }))
  expect(playbooks.map(({ name }) => name)).toEqual(['Any'])
})

test('a step is done by one of two who press at once, undone, taken off and brought back, each with its event', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Any', steps: 'one\ntwo' })
  const caseId = await openCase()
  expect(await attachPlaybook(mine(), { caseId, playbookId })).toEqual({ added: 2 })
  expect(await attachPlaybook(mine(), { caseId, playbookId })).toEqual({ added: 0 })
  const [one, two] = await list(caseId)
  await Promise.all([doTask(mine(), { caseId, taskId: one!.id }), doTask(w.ctx(), { caseId, taskId: one!.id })])
  expect((await list(caseId))[0]).toMatchObject({ doneAt: w.now() })
  expect(await told(caseId, 'cases.task_done')).toHaveLength(1)
  await undoTask(mine(), { caseId, taskId: one!.id })
  await removeTask(mine(), { caseId, taskId: two!.id })
  expect((await list(caseId)).map(({ text, doneAt }) => [text, doneAt])).toEqual([['one', null]])
  await attachFitting(w.system(), await opened(caseId)) // what was taken off stays off
  expect(await list(caseId)).toHaveLength(1)
  await restoreTask(mine(), { caseId, taskId: two!.id })
  await addTask(mine(), { caseId, text: ' my  own ' })
  expect((await list(caseId)).map(({ text }) => text)).toEqual(['one', 'two', 'my own'])
  const other = await openCase()
  await expect(doTask(mine(), { caseId: other, taskId: one!.id })).rejects.toMatchObject({ status: 404 })
  const stranger = await w.user({ roles: ['csm'] })
  await expect(doTask(w.ctx(stranger.actor), { caseId, taskId: one!.id })).rejects.toMatchObject({ status: 403 })
})

test('with steps open a case is resolved only by who says how many', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Any', steps: 'one\ntwo' })
  const caseId = await openCase()
  await attachPlaybook(mine(), { caseId, playbookId })
  await logContact(mine(), { caseId, kind: 'call', text: 'Called.' })
  const resolve = (leavingOpen?: number) =>
    resolveCase(mine(), { caseId, cause: 'support', action: 'fix', leavingOpen })
  const state = async () => (await w.store.db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state
  await expect(resolve()).rejects.toMatchObject({
    code: 'tasks_open',
    values: { n: 2 },
    fields: { leavingOpen: 'tasks_open' },
  })
  await expect(resolve(1)).rejects.toMatchObject({ code: 'tasks_open' })
  expect(await state()).toBe('contacted')
  await resolve(2)
  expect(await state()).toBe('resolved')
  expect((await told(caseId, 'cases.resolved'))[0]!.data).toMatchObject({ openTasks: 2 })
})

test('what was done with everything is told without open steps', async () => {
  const caseId = await openCase()
  await logContact(mine(), { caseId, kind: 'call', text: 'Called.' })
  await resolveCase(mine(), { caseId, cause: 'support', action: 'fix', leavingOpen: 3 })
  expect((await told(caseId, 'cases.resolved'))[0]!.data).not.toHaveProperty('openTasks')
})

test('no case gets more than 100 steps by playbooks or by bringing back: a person is told, a machine leaves it', async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `step ${i}`).join('\n')
  const caseId = await openCase()
  const ids: string[] = []
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ids.push((await addPlaybook(w.ctx(), { name, steps: lines, severities: ['high'] })).playbookId) // prettier-ignore
  for (const playbookId of ids.slice(0, 5)) await attachPlaybook(mine(), { caseId, playbookId })
  const more = { caseId, playbookId: ids[5]! }
  await expect(attachPlaybook(mine(), more)).rejects.toMatchObject({ code: 'too_many_tasks' })
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'any', steps: lines })
  await attachFitting(w.system(), await opened(caseId))
  expect(await list(caseId)).toHaveLength(100)
  const gone = (await list(caseId)).slice(0, 20)
  for (const { id } of gone) await removeTask(mine(), { caseId, taskId: id })
  await attachPlaybook(mine(), { caseId, playbookId })
  await expect(restoreTask(mine(), { caseId, taskId: gone[0]!.id })).rejects.toMatchObject({ code: 'too_many_tasks' })
  await expect(attachPlaybook(mine(), { caseId, playbookId: ids[0]! })).rejects.toMatchObject({
    code: 'too_many_tasks',
  })
  expect(await list(caseId)).toHaveLength(100)
})

test('what was taken off leaves room for a step of one’s own', async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `step ${i}`).join('\n')
  const caseId = await openCase()
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const { playbookId } = await addPlaybook(w.ctx(), { name, steps: lines })
    await attachPlaybook(mine(), { caseId, playbookId })
  }
  const own = () => addTask(mine(), { caseId, text: 'my own' })
  await expect(own()).rejects.toMatchObject({ code: 'too_many_tasks' })
  await removeTask(mine(), { caseId, taskId: (await list(caseId))[0]!.id })
  await own()
  expect((await list(caseId)).at(-1)).toMatchObject({ text: 'my own' })
  await expect(own()).rejects.toMatchObject({ code: 'too_many_tasks' })
})

test('put on again, a playbook brings back what was taken off, but no step that it has lost since', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Any', steps: 'one\ntwo' })
  const caseId = await openCase()
  await attachPlaybook(mine(), { caseId, playbookId })
  for (const { id } of await list(caseId)) await removeTask(mine(), { caseId, taskId: id })
  const { updatedAt } = await getPlaybook(w.ctx(), playbookId)
  await editPlaybook(w.ctx(), { playbookId, seenAt: updatedAt, name: 'Any', steps: 'two' })
  expect(await attachPlaybook(mine(), { caseId, playbookId })).toEqual({ added: 1 })
  expect((await list(caseId)).map(({ text }) => text)).toEqual(['two'])
})

test('with 100 playbooks in use none is added and none brought back, so that none of them is lost', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Away', steps: 'one' })
  await archivePlaybook(w.ctx(), { playbookId })
  const row = (await w.store.db.select().from(stored))[0]!
  const many = Array.from({ length: 99 }, (_, i) => ({ ...row, id: `${row.id}${i}`, archivedAt: null }))
  await w.store.write((tx) => tx.insert(stored).values(many))
  const last = await addPlaybook(w.ctx(), { name: 'Last', steps: 'one' })
  const refused = { code: 'too_many_playbooks' }
  await expect(addPlaybook(w.ctx(), { name: 'More', steps: 'one' })).rejects.toMatchObject(refused)
  await expect(restorePlaybook(w.ctx(), { playbookId })).rejects.toMatchObject(refused)
  await archivePlaybook(w.ctx(), last)
  await restorePlaybook(w.ctx(), { playbookId })
})

test('a step that one of two joined cases still has stands on the one that goes on', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Any', steps: 'one\ntwo' })
  const [keeps, joins] = [await openCase(), await openCase()]
  for (const caseId of [keeps, joins]) await attachPlaybook(mine(), { caseId, playbookId })
  for (const { id } of await list(keeps)) await removeTask(mine(), { caseId: keeps, taskId: id })
  await removeTask(mine(), { caseId: joins, taskId: (await list(joins))[1]!.id })
  const rows = await w.store.db.select().from(cases)
  const of = (id: string) => rows.find((row) => row.id === id)!
  await write(w.system(), (ctx) => joinCases(ctx, of(keeps), of(joins), of(keeps).accountId))
  expect((await list(keeps)).map(({ text }) => text)).toEqual(['one'])
})

test('a changed playbook leaves cases as they are and gives them only what is new; an archived one is put on none', async () => {
  const { playbookId } = await addPlaybook(w.ctx(), { name: 'Any', steps: 'one\ntwo' })
  const caseId = await openCase()
  await attachPlaybook(mine(), { caseId, playbookId })
  const { updatedAt } = await getPlaybook(w.ctx(), playbookId)
  await editPlaybook(w.ctx(), { playbookId, seenAt: updatedAt, name: 'Any', steps: 'ONE\ntwo\nthree' })
  await expect(editPlaybook(w.ctx(), { playbookId, seenAt: updatedAt, name: 'x', steps: 'x' })).rejects.toMatchObject({ code: 'changed_meanwhile' }) // prettier-ignore
  await archivePlaybook(w.ctx(), { playbookId })
  await expect(attachPlaybook(mine(), { caseId, playbookId })).rejects.toMatchObject({ status: 404 })
  const fresh = await openCase()
  await attachFitting(w.system(), await opened(fresh))
  expect(await list(fresh)).toEqual([])
  expect((await list(caseId)).map(({ text }) => text)).toEqual(['one', 'two'])
  await expect(addPlaybook(mine(), { name: 'x', steps: 'x' })).rejects.toMatchObject({ status: 403 })
})
