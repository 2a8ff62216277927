/*
 * The thread of sqlite-checkpoints.ts, with a connection of its own. Plain JavaScript, for it is loaded from its place in
 * the checkout, not from the build. A message starts a round, answered with the frames that are left; null ends it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { file, few } = /** @type {{ file: string, few: number }} */ (workerData)
const sqlite = new Database(file, { fileMustExist: true })
sqlite.pragma('synchronous = FULL') // the log is synced before its pages are copied, and they before it may be overwritten

/** @returns {number} frames of the log that aren't in the database yet */
function pass() {
  sqlite.pragma('wal_checkpoint(PASSIVE)')
  const [found] = /** @type {{ log: number, checkpointed: number }[]} */ (sqlite.pragma('wal_checkpoint(NOOP)'))
  return found ? found.log - found.checkpointed : 0
}

parentPort?.on('message', (/** @type {'round' | null} */ message) => {
  if (message === null) {
    sqlite.close()
    parentPort?.close()
    return
  }
  // What is written during a pass waits for the next, which is shorter; where a reader stands in the way, none is.
  let left = pass()
  for (let before = Infinity; left > few && left < before;) {
    before = left
    left = pass()
  }
  parentPort?.postMessage(left)
})
