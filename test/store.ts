import type pg from 'pg'
import { engine } from '#db/engine.ts'
import { openStore } from '#db/store/open.ts'
import type { Store } from '#db/store/store.ts'
import { freshDatabase } from '#test/database.ts'

/** A store on a migrated, empty database, until it is given back. */
export interface Lent {
  url: string
  store: Store
}

/*
 * PostgreSQL's databases are emptied and lent again, with their connections: a database is 500 files, and a connection
 * reads the catalog and plans every statement anew. Both together were two thirds of a run.
 */
const free: Lent[] = []
/** How often each was emptied: nothing else sweeps up after so many. */
const turns = new Map<string, number>()
const mostTurns = 50
/** What a database holds besides rows before anybody has used it. */
let untouched: string | undefined

/** A store on a new, migrated, empty database of this project's engine. */
export async function lendStore(): Promise<Lent> {
  const again = free.pop()
  if (again) return again
  const url = await freshDatabase()
  const store = openStore(url)
  if (engine === 'postgres') untouched ??= await objectsIn(poolOf(store))
  return { url, store }
}

/** Empties it for the next one; closes it when somebody else is still connected, or when there are other tables than before. */
export async function giveBack({ url, store }: Lent): Promise<void> {
  const turn = turns.get(url) ?? 0
  if (engine === 'sqlite' || turn === mostTurns) return store.close()
  const pool = poolOf(store)
  if (pool.ending) return
  if (untouched !== (await objectsIn(pool)) || !(await isAlone(pool))) return store.close()
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  )
  const deletions = rows.map(({ name }) => `delete from ${name};`).join('')
  await pool.query(`begin; set local session_replication_role = replica; ${deletions} commit`)
  turns.set(url, turn + 1)
  free.push({ url, store })
}

const poolOf = (store: Store) => (store.db as unknown as { $client: pg.Pool }).$client

/** Every table, index, trigger and function. */
async function objectsIn(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ objects: string }>(
    `select md5(string_agg(oid::text, ' ' order by oid)) as objects from (
      select oid from pg_class where relnamespace = 'public'::regnamespace
      union all select oid from pg_proc where pronamespace = 'public'::regnamespace
      union all select oid from pg_trigger) as object`,
  )
  return rows[0]!.objects
}

/** Whether this pool's own connections are all there are, and none of them is at work. */
async function isAlone(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ n: number; busy: number }>(
    `select count(*)::int as n, count(*) filter (where state <> 'idle')::int as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  )
  return rows[0]!.n < pool.totalCount && rows[0]!.busy === 0
}
