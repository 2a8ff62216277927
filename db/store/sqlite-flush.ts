import { closeSync, fdatasync, openSync } from 'node:fs'

/** Calls back when what was written to an open file is on the disk, or could not be brought there. */
export type Sync = (fd: number, done: (error: Error | null) => void) => void
type Told = (error: Error | null) => void

/**
 * Brings the write-ahead log to the disk beside the writer. With `synchronous = FULL` the commit itself waits for the
 * disk, and nobody's work goes on meanwhile; here commits go on, and who wrote is told once a sync that began after
 * their commit has ended. What nobody was told of may be lost in a power cut; what somebody was told of may not.
 *
 * The disk may fail a sync and forget what it failed on, so that the next one seems to succeed: after a failure nothing
 * is told as durable any more, until a new start reads what really is there.
 */
export function flusherOf(file: string, sync: Sync = fdatasync) {
  const log = openSync(`${file}-wal`, 'r+') // it lives as long as a connection does, and SQLite keeps no lock on it
  let waiting: Told[] = []
  let rested: (() => void)[] = []
  let busy = false
  let open = true
  let broken: Error | null = null

  function begin() {
    if (busy || !waiting.length) return
    const told = waiting
    waiting = []
    busy = true
    sync(log, (error) => {
      busy = false
      if (error) broken ??= error
      for (const tell of told) tell(broken)
      begin()
      if (busy) return
      const resting = rested
      rested = []
      for (const rest of resting) rest()
    })
  }

  return {
    /** After a commit: tells when it is on the disk, or why that will never be known. */
    durable(tell: Told) {
      if (broken) return tell(broken)
      waiting.push(tell)
      begin()
    },
    /** Whether a sync is under way. */
    busy: () => busy,
    /** Why nothing can be made durable any more. */
    broken: () => broken,
    /** Resolves when no sync is under way. */
    rest: () => new Promise<void>((done) => (busy ? rested.push(done) : done())),
    close() {
      if (open) closeSync(log)
      open = false
    },
  }
}
