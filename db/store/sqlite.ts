import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { PlainError } from '#app/platform/errors.ts'
import { checkpointsOf, type CheckpointOptions } from '#db/store/sqlite-checkpoints.ts'
import { flusherOf, type Sync } from '#db/store/sqlite-flush.ts'
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

/** The outcome, unless a statement that it takes throws. */
function attempt(statement: Database.Statement, outcome: Outcome): Outcome {
  try {
    statement.run()
    return outcome
  } catch (error) {
    return { ok: false, error }
  }
}

export interface SqliteOptions extends CheckpointOptions {
  /** Writes that may share one commit. */
  maxGroup?: number
  /** Milliseconds after which a group takes no more writes. */
  maxHoldMs?: number
  /** Brings an open file to the disk; `fdatasync` of the system unless a test stands in for it. */
  sync?: Sync
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

/** Writes that are worth a commit of their own while the disk is still busy with the one before. */
const worthwhile = 16

const nextTurn = () => new Promise((turn) => setImmediate(turn))

/** Resolves when no microtask is left, that of a forgotten `await` included. */
const quiet = () => new Promise<void>((done) => process.nextTick(done))

/**
 * One writer, first in, first out. Writes that wait together share one durable COMMIT, one after the other, each in
 * its own SAVEPOINT, and resolve only once it is on the disk, to which `sqlite-flush.ts` brings it while the next group
 * runs. Reads go through a read-only connection.
 */
export function openSqlite(
  file: string,
  { maxGroup = 64, maxHoldMs = 40, turns, sync, ...rest }: SqliteOptions = {},
): Store {
  // The second of a process finds its pages changed at nearly every turn; what it reads beside is mostly read once.
  const writer = connect(file, { cacheKib: turns ? 12_000 : 32_000 })
  const reader = connect(file, { cacheKib: turns ? 4_000 : 32_000, readonly: true })
  writer.pragma('synchronous = NORMAL') // a commit leaves the log in order; durable is what the flusher says
  const flusher = flusherOf(file, sync)
  const checkpoints = checkpointsOf(writer, file, {
    ...rest,
    mine: !turns,
    alone: (fn) => void alone(async () => fn()),
  })
  // A write runs in microtasks alone, and `one` lets them all end before the next one: whoever asks meanwhile is that
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

  /**
   * Runs one write in its savepoint, until no microtask is left: better-sqlite3 answers in microtasks, so a callback that
   * is still pending then waits for something else, and a forgotten `await` of it can't reach into the next write.
   */
  async function one({ fn }: Waiting): Promise<Outcome> {
    let outcome: Outcome | null = null
    const end = (how: Outcome) => {
      if (outcome) return
      inside = false
      outcome = how.ok ? attempt(release, how) : how
      if (!outcome.ok && writer.inTransaction) {
        undo.run()
        release.run()
      }
    }
    save.run()
    inside = true
    try {
      // A query is no promise yet: it would run again each time that somebody asks for its result.
      Promise.resolve(fn(tx)).then(
        (value) => end({ ok: true, value }),
        (error: unknown) => end({ ok: false, error }),
      )
    } catch (error) {
      end({ ok: false, error })
    }
    await quiet()
    if (!outcome) end({ ok: false, error: new Error('write() awaited something that is not the database') })
    return outcome!
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
    flusher.durable((failure) =>
      taken.forEach((write, i) => {
        const outcome = outcomes[i]!
        if (!outcome.ok) write.reject(outcome.error)
        else if (failure) write.reject(failure)
        else write.resolve(outcome.value)
      }),
    )
    checkpoints.committed()
  }

  /** Lets the requests of this turn join the group, and while the disk is busy those of the next turns too. */
  async function gather() {
    await nextTurn()
    if (!flusher.busy() || ripe()) return
    await Promise.race([flusher.rest(), new Promise<void>((done) => (ripened = done))])
    // Who was just told of a commit, or woke this up, may go on to write before the turn ends: that is no part of the next.
    await nextTurn()
  }
  let ripened = () => {}
  const ripe = () => queue.length >= worthwhile || queue.some((waits) => 'alone' in waits)

  function enqueue(waits: Waiting | Pause) {
    queue.push(waits)
    if (ripe()) ripened()
    void drain()
  }

  async function drain() {
    if (draining) return
    draining = true
    try {
      while (queue.length) {
        await gather()
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
      enqueue({ alone: () => fn().then(resolve, reject) })
    })
  }

  return {
    engine: 'sqlite',
    db,
    write<T>(fn: (tx: Db) => Promise<T>) {
      if (inside) return Promise.reject(nested())
      const broken = flusher.broken()
      if (broken) return Promise.reject(broken)
      return new Promise<T>((resolve, reject) => {
        enqueue({ fn, resolve: resolve as (value: unknown) => void, reject })
      })
    },
    alone,
    async ping() {
      const broken = flusher.broken()
      if (broken) throw broken
      reader.prepare('select 1').get()
    },
    async close() {
      while (draining || queue.length) await new Promise((turn) => setImmediate(turn))
      await flusher.rest()
      await checkpoints.close()
      flusher.close()
      reader.close()
      writer.close()
    },
  }
}
