import type Database from 'better-sqlite3'
import { engine } from '#db/engine.ts'
import type { Db } from '#db/store/store.ts'

/**
 * Runs `fn` inside a savepoint of the open transaction: when it rejects, what it did is undone and the rest of the
 * transaction goes on. On PostgreSQL this is also the only way to go on after a failed statement.
 */
export async function savepoint<T>(tx: Db, fn: (tx: Db) => Promise<T>): Promise<T> {
  if (engine === 'postgres') {
    const pg = tx as unknown as { transaction<R>(fn: (tx: Db) => Promise<R>): Promise<R> }
    return pg.transaction(fn)
  }
  // Straight to the connection, which keeps its compiled statements: every answer takes several savepoints.
  const { $client: sqlite } = tx as unknown as { $client: Database.Database }
  sqlite.prepare('savepoint koe_step').run()
  try {
    const value = await fn(tx)
    sqlite.prepare('release koe_step').run()
    return value
  } catch (error) {
    sqlite.prepare('rollback to koe_step').run()
    sqlite.prepare('release koe_step').run()
    throw error
  }
}
