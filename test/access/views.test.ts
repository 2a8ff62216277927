import { beforeEach, expect, test } from 'vitest'
import { changeView } from '#app/access/change-view.server.ts'
import { listViews } from '#app/access/list-views.server.ts'
import { saveView } from '#app/access/save-view.server.ts'
import { viewQuery } from '#app/access/view-query.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import type { Role } from '#db/enums/access.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => void (w = await world()))
const as = async (role: Role) => w.ctx((await w.user({ roles: [role] })).actor)
const names = async (ctx: Awaited<ReturnType<typeof as>>) =>
  (await listViews(ctx, 'responses')).views.map((view) => view.name)

test('a view is its maker’s own until it is shared, and theirs comes first', async () => {
  const [csm, lead] = [await as('csm'), await as('lead')]
  const { id } = await saveView(csm, {
    list: 'responses',
    name: ' Unhappy gold ',
    query: '?tier=gold&class=low&after=x',
  })
  await saveView(lead, { list: 'responses', name: 'Mine', query: 'class=mid' })
  await saveView(lead, { list: 'cases', name: 'Late', query: 'late=1' })
  expect(await names(lead)).toEqual(['Mine'])
  await changeView(csm, id, { intent: 'share' })
  expect(await names(lead)).toEqual(['Mine', 'Unhappy gold'])
  const [, shared] = (await listViews(lead, 'responses')).views
  expect(shared).toMatchObject({ query: 'class=low&tier=gold', own: false, shared: true })
  await changeView(csm, id, { intent: 'unshare' })
  expect(await names(lead)).toEqual(['Mine'])
})

test('nobody but its maker renames, shares or deletes a view', async () => {
  const [csm, admin] = [await as('csm'), await as('admin')]
  const { id } = await saveView(csm, { list: 'responses', name: 'A', query: 'class=low', shared: 'on' })
  for (const change of [{ intent: 'rename', name: 'B' }, { intent: 'unshare' }, { intent: 'delete' }] as const)
    await expect(changeView(admin, id, change)).rejects.toMatchObject({ status: 404 })
  expect(await names(csm)).toEqual(['A'])
})

test('a deleted view comes back by undo, with its name and its sharing', async () => {
  const [csm, lead] = [await as('csm'), await as('lead')]
  const { id } = await saveView(csm, { list: 'responses', name: 'A', query: 'class=low', shared: 'on' })
  await changeView(csm, id, { intent: 'rename', name: 'B' })
  await changeView(csm, id, { intent: 'delete' })
  expect([await names(csm), await names(lead)]).toEqual([[], []])
  await expect(changeView(csm, id, { intent: 'rename', name: 'C' })).rejects.toMatchObject({ status: 404 })
  await changeView(csm, id, { intent: 'restore' })
  expect([await names(csm), await names(lead)]).toEqual([['B'], ['B']])
})

test('a viewer keeps views of their own and shares none', async () => {
  const viewer = await as('viewer')
  await saveView(viewer, { list: 'responses', name: 'Mine', query: 'class=low' })
  await expect(
    saveView(viewer, { list: 'responses', name: 'Ours', query: 'class=low', shared: 'on' }),
  ).rejects.toMatchObject({ status: 403 })
  expect((await listViews(viewer, 'responses')).mayShare).toBe(false)
})

test('a shared view shows each colleague only what their role allows', async () => {
  const program = await makeProgram(w)
  const account = await w.account({})
  const hana = await w.contact({ accountId: account.id, name: 'Mori Hana' })
  await makeResponse(w, program, { contact: hana, score: 2, comment: 'Slow.' })
  const query = `account=${account.id}`
  await saveView(await as('csm'), { list: 'responses', name: 'Aoi', query, shared: 'on' })
  const viewer = await as('viewer')
  const [view] = (await listViews(viewer, 'responses')).views
  const asked = Object.fromEntries(new URLSearchParams(view!.query))
  expect((await listResponses(viewer, asked)).responses).toEqual([])
  expect((await listResponses(await as('csm'), asked)).responses).toMatchObject([{ person: 'Mori Hana' }])
})

test('fifty views of a list are the most that one person keeps', async () => {
  const csm = await as('csm')
  for (let i = 0; i < 50; i++) await saveView(csm, { list: 'contacts', name: `${i}`, query: `q=${i}` })
  await expect(saveView(csm, { list: 'contacts', name: 'more', query: 'q=x' })).rejects.toMatchObject({
    code: 'too_many_views',
  })
  await saveView(csm, { list: 'accounts', name: 'another list', query: 'q=x' })
})

test('two addresses that ask the same are the same view', () => {
  expect(viewQuery('?tier=gold&after=abc&class=low&q=')).toBe(viewQuery('class=low&tier=gold&limit=10'))
})
