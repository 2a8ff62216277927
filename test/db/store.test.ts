import { asc, count, eq, sql, sum } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { contains, isUniqueViolation } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'
import { contacts } from '#db/schema/accounts.ts'
import { jobs, schedules } from '#db/schema/jobs.ts'
import { fileChunks } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'
import { world } from '#test/world.ts'

const put = (name: string) => async (tx: Db) => {
  const [row] = await tx.insert(schedules).values({ name, cron: '* * * * *', zone: 'UTC', nextRunAt: 1 }).returning()
  return row!.name
}
const names = async (db: Db) =>
  (await db.select({ name: schedules.name }).from(schedules).orderBy(asc(schedules.name))).map((row) => row.name)
const job = (key: string, over: Partial<typeof jobs.$inferInsert> = {}) => ({
  id: `job_${key}`,
  kind: 'test',
  key,
  payload: {},
  state: 'ready' as const,
  runAt: 1,
  attempt: 0,
  maxAttempts: 3,
  createdAt: 1,
  ...over,
})

it('a write gives back its value, and what it did can be read', async () => {
  const { store } = await world()
  expect(await store.write(put('a'))).toBe('a')
  expect(await names(store.db)).toEqual(['a'])
})

it('a failing write takes back its own work and nobody else’s', async () => {
  const { store } = await world()
  const results = await Promise.allSettled([
    store.write(put('a')),
    store.write(async (tx) => {
      await put('b')(tx)
      throw new Error('mine')
    }),
    store.write(put('a')),
    store.write(put('c')),
  ])
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2)
  expect(results[1]).toMatchObject({ status: 'rejected', reason: { message: 'mine' } })
  expect(await names(store.db)).toEqual(['a', 'c'])
})

it('a reader never sees half of a write', async () => {
  const { store } = await world()
  let between: string[] = []
  await store.write(async (tx) => {
    await put('a')(tx)
    if (store.engine === 'postgres') between = await names(store.db)
    await put('b')(tx)
    expect(await names(tx)).toEqual(['a', 'b'])
  })
  expect(between).toEqual([])
  expect(await names(store.db)).toEqual(['a', 'b'])
})

it('a write inside a write is refused, and the outer one can go on', async () => {
  const { store } = await world()
  await store.write(async (tx) => {
    await expect(store.write(put('inner'))).rejects.toThrow('write() inside write()')
    await put('outer')(tx)
  })
  expect(await names(store.db)).toEqual(['outer'])
})

it('twenty writes at once all stand', async () => {
  const { store } = await world()
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.write(put(`n${String(i).padStart(2, '0')}`))))
  expect(await names(store.db)).toHaveLength(20)
})

it('what fails inside a savepoint is undone alone, a refused statement included', async () => {
  const { store } = await world()
  await store.write(async (tx) => {
    await put('before')(tx)
    await expect(
      savepoint(tx, async (step) => {
        await put('inside')(step)
        await put('before')(step)
      }),
    ).rejects.toSatisfy(isUniqueViolation)
    expect(await savepoint(tx, put('kept'))).toBe('kept')
    await put('after')(tx)
  })
  expect(await names(store.db)).toEqual(['after', 'before', 'kept'])
})

it('a savepoint inside a savepoint goes with the outer one', async () => {
  const { store } = await world()
  await store.write(async (tx) => {
    await savepoint(tx, async (outer) => {
      await savepoint(outer, put('inner'))
      throw new Error('outer fails')
    }).catch(() => {})
    await put('after')(tx)
  })
  expect(await names(store.db)).toEqual(['after'])
})

it('a prepared statement runs in any transaction, and on another store of the same process', async () => {
  const insert = statement((db) =>
    db
      .insert(schedules)
      .values({ name: sql.placeholder('name'), cron: '* * * * *', zone: 'UTC', nextRunAt: sql.placeholder('at') })
      .returning(),
  )
  const find = statement((db) =>
    db
      .select()
      .from(schedules)
      .where(eq(schedules.name, sql.placeholder('name'))),
  )
  const [one, other] = await Promise.all([world(), world()])
  for (const { store } of [one, other]) {
    for (const name of ['a', 'b']) await store.write((tx) => insert(tx, { name, at: 5 }))
    expect((await find(store.db, { name: 'b' }))[0]).toMatchObject({ name: 'b', nextRunAt: 5 })
    expect(await store.write((tx) => find(tx, { name: 'c' }))).toEqual([])
  }
})

it('a unique violation is recognised by index and by key, and nothing else is one', async () => {
  const w = await world()
  await w.store.write(async (tx) => tx.insert(jobs).values(job('k')))
  const fails = (fn: (tx: Db) => Promise<unknown>) => w.store.write(fn).then(() => null, (error: unknown) => error) // prettier-ignore
  expect(isUniqueViolation(await fails(async (tx) => tx.insert(jobs).values(job('k', { id: 'job_2' }))))).toBe(true)
  expect(isUniqueViolation(await fails(async (tx) => tx.insert(jobs).values(job('k2', { id: 'job_k' }))))).toBe(true)
  const orphan = await fails(async (tx) =>
    tx
      .update(contacts)
      .set({ accountId: 'acc_none' })
      .where(eq(contacts.id, (await w.contact()).id)),
  )
  expect(orphan).toBeInstanceOf(Error)
  expect(isUniqueViolation(orphan)).toBe(false)
  expect(isUniqueViolation(new Error('UNIQUE'))).toBe(false)
})

it('a row that points to nothing is refused', async () => {
  const w = await world()
  await expect(w.contact({ accountId: 'acc_none' })).rejects.toThrow()
})

it('numbers, truth, structure and bytes come back as they went in', async () => {
  const w = await world()
  const account = await w.account({ arrMinor: 9_007_199_254_740_991, products: ['声', 'b'], isInternal: true })
  expect(account).toMatchObject({ arrMinor: 9_007_199_254_740_991, products: ['声', 'b'], isInternal: true })
  const data = Buffer.from([0, 1, 255, 0x83])
  await w.store.write(async (tx) => tx.insert(fileChunks).values({ fileId: 'f', n: 0, data }))
  const [chunk] = await w.store.db.select().from(fileChunks)
  expect(Buffer.from(chunk!.data).equals(data)).toBe(true)
})

it('counts are numbers, and sums once mapped', async () => {
  const { store } = await world()
  await store.write(async (tx) =>
    tx.insert(jobs).values([job('a', { runAt: 5_000_000_000 }), job('b', { runAt: 6_000_000_000 })]),
  )
  const [row] = await store.db.select({ n: count(), total: sum(jobs.runAt).mapWith(Number) }).from(jobs)
  expect(row).toEqual({ n: 2, total: 11_000_000_000 })
})

it('a search text is taken literally', async () => {
  const w = await world()
  await w.contact({ name: '100% 山田 太郎' })
  await w.contact({ name: '100 percent' })
  const found = async (text: string) =>
    (await w.store.db.select({ name: contacts.name }).from(contacts).where(contains(contacts.searchKey, text))).length
  expect([await found('0%'), await found('山田'), await found('_'), await found(`'`)]).toEqual([1, 1, 0, 0])
})

it('a closed store answers no more', async () => {
  const w = await world()
  await w.store.ping()
  await w.close()
  await expect(w.store.ping()).rejects.toThrow()
})
