import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { PlainError } from '#app/platform/errors.ts'
import { checkpointsOf, type CheckpointOptions } from '#db/store/sqlite-checkpoints.ts'
import { cachedStatements } from '#db/store/sqlite-statements.ts'
import { nested, type Db, type Store } from '#db/store/store.ts'
import type { Turns } from '#db/store/turns.ts'

interface Waiting {
  fn: (tx: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}
/** A place among the writes at which none of them runs. */
interface Pause {
  alone: () => Promise<void>
}
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

export interface SqliteOptions extends CheckpointOptions {
  /** Writes that may share one commit. */
  maxGroup?: number
  /** Milliseconds after which a group takes no more writes. */
  maxHoldMs?: number
  /** Given when another store of this process owns the file's queue and copies its log: it is asked before each group. */
  turns?: Turns
}

/** One durable setting for every connection that writes: an answer that was thanked for survives a power cut. */
export function connect(
  file: string,
  { cacheKib = 32_000, ...options }: Database.Options & { cacheKib?: number } = {},
) {
  const sqlite = new Database(file, options)
  sqlite.pragma('busy_timeout = 5000')
  if (!options.readonly) {
    const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal')
      throw new PlainError(
        `SQLite can't keep a write-ahead log beside ${file}: choose a folder on a local disk with KOE_DATA_DIR.`,
      )
  }
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`cache_size = -${cacheKib}`)
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** Resolves when no microtask is left, that of a forgotten `await` included. */
const quiet = () => new Promise<void>((done) => process.nextTick(done))

/**
 * One writer, first in, first out. Writes that wait together share one durable COMMIT, one after the other, each in
 * its own SAVEPOINT, and resolve only after it. Reads go through a read-only connection.
 */
export function openSqlite(file: string, { maxGroup = 64, maxHoldMs = 40, turns, ...rest }: SqliteOptions = {}): Store {
  const cacheKib = turns ? 12_000 : 32_000 // the second of a process finds its pages changed at nearly every turn
  const writer = connect(file, { cacheKib })
  const reader = connect(file, { cacheKib, readonly: true })
  const checkpoints = checkpointsOf(writer, file, {
    ...rest,
    mine: !turns,
    alone: (fn) => void alone(async () => fn()),
  })
  // A write runs in microtasks alone, and `quiet` lets them all end before the next one: whoever asks meanwhile is that
  // write, or was called by it. To follow every promise instead (AsyncLocalStorage) takes a tenth of an answer's time.
  let inside = false
  const begin = writer.prepare('BEGIN IMMEDIATE')
  const commit = writer.prepare('COMMIT')
  const rollback = writer.prepare('ROLLBACK')
  const save = writer.prepare('SAVEPOINT koe_write')
  const release = writer.prepare('RELEASE koe_write')
  const undo = writer.prepare('ROLLBACK TO koe_write')
  const guard = () => {
    if (!inside) throw new Error('a write used its tx after it ended, or outside write(): await every statement')
  }
  const tx = drizzle(cachedStatements(writer, guard)) as unknown as Db
  const db = drizzle(cachedStatements(reader)) as unknown as Db
  const queue: (Waiting | Pause)[] = []
  let draining = false

  async function one({ fn }: Waiting): Promise<Outcome> {
    save.run()
    inside = true
    try {
      const value = await databaseOnly(fn)
      inside = false
      release.run()
      return { ok: true, value }
    } catch (error) {
      inside = false
      if (writer.inTransaction) {
        undo.run()
        release.run()
      }
      return { ok: false, error }
    }
  }

  /** better-sqlite3 answers in microtasks, so a callback that is still pending when none is left waits for something else. */
  async function databaseOnly(fn: Waiting['fn']) {
    const work = fn(tx)
    const late = quiet().then(() => {
      throw new Error('write() awaited something that is not the database')
    })
    late.catch(() => {})
    try {
      return await Promise.race([work, late])
    } finally {
      work.catch(() => {})
    }
  }

  async function commitGroup() {
    const taken: Waiting[] = []
    const outcomes: Outcome[] = []
    await turns?.take()
    const started = performance.now()
    try {
      begin.run()
      while (taken.length < maxGroup && performance.now() - started < maxHoldMs) {
        const next = queue[0]
        if (!next || 'alone' in next) break
        queue.shift()
        taken.push(next)
        outcomes.push(await one(next))
        await quiet()
        if (!writer.inTransaction) throw new Error('SQLite ended the transaction')
      }
      commit.run()
    } catch (error) {
      if (writer.inTransaction) rollback.run()
      if (!taken.length) taken.push(queue.shift() as Waiting) // BEGIN itself failed: busy, full, read-only
      taken.forEach((write, i) => {
        const outcome = outcomes[i]
        write.reject(outcome && !outcome.ok ? outcome.error : error)
      })
      return
    } finally {
      turns?.give()
    }
    taken.forEach((write, i) => {
      const outcome = outcomes[i]!
      if (outcome.ok) write.resolve(outcome.value)
      else write.reject(outcome.error)
    })
    checkpoints.committed()
  }

  async function drain() {
    if (draining) return
    draining = true
    try {
      while (queue.length) {
        await new Promise((turn) => setImmediate(turn)) // let the requests of this turn join the group
        const next = queue[0]!
        if (!('alone' in next)) await commitGroup()
        else {
          queue.shift()
          await next.alone()
          checkpoints.committed()
        }
      }
    } finally {
      draining = false
    }
  }

  function alone(fn: () => Promise<void>) {
    return new Promise<void>((resolve, reject) => {
      queue.push({ alone: () => fn().then(resolve, reject) })
      void drain()
    })
  }

  return {
    engine: 'sqlite',
    db,
    write<T>(fn: (tx: Db) => Promise<T>) {
      if (inside) return Promise.reject(nested())
      return new Promise<T>((resolve, reject) => {
        queue.push({ fn, resolve: resolve as (value: unknown) => void, reject })
        void drain()
      })
    },
    alone,
    async ping() {
      reader.prepare('select 1').get()
    },
    async close() {
      while (draining || queue.length) await new Promise((turn) => setImmediate(turn))
      await checkpoints.close()
      reader.close()
      writer.close()
    },
  }
}
