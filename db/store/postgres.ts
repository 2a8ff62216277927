import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { nested, type Db, type Store } from '#db/store/store.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const attempts = 4
const passing = new Set(['40001', '40P01']) // serialization failure, deadlock: the transaction is simply run again

export function openPostgres(url: string, { max = 10 } = {}): Store {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'koe' })
  pool.on('error', () => {}) // an idle connection was ended by the server; the next query opens another
  const db = drizzle(pool)
  const inside = new AsyncLocalStorage<true>()

  async function transact<T>(fn: (tx: Db) => Promise<T>, attempt = 1): Promise<T> {
    try {
      return await db.transaction((tx) => inside.run(true, () => fn(tx as unknown as Db)))
    } catch (error) {
      if (attempt < attempts && passing.has(codeOf(error))) return transact(fn, attempt + 1)
      throw error
    }
  }

  return {
    engine: 'postgres',
    db: db as unknown as Db,
    write: (fn) => (inside.getStore() ? Promise.reject(nested()) : transact(fn)),
    alone: (fn) => fn(),
    async ping() {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code
  return ''
}
