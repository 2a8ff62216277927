import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { schedules } from '#db/schema/jobs.ts'
import { fileOf } from '#db/store/open.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Sync } from '#db/store/sqlite-flush.ts'
import type { Db, Store } from '#db/store/store.ts'
import { freshDatabase } from '#test/database.ts'

let store: Store
let outside: Database.Database
/** Syncs that the disk has not finished; calling one ends it. */
let disk: ((error?: Error) => void)[]

beforeEach(async () => {
  const file = fileOf(await freshDatabase())
  disk = []
  const sync: Sync = (_, done) => disk.push((error) => done(error ?? null))
  store = openSqlite(file, { sync })
  outside = new Database(file, { readonly: true })
})
afterEach(async () => {
  outside.close()
  disk.forEach((end) => end())
  await store.close()
})

const put = (name: string) => (tx: Db) => tx.insert(schedules).values({ name, cron: '', zone: 'UTC', nextRunAt: 1 })
const committed = () => (outside.prepare('select count(*) n from schedules').get() as { n: number }).n
/** Writes, and keeps what becomes of it. */
function write(name: string) {
  const seen = { is: 'pending' }
  store.write(put(name)).then(
    () => (seen.is = 'durable'),
    (error: unknown) => (seen.is = String(error)),
  )
  return seen
}
const turns = async (n = 5) => {
  for (let i = 0; i < n; i++) await new Promise((turn) => setImmediate(turn))
}

it('nobody is told that a write stands before a sync that began after its commit has ended', async () => {
  const first = write('a')
  await expect.poll(committed).toBe(1)
  expect([first.is, disk.length]).toEqual(['pending', 1])

  // Sixteen are worth a commit while the disk is busy; that commit came after the sync began, so it needs another.
  const later = Array.from({ length: 16 }, (_, i) => write(`b${i}`))
  await expect.poll(committed).toBe(17)
  expect(disk.length).toBe(1)
  disk[0]!()
  await turns()
  expect(first.is).toBe('durable')
  expect(later.map(({ is }) => is)).toEqual(Array(16).fill('pending'))
  expect(disk.length).toBe(2)
  disk[1]!()
  await turns()
  expect(later.map(({ is }) => is)).toEqual(Array(16).fill('durable'))
})

it('while the disk is busy a few writes wait for company, and share one commit', async () => {
  write('a')
  await expect.poll(committed).toBe(1)
  const later = [write('b'), write('c')]
  await turns()
  expect(committed()).toBe(1)
  disk[0]!()
  await expect.poll(committed).toBe(3)
  disk[1]!()
  await expect.poll(() => later.map(({ is }) => is)).toEqual(['durable', 'durable'])
  expect(disk.length).toBe(2)
})

it('once the disk failed a sync, nobody is told that anything stands, and the store says that it is ill', async () => {
  const first = write('a')
  await expect.poll(committed).toBe(1)
  const later = Array.from({ length: 16 }, (_, i) => write(`b${i}`))
  await expect.poll(committed).toBe(17)
  disk[0]!(new Error('EIO'))
  await turns()
  disk[1]?.() // a later sync seems to succeed: the disk has forgotten what it lost
  await expect.poll(() => [first, ...later].map(({ is }) => is)).toEqual(Array(17).fill('Error: EIO'))
  await expect(store.write(put('c'))).rejects.toThrow('EIO')
  await expect(store.ping()).rejects.toThrow('EIO')
})

it('close waits for the disk', async () => {
  const first = write('a')
  await expect.poll(committed).toBe(1)
  let closed = false
  const closing = store.close().then(() => (closed = true))
  await turns()
  expect([closed, first.is]).toEqual([false, 'pending'])
  disk[0]!()
  await closing
  expect(first.is).toBe('durable')
})

it('who is told of a write may write again, however many promises lie between, beside writes that waited', async () => {
  /** Goes on so many microtasks later: each caller waits through a few functions of its own. */
  const later = async (steps: number) => {
    for (let i = 0; i < steps; i++) await Promise.resolve()
  }
  const done: string[] = []
  const flow = async (name: string, steps: number) => {
    await store.write(put(`${name} first`))
    await later(steps)
    await store.write(put(`${name} second`))
    done.push(name)
  }
  const flows = Array.from({ length: 40 }, (_, steps) => flow(`flow ${steps}`, steps))
  await turns()
  const waited = write('waited') // the group that begins when the disk is free
  const end = setInterval(() => disk.splice(0).forEach((sync) => sync()), 1)
  await Promise.all(flows).finally(() => clearInterval(end))
  expect(done).toHaveLength(40)
  expect(waited.is).toBe('durable')
})
