import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type Database from 'better-sqlite3'

export interface CheckpointOptions {
  /** Frames (pages of 4 KB) that the log grows by before a round begins. */
  checkpointAt?: number
  /** Frames from which the writer does it itself at every commit, whatever it costs. */
  checkpointNow?: number
}

/** Frames that the thread tries to leave, and what the writer takes over at most between two groups: some 20 ms. */
const few = 500
const bearable = 4 * few

interface Duty {
  /** Whether this store copies the log; else another store of the process does. */
  mine: boolean
  /** Runs something while nobody writes. */
  alone(fn: () => void): void
}

interface Look {
  log: number
  checkpointed: number
}

/**
 * Copies the write-ahead log back into the database beside the writer, so that no answer waits for it: SQLite's own way
 * is that the commit which fills the log does it, and while a file is imported that is every second one. The thread
 * copies nearly all; the writer the rest, since under constant writing only who writes can reach the end of the log,
 * and the next write then begins it anew. Sixteen thousand frames, not a thousand: a page that was written ten times
 * meanwhile is copied once. The thread starts with the first log that gets so long: most stores never have one.
 */
export function checkpointsOf(
  writer: Database.Database,
  file: string,
  { checkpointAt = 16_000, checkpointNow = 4 * checkpointAt, mine, alone }: CheckpointOptions & Duty,
) {
  writer.pragma(`wal_autocheckpoint = ${checkpointNow}`)
  const look = writer.prepare<[], Look>('pragma wal_checkpoint(NOOP)')
  const copyRest = writer.prepare('pragma wal_checkpoint(PASSIVE)')
  let thread: { worker: Worker; ended: Promise<void> } | null = null
  let running = false
  let failed = false
  /** Frames of the log when the last round began. */
  let seen = 0

  /** The writer copies the log as SQLite does without us; what is wrong with the disk will be said by a write. */
  function giveUp() {
    failed = true
    if (writer.open) writer.pragma('wal_autocheckpoint = 1000')
  }

  /** What was committed stands, whether or not the log can be copied: nobody may hear of it here. */
  function careful<T>(fn: () => T): T | undefined {
    try {
      return fn()
    } catch {
      giveUp()
      return undefined
    }
  }

  function start() {
    const worker = new Worker(resolve('db/store/sqlite-checkpointer.js'), {
      workerData: { file, few },
      resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
    })
    worker.unref()
    worker.on('message', (left: number) => {
      running = false
      if (left > bearable || !writer.open) return
      alone(() => {
        if (writer.open) careful(() => copyRest.get())
      })
    })
    worker.on('error', giveUp)
    return { worker, ended: new Promise<void>((done) => worker.once('exit', () => done())) }
  }

  return {
    /** After every commit. */
    committed() {
      if (running || failed || !mine) return
      const log = careful(() => look.get())?.log ?? 0
      if (log < seen) seen = 0 // begun anew
      if (log - seen < checkpointAt) return
      running = true
      seen = log
      thread ??= start()
      thread.worker.postMessage('round')
    },
    /** Ends the thread; the round that runs is finished first. */
    async close() {
      if (!thread) return
      thread.worker.ref()
      thread.worker.postMessage(null)
      await thread.ended
    },
  }
}
