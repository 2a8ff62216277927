import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
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
  const sqlite = tx as unknown as BetterSQLite3Database
  sqlite.run(sql`savepoint koe_step`)
  try {
    const value = await fn(tx)
    sqlite.run(sql`release koe_step`)
    return value
  } catch (error) {
    sqlite.run(sql`rollback to koe_step`)
    sqlite.run(sql`release koe_step`)
    throw error
  }
}
