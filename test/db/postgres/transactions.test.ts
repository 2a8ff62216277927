import { asc, eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, it } from 'vitest'
import { skipLocked } from '#db/fragments.ts'
import { nameLock } from '#db/lock.ts'
import { schedules } from '#db/schema/jobs.ts'
import type { Db, Store } from '#db/store/store.ts'
import { world } from '#test/world.ts'

/** A write that starts and ends while another one is open. */
const inAnother = <T>(store: Store, fn: (tx: Db) => Promise<T>) =>
  (store.db as unknown as { transaction(fn: (tx: Db) => Promise<T>): Promise<T> }).transaction(fn)

const put = (name: string) => async (tx: Db) =>
  void (await tx.insert(schedules).values({ name, cron: '', zone: 'UTC', nextRunAt: 0 }).returning())
const raise = (tx: Db, name: string) => tx.update(schedules).set({ nextRunAt: sql`${schedules.nextRunAt} + 1` }).where(eq(schedules.name, name)).returning() // prettier-ignore
const heights = async (store: Store) =>
  (await store.db.select().from(schedules).orderBy(asc(schedules.name))).map((row) => row.nextRunAt)

/** A promise and what keeps it. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

it('a deadlock is run again, and both writes stand', async () => {
  const { store } = await world()
  await store.write(async (tx) => {
    await put('a')(tx)
    await put('b')(tx)
  })
  const [first, second] = [gate(), gate()]
  await Promise.all([
    store.write(async (tx) => {
      await raise(tx, 'a')
      first.open()
      await second.passed
      await raise(tx, 'b')
    }),
    store.write(async (tx) => {
      await raise(tx, 'b')
      second.open()
      await first.passed
      await raise(tx, 'a')
    }),
  ])
  expect(await heights(store)).toEqual([2, 2])
})

it('two claims at once take different rows', async () => {
  const { store } = await world()
  for (const name of ['a', 'b', 'c', 'd']) await store.write(put(name))
  const claim = async (tx: Db) => {
    const rows = await tx
      .select({ name: schedules.name })
      .from(schedules)
      .where(sql`true order by ${schedules.name} limit 2 ${skipLocked()}`)
    return rows.map((row) => row.name)
  }
  let second: string[] = []
  const first = await store.write(async (tx) => {
    const taken = await claim(tx)
    second = await inAnother(store, claim)
    return taken
  })
  expect([first, second]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

it('a named lock lets one transaction at a time through', async () => {
  const { store } = await world()
  const lock = nameLock('test.one')
  let inside = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 5 }, () =>
      store.write(async (tx) => {
        await lock(tx)
        most = Math.max(most, ++inside)
        await tx.select().from(schedules)
        inside--
      }),
    ),
  )
  expect(most).toBe(1)
})

it('a connection that the server ended is replaced', async () => {
  const w = await world()
  await w.store.ping()
  const other = new pg.Client(w.url)
  await other.connect()
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await other.end()
  await expect.poll(() => w.store.ping().then(() => 'answers', () => 'gone')).toBe('answers') // prettier-ignore
})
