import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { getImport } from '#app/accounts/get-import.server.ts'
import type { Step } from '#app/accounts/import/step.server.ts'
import { createContact } from '#app/accounts/save-contact.server.ts'
import { contactSchema } from '#app/accounts/account.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { contacts, imports, importSteps } from '#db/schema/accounts.ts'
import { checked, runJob } from '#test/accounts/make.ts'
import { world, type World } from '#test/world.ts'

/** So many people of 37 companies, their names in no order; every hundredth has an address that is none. */
const shuffled = (n: number) =>
  ['Company,Contact ID,Email,Name']
    .concat(Array.from({ length: n }, (_, i) => `Company ${i % 37},P${i},${i % 100 ? `p${i}@example.com` : 'none'},${name(i)}`))
    .join('\n') // prettier-ignore
const name = (i: number) => `Person ${String((i * 7_919) % 10_000).padStart(4, '0')}`

/** The names of the people that each batch wrote. */
async function written(w: World, importId: string): Promise<string[][]> {
  const names = new Map((await w.store.db.select().from(contacts)).map((row) => [row.id, row.name]))
  const steps = await w.store.db
    .select()
    .from(importSteps)
    .where(eq(importSteps.importId, importId))
    .orderBy(asc(importSteps.fromLine))
  return steps.map(({ data }) => (JSON.parse(data) as Step).contacts!.map((id) => names.get(id)!))
}

async function shortStretches(w: World, id: string, stretch: number) {
  const { counts } = await getImport(w.ctx(), id)
  expect(counts!.stretch).toBeGreaterThan(stretch)
  await w.store.write((tx) => tx.update(imports).set({ counts: { ...counts!, stretch } }).where(eq(imports.id, id))) // prettier-ignore
}

test('New people of a long file are written by name, a stretch at a time, also when the process has to go in between', async () => {
  const w = await world()
  const { id, counts } = await checked(w, shuffled(2_100))
  expect(counts).toMatchObject({ lines: 2_100, contacts: { new: 2_079 }, rejected: 21 })
  await shortStretches(w, id, 800)
  await startImport(w.ctx(), id)
  for (let runs = 0; (await getImport(w.ctx(), id)).state === 'applying'; runs++) {
    expect(runs).toBeLessThan(20)
    await runJob(w, id, { stopping: () => true }) // one batch, then the process has to go
  }
  expect((await getImport(w.ctx(), id)).applied).toEqual({
    lines: 2_100,
    accounts: { new: 37, changed: 0, unchanged: 0 },
    contacts: { new: 2_079, changed: 0, unchanged: 0 },
    rejected: 21,
  })
  const batches = await written(w, id)
  const accepted = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).filter((i) => i % 100).map(name).sort() // prettier-ignore
  expect(batches.slice(0, 4).flat()).toEqual(accepted(0, 800))
  expect(batches.slice(4, 8).flat()).toEqual(accepted(800, 1_600))
  expect(batches.slice(8).flat()).toEqual(accepted(1_600, 2_100))
  expect(batches.every((batch) => batch.length <= 200)).toBe(true)
})

test('A line that somebody made wrong after the check is refused with its own number and cells, whatever the order', async () => {
  const w = await world()
  const { id } = await checked(w, shuffled(2_100))
  await shortStretches(w, id, 800)
  const other = {
    ...contactSchema.parse({ name: 'Somebody' }),
    email: 'p7@example.com',
    externalId: 'X',
  }
  await createContact(w.ctx(), other)
  await startImport(w.ctx(), id)
  await runJob(w, id)
  const row = await getImport(w.ctx(), id)
  expect(row.applied).toMatchObject({ lines: 2_100, contacts: { new: 2_078 }, rejected: 22 })
  expect(row.rejects.find(({ line }) => line === 9)).toMatchObject({ reasons: [{ code: 'email_taken' }] })
})

test('Lines that depend on each other are applied as they stand in the file', async () => {
  const w = await world()
  const { id, counts } = await checked(w, `${shuffled(2_100)}\nCompany 1,,,Somebody with a name only`)
  expect(counts).not.toHaveProperty('stretch')
  await startImport(w.ctx(), id)
  await runJob(w, id)
  const batches = await written(w, id)
  expect(batches[0]).toEqual(Array.from({ length: 200 }, (_, i) => i).filter((i) => i % 100).map(name)) // prettier-ignore
})
