import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cancelImport } from '#app/accounts/cancel-import.server.ts'
import { getImport } from '#app/accounts/get-import.server.ts'
import { pruneImports } from '#app/accounts/prune-imports.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { startUndo, stopUndo } from '#app/accounts/start-undo.server.ts'
import { countUndo } from '#app/loop/count-undo.server.ts'
import { getUndo, previewUndo } from '#app/loop/get-undo.server.ts'
import { undoImport } from '#app/loop/undo-import.server.ts'
import { DAY } from '#app/platform/day.ts'
import { contacts, importSteps, imports } from '#db/schema/accounts.ts'
import { checked, manyPeople, runJob } from '#test/accounts/make.ts'
import {
  byEmail,
  customersImported,
  edit,
  eventsOf,
  everything,
  keptRows,
  plain,
  runOf,
  runUndo,
  undone,
} from '#test/loop/undo.ts'
import { world } from '#test/world.ts'

test('An undoing that was killed goes on where it stood, and two at once take every batch back once', async () => {
  const w = await world()
  const before = plain(await everything(w))
  const { id } = await customersImported(w, manyPeople(1001))
  const { tally } = await previewUndo(w.ctx(), id)
  await startUndo(w.ctx(), id)
  let asked = 0
  expect(await runUndo(w, id, { stopping: () => ++asked > 1 })).toMatchObject({ again: expect.any(Number) })
  expect((await getUndo(w.ctx(), id)).run).toMatchObject({ steps: 2, total: 6 })
  expect((await w.store.db.select().from(contacts)).length).toBe(800)
  await Promise.all([runUndo(w, id), runUndo(w, id)])
  expect((await getUndo(w.ctx(), id))).toMatchObject({ state: 'undone', run: { ...tally, steps: 6 } }) // prettier-ignore
  expect(plain(await everything(w))).toEqual(before)
  expect(await eventsOf(w, 'accounts.import_undone')).toHaveLength(1)
})

test('A batch that fails half-way is taken back whole, or not at all', async () => {
  const w = await world()
  const ann = await w.contact({ externalId: 'P0', email: 'person0@example.com', name: 'Ann' })
  const { id } = await customersImported(w, manyPeople(150))
  await edit(w, ann.id, { phone: '1' }) // so that putting the rest of Ann back needs the time
  const before = await everything(w)
  await startUndo(w.ctx(), id)
  const died = new Error('the process died')
  const dying = () => {
    throw died
  }
  await expect(undoImport({ ...w.system(), now: dying }, runOf(id))).rejects.toBe(died)
  expect(await everything(w)).toEqual(before)
  expect(await getUndo(w.ctx(), id)).toMatchObject({ state: 'undoing', steps: 1, run: { steps: 0, total: 1 } })
  await runUndo(w, id)
  expect((await getUndo(w.ctx(), id)).run).toMatchObject({ removed: { contacts: 149 }, restored: { contacts: 1 } })
  expect(await byEmail(w, 'person0@example.com')).toMatchObject({ name: 'Ann', phone: '1' })
})

test('Pressed twice, it starts once; stopped, the rest can be taken back later', async () => {
  const w = await world()
  const { id } = await customersImported(w, manyPeople(700))
  await Promise.all(Array.from({ length: 5 }, () => startUndo(w.ctx(), id)))
  expect(await eventsOf(w, 'accounts.import_undo_started')).toHaveLength(1)
  await runUndo(w, id, { stopping: () => true })
  await stopUndo(w.ctx(), id)
  await runUndo(w, id) // the job that was on its way finds nothing to do
  expect(await getUndo(w.ctx(), id)).toMatchObject({ state: 'done', standing: 'open', steps: 3, run: { steps: 1, total: 4 } }) // prettier-ignore
  await expect(stopUndo(w.ctx(), id)).rejects.toMatchObject({ code: 'import_ended' })
  expect(await undone(w, id)).toMatchObject({ state: 'undone', steps: 4, removed: { contacts: 700 } })
  await startUndo(w.ctx(), id) // once more: it is undone already
  expect(await eventsOf(w, 'accounts.import_undone')).toHaveLength(1)
})

test('An edit in the same moment is either kept or made in vain, never half', async () => {
  const w = await world()
  for (let round = 0; round < 8; round++) {
    const { id } = await customersImported(w, `Email,Name\nrace${round}@x.example,Race\n`)
    const row = await byEmail(w, `race${round}@x.example`)
    await startUndo(w.ctx(), id)
    const [, edited] = await Promise.allSettled([runUndo(w, id), edit(w, row.id, { phone: '1' })])
    const left = await w.store.db.select().from(contacts).where(eq(contacts.id, row.id))
    if (left.length) expect([left[0]!.phone, await keptRows(w, id)]).toEqual(['1', { [row.id]: 'contact: edited' }])
    else expect(edited.status).toBe('rejected')
    expect((await getUndo(w.ctx(), id)).state).toBe('undone')
  }
})

test('The same file applied again after it was undone applies again, by itself or as it is', async () => {
  const w = await world()
  const first = await customersImported(w, manyPeople(5))
  await undone(w, first.id)
  const again = await customersImported(w, manyPeople(5))
  expect(again.applied).toMatchObject({ contacts: { new: 5, unchanged: 0 } })
  await undone(w, again.id)
  const row = await getImport(w.ctx(), first.id)
  expect(row.editable).toBe(true)
  await startCheck(w.ctx(), { importId: first.id, encoding: 'utf-8', delimiter: ',', headerAt: 0, headerRows: 1, fields: row.header.map((_, i) => row.mapping[i] ?? '') }) // prettier-ignore
  await runJob(w, first.id)
  await startImport(w.ctx(), first.id)
  await runJob(w, first.id)
  expect((await getImport(w.ctx(), first.id)).applied).toMatchObject({ contacts: { new: 5 } })
  expect(await undone(w, first.id)).toMatchObject({ removed: { contacts: 5 }, total: 1, steps: 1 })
})

test('A cancelled import can be undone as far as it came', async () => {
  const w = await world()
  const { id } = await checked(w, manyPeople(700))
  await startImport(w.ctx(), id)
  await runJob(w, id, { stopping: () => true })
  await cancelImport(w.ctx(), id)
  expect((await undone(w, id)).state).toBe('undone')
  expect(await w.store.db.select().from(contacts)).toEqual([])
})

test('After 90 days it says that it can’t be undone any more; one that changed nothing has nothing to undo', async () => {
  const w = await world()
  const { id, endedAt } = await customersImported(w, manyPeople(3))
  const same = await customersImported(w, manyPeople(3))
  expect(await getUndo(w.ctx(), id)).toMatchObject({ standing: 'open', until: endedAt! + 90 * DAY })
  expect((await getUndo(w.ctx(), same.id)).standing).toBe('none')
  await expect(startUndo(w.ctx(), same.id)).rejects.toMatchObject({ code: 'import_undo_none' })
  w.clock.set(endedAt! + 90 * DAY)
  expect((await getUndo(w.ctx(), id)).standing).toBe('gone')
  await expect(startUndo(w.ctx(), id)).rejects.toMatchObject({ code: 'import_undo_gone' })
  await pruneImports(w.system(), { id: 'j', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false })
  expect(await w.store.db.select().from(importSteps)).toHaveLength(1) // to the day, and not before
})

test('A count that goes before is what comes of it, over many batches, and only who may import sees it', async () => {
  const w = await world()
  const { id } = await customersImported(w, manyPeople(900))
  await edit(w, (await byEmail(w, 'person0@example.com')).id, { phone: '1' })
  const [row] = await w.store.db.select().from(imports).where(eq(imports.id, id))
  const tally = await countUndo(w.system(), row!)
  expect(tally).toMatchObject({ removed: { accounts: 36, contacts: 899 }, kept: { 'contact edited': 1, 'account people': 1 } }) // prettier-ignore
  expect(await undone(w, id)).toMatchObject(tally!)
  for (const roles of [['csm'], ['marketer'], ['viewer']] as const) {
    const user = await w.user({ roles: [...roles] })
    for (const act of [startUndo, stopUndo, previewUndo])
      await expect(act(w.ctx(user.actor), id)).rejects.toMatchObject({ status: 403 })
  }
})
