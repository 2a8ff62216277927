import { once } from 'node:events'
import { resolve } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { max } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileOf } from '#db/store/open.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Db, Store } from '#db/store/store.ts'
import { borrowTurns, lendTurns } from '#db/store/turns.ts'
import { fileChunks } from '#db/schema/platform.ts'
import { freshDatabase } from '#test/database.ts'

let file: string
let owner: Store
let borrower: Store

beforeEach(async () => {
  file = fileOf(await freshDatabase())
  const { port1, port2 } = new MessageChannel()
  // No store's own limit is ever reached: whatever of the log is copied, the owner's thread has begun it.
  owner = openSqlite(file, { checkpointAt: 200, checkpointNow: 1_000_000 })
  borrower = openSqlite(file, { turns: borrowTurns(port2), checkpointNow: 1_000_000 })
  lendTurns(owner, port1)
})
afterEach(async () => {
  await borrower.close()
  await owner.close()
})

/** Reads which chunk is the last and adds the next. */
async function addNext(tx: Db, bytes = 10) {
  const [row] = await tx.select({ n: max(fileChunks.n) }).from(fileChunks)
  await tx.insert(fileChunks).values({ fileId: 'file_none', n: (row!.n ?? 0) + 1, data: Buffer.alloc(bytes) })
}
const last = async () => (await owner.db.select({ n: max(fileChunks.n) }).from(fileChunks))[0]!.n ?? 0

it('two stores of one file write in one order', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, i) => (i % 2 ? owner : borrower).write((tx) => addNext(tx))))
  expect(await last()).toBe(300)
})

it('a store asks for its turn before a group of writes, and gives it back when they stand', async () => {
  const seen: string[] = []
  const turns = { take: async () => void seen.push('take'), give: () => void seen.push('give') }
  const asking = openSqlite(file, { turns })
  const write = (name: string) =>
    asking.write(async (tx) => {
      seen.push(name)
      await addNext(tx)
    })
  await Promise.all([write('one'), write('two')])
  await write('three')
  await expect(asking.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(seen).toEqual(['take', 'one', 'two', 'give', 'take', 'three', 'give', 'take', 'give'])
  await asking.close()
})

/** Writes in turns, as plain as it can be done; inside each it waits until the other thread has asked to write too. */
const thread = `
const { parentPort, workerData: { file, turns, times, packages } } = require('node:worker_threads')
const { once } = require('node:events')
const sqlite = new (require(packages + '/better-sqlite3'))(file, { timeout: 0 })
const insert = sqlite.prepare("insert into file_chunks select 'file_none', 1 + coalesce(max(n), 0), x'00' from file_chunks")
async function work() {
  for (let i = 0; i < times; i++) {
    turns.postMessage('take')
    await once(turns, 'message')
    sqlite.exec('begin immediate')
    parentPort.postMessage('inside')
    await once(parentPort, 'message')
    insert.run()
    sqlite.exec('commit')
    turns.postMessage('give')
  }
  process.exit(0)
}
work()`

it('neither thread meets the lock of the other, which would stop everything in it', async () => {
  const { port1, port2 } = new MessageChannel()
  lendTurns(owner, port1)
  const times = 20
  const worker = new Worker(thread, {
    eval: true,
    workerData: { file, turns: port2, times, packages: resolve('node_modules') },
    transferList: [port2],
  })
  const ended = once(worker, 'exit')
  const writes: Promise<void>[] = []
  worker.on('message', async () => {
    writes.push(owner.write((tx) => addNext(tx)))
    for (let i = 0; i < 5; i++) await new Promise((turn) => setImmediate(turn)) // time to begin, if it may
    worker.postMessage('go on')
  })
  await ended
  await Promise.all(writes)
  expect(await last()).toBe(2 * times)
})

it('what fails in one store takes nothing of the other with it', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, i) =>
      (i % 2 ? owner : borrower).write(async (tx) => {
        await addNext(tx)
        if (i % 3 === 0) throw new Error('no')
      }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20)
  expect(await last()).toBe(40)
})

it('a thread that ends in the middle of its turn leaves the queue to the others', async () => {
  const { port1, port2 } = new MessageChannel()
  lendTurns(owner, port1)
  port2.postMessage('take') // and never gives
  await once(port2, 'message')
  let written = false
  const waiting = owner.write((tx) => addNext(tx)).then(() => (written = true))
  for (let i = 0; i < 10; i++) await new Promise((turn) => setImmediate(turn))
  expect(written).toBe(false)
  port2.close()
  await waiting
  expect(await last()).toBe(1)
})

it('the owner copies the log of what both write', async () => {
  const outside = new Database(file)
  let anew = 0
  for (let i = 0, before = 0; anew < 2 && i < 1500; i++) {
    await borrower.write((tx) => addNext(tx, 96 * 1024))
    const [{ log }] = outside.pragma('wal_checkpoint(NOOP)') as [{ log: number }]
    if (log < before) anew++
    before = log
  }
  outside.close()
  expect(anew).toBe(2)
})
