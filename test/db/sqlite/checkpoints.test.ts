import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileChunks } from '#db/schema/platform.ts'
import { fileOf } from '#db/store/open.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { freshDatabase } from '#test/database.ts'

const checkpointAt = 200
let file: string
let store: Store
/** Another process, as it were. */
let outside: Database.Database

beforeEach(async () => {
  n = 0
  file = fileOf(await freshDatabase())
  // The writer's own limit is out of reach: whatever is copied, the thread has begun it.
  store = openSqlite(file, { checkpointAt, checkpointNow: 1_000_000 })
  outside = new Database(file)
})
afterEach(async () => {
  outside.close()
  await store.close()
})

const log = () => (outside.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[])[0]!
let n: number
/** 24 frames or more. */
const put = () =>
  store.write(async (tx) => {
    await tx.insert(fileChunks).values({ fileId: 'file_none', n: n++, data: Buffer.alloc(96 * 1024, n) })
  })
const kept = () => outside.prepare<[], { n: number }>('select count(*) n from file_chunks').get()!.n

it('under constant writing the log is copied and begun anew again and again', async () => {
  let most = 0
  let anew = 0
  let before = 0
  while (anew < 3 && n < 1500) {
    await put()
    const { log: frames } = log()
    if (frames < before) anew++
    before = frames
    most = Math.max(most, frames)
  }
  expect(anew).toBe(3) // sixty writes are enough where the thread finds a core at once
  expect(most).toBeGreaterThanOrEqual(checkpointAt)
  const written = n
  expect(kept()).toBe(written)
  expect(outside.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('a reader who stays keeps the log, and once they are gone it is begun anew', async () => {
  outside.exec('begin')
  const seen = kept()
  for (let i = 0; i < 40; i++) await put()
  expect(kept()).toBe(seen)
  outside.exec('commit')
  const { log: long } = log()
  expect(long).toBeGreaterThan(40 * 24)
  for (let frames = long; frames >= long; frames = log().log) await put()
  expect(outside.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('closing waits for the round that runs, ends the thread, and leaves no log behind', async () => {
  for (let i = 0; i < 12; i++) await put() // past the mark: a round has just begun
  outside.close()
  await store.close()
  expect(existsSync(`${file}-wal`)).toBe(false) // SQLite removes it with the last connection
  outside = new Database(file)
  expect(outside.pragma('integrity_check', { simple: true })).toBe('ok')
  store = openSqlite(file)
})

it('a short log starts no thread: it stays as it is', async () => {
  for (let i = 0; i < 4; i++) await put()
  await sleep(200)
  expect(log()).toMatchObject({ checkpointed: 0 })
})
