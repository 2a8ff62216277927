import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Engine } from '#db/engine.ts'

/**
 * The query builder of either engine; types are SQLite's. Always await a query, and never use the SQLite-only
 * `.get`, `.all`, `.run` or `.values` on one.
 */
export type Db = Omit<BetterSQLite3Database, 'transaction' | 'get' | 'all' | 'run' | 'values'>

export interface Store {
  readonly engine: Engine
  /** For reads. It never sees half a write. */
  readonly db: Db
  /**
   * Every write. `fn` runs in one durable transaction: what it did stands once the promise resolves, and nothing
   * of it when it rejects. Only database work may be awaited inside, and another `write` inside is an error.
   */
  write<T>(fn: (tx: Db) => Promise<T>): Promise<T>
  /** Waits for its place among the writes of this store and keeps them waiting until `fn` ends; on PostgreSQL nobody waits. */
  alone(fn: () => Promise<void>): Promise<void>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

export const nested = () => new Error('write() inside write(): pass the context of the outer one down')
