import Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contacts } from '#db/schema/accounts.ts'
import { schedules } from '#db/schema/jobs.ts'
import { fileOf } from '#db/store/open.ts'
import { connect, openSqlite } from '#db/store/sqlite.ts'
import type { Db, Store } from '#db/store/store.ts'
import { freshDatabase } from '#test/database.ts'

let file: string
let store: Store
/** Another process, as it were: it sees only what is committed. */
let outside: Database.Database

beforeEach(async () => {
  file = fileOf(await freshDatabase())
  store = openSqlite(file, { maxHoldMs: 60_000 })
  outside = new Database(file, { readonly: true })
})
afterEach(async () => {
  outside.close()
  await store.close()
})

const committed = () =>
  (outside.prepare('select name from schedules order by name').all() as { name: string }[]).map((row) => row.name)
const put = (name: string) => async (tx: Db) => {
  await tx.insert(schedules).values({ name, cron: '', zone: 'UTC', nextRunAt: 1 }).returning()
}
const pragma = (tx: Db, text: string) => void (tx as unknown as BetterSQLite3Database).run(sql.raw(`pragma ${text}`))
const statuses = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status)

it('writes that wait together share one commit, in order, and resolve only after it', async () => {
  const steps: string[] = []
  await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      await store.write(async (tx) => {
        steps.push(`in ${i}`)
        await put(`k${i}`)(tx)
        await tx.select().from(schedules)
        expect(committed()).toEqual([])
        steps.push(`out ${i}`)
      })
      expect(committed()).toHaveLength(20)
    }),
  )
  expect(steps).toEqual(Array.from({ length: 20 }, (_, i) => [`in ${i}`, `out ${i}`]).flat()) // never interleaved
})

it('a group takes no more writes than it may', async () => {
  const single = openSqlite(file, { maxGroup: 1 })
  const seen: number[] = []
  await Promise.all(['a', 'b', 'c'].map((name) => single.write(put(name)).then(() => seen.push(committed().length))))
  expect(seen[0]).toBe(1)
  await single.close()
})

it('a write sees the earlier writes of its own group', async () => {
  const [, seen] = await Promise.all([
    store.write(put('a')),
    store.write(async (tx) => (await tx.select().from(schedules).where(eq(schedules.name, 'a'))).length),
  ])
  expect(seen).toBe(1)
})

it('an error in COMMIT rejects everybody, keeps nothing, and the writer lives on', async () => {
  const results = await Promise.allSettled([
    store.write(put('a')),
    store.write(async (tx) => {
      pragma(tx, 'defer_foreign_keys = on')
      const nobody = {
        name: '',
        searchKey: '',
        isTest: false,
        isShared: false,
        state: 'active' as const,
        createdAt: 1,
        updatedAt: 1,
      }
      await tx.insert(contacts).values({ id: 'con_x', accountId: 'acc_none', ...nobody })
    }),
    store.write(put('c')),
  ])
  expect(statuses(results)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(String((results[0] as PromiseRejectedResult).reason)).toContain('FOREIGN KEY')
  expect(committed()).toEqual([])
  await store.write(put('later'))
  expect(committed()).toEqual(['later'])
})

it('a write that awaits something else is refused, hurts nobody, and can do nothing later', async () => {
  let late: unknown
  const results = await Promise.allSettled([
    store.write(put('a')),
    store.write(async (tx) => {
      await put('bad')(tx)
      await new Promise((done) => setTimeout(done, 20))
      await put('worse')(tx).catch((error: unknown) => (late = error))
    }),
    store.write(put('c')),
  ])
  expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(String((results[1] as PromiseRejectedResult).reason)).toContain('not the database')
  await expect.poll(() => String(late)).toContain('after it ended')
  expect(committed()).toEqual(['a', 'c'])
})

it('who writes while another write waits for something else is not taken for a part of it', async () => {
  const waits = store.write(() => new Promise((done) => setTimeout(done, 20)))
  waits.catch(() => {}) // looked at below
  const others: Promise<unknown>[] = []
  for (let i = 0; i < 5; i++) {
    await new Promise((turn) => setImmediate(turn))
    others.push(store.write(put(`o${i}`)))
  }
  await expect(waits).rejects.toThrow('not the database')
  expect(statuses(await Promise.allSettled(others))).toEqual(Array(5).fill('fulfilled'))
})

it('a forgotten await does not leak into the next write', async () => {
  const forgetful = async (tx: Db) => {
    const wander = async () => {
      for (let i = 0; i < 6; i++) await Promise.resolve()
      await put('leak')(tx)
    }
    void wander().catch(() => {})
  }
  const results = await Promise.allSettled([store.write(forgetful), store.write(put('b'))])
  expect(statuses(results)).toEqual(['fulfilled', 'fulfilled'])
  expect(committed()).toEqual(['b'])
})

it('a transaction can’t be used outside its write', async () => {
  const kept = await store.write(async (tx) => tx)
  await expect((async () => put('x')(kept))()).rejects.toThrow('outside write()')
  expect(committed()).toEqual([])
})

it('a long chain of statements is still database work', async () => {
  await store.write(async (tx) => {
    for (let i = 0; i < 200; i++) await put(`n${i}`)(tx)
  })
  expect(committed()).toHaveLength(200)
})

it('a callback that throws at once is a failed write', async () => {
  const results = await Promise.allSettled([
    store.write(() => {
      throw new Error('at once')
    }),
    store.write(put('b')),
  ])
  expect(statuses(results)).toEqual(['rejected', 'fulfilled'])
})

it('when the disk is full the write is refused, nothing half stands, and later writes work again', async () => {
  const [{ pages }] = outside.prepare('select page_count pages from pragma_page_count').all() as [{ pages: number }]
  await store.write(async (tx) => pragma(tx, `max_page_count = ${pages + 2}`))
  const results = await Promise.allSettled([
    store.write(put('small')),
    store.write(put('x'.repeat(400_000))),
    store.write(put('tiny')),
  ])
  expect(results[1]!.status).toBe('rejected')
  const stood = ['small', 'x', 'tiny'].filter((_, i) => results[i]!.status === 'fulfilled').sort()
  expect(committed()).toEqual(stood)
  await store.write(async (tx) => pragma(tx, 'max_page_count = 1000000'))
  await store.write(put('later'))
  expect(committed()).toContain('later')
})

it('the reading connection can’t write', async () => {
  await expect((async () => put('x')(store.db))()).rejects.toThrow(/readonly|Failed query/)
  expect(committed()).toEqual([])
})

it('close waits for the writes that wait', async () => {
  const pending = ['a', 'b'].map((name) => store.write(put(name)))
  await store.close()
  expect(statuses(await Promise.allSettled(pending))).toEqual(['fulfilled', 'fulfilled'])
  expect(committed()).toEqual(['a', 'b'])
})

it('an answer that was thanked for survives a power cut: WAL, FULL, foreign keys', () => {
  const connection = connect(file)
  const value = (name: string) => connection.pragma(name, { simple: true })
  expect([value('journal_mode'), value('synchronous'), value('foreign_keys')]).toEqual(['wal', 2, 1])
  connection.close()
})

it('a query that is the whole write runs once', async () => {
  await store.write(put('counter'))
  await store.write((tx) => tx.update(schedules).set({ nextRunAt: sql`${schedules.nextRunAt} + 1` }))
  const [row] = await store.db.select({ n: schedules.nextRunAt }).from(schedules)
  expect(row).toEqual({ n: 2 })
})
