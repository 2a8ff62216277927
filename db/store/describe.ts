import { statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type Database from 'better-sqlite3'
import type pg from 'pg'
import { migrationsOf } from '#db/migrations.ts'
import type { Store } from '#db/store/store.ts'

export interface DatabaseFacts {
  engine: 'sqlite' | 'postgres'
  version: string
  bytes: number
  /** SQLite: what is not folded into the file yet. */
  logBytes: number | null
  /** SQLite: its path; PostgreSQL: the database's name. */
  place: string
  /** Free bytes of its disk, where we can see it. */
  free: number | null
  /** Rows by table: cheap, so large ones are estimates. */
  rows: Record<string, { n: number; about: boolean }>
  /** The last migration, and how many there are. */
  migration: string | null
  migrations: number
}

/** Counted to here; above it, an estimate says enough. */
const most = 20_000

/** What a person who runs Koe wants to know of its database. */
export function describeDatabase(store: Store, tables: string[]): Promise<DatabaseFacts> {
  const { $client } = store.db as unknown as { $client: unknown }
  return store.engine === 'postgres'
    ? postgres($client as pg.Pool, tables)
    : sqlite($client as Database.Database, tables)
}

async function sqlite(db: Database.Database, tables: string[]): Promise<DatabaseFacts> {
  const file = db.name
  const one = <T>(text: string) => db.prepare(text).get() as T
  const disk = statfsSync(dirname(resolve(file)))
  const rows: DatabaseFacts['rows'] = {}
  for (const table of tables) {
    const { n } = one<{ n: number }>(`select count(*) n from (select 1 from "${table}" limit ${most + 1})`)
    // Rows are numbered as they come, so the last number is an estimate from above.
    rows[table] =
      n > most ? { n: one<{ n: number }>(`select max(rowid) n from "${table}"`).n, about: true } : { n, about: false }
  }
  const last = one<{ at: number | null }>('select max(created_at) at from __drizzle_migrations')
  return {
    engine: 'sqlite',
    version: one<{ v: string }>('select sqlite_version() v').v,
    bytes: statSync(file).size,
    logBytes: statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    place: resolve(file),
    free: disk.bavail * disk.bsize,
    rows,
    ...level('sqlite', last.at),
  }
}

async function postgres(pool: pg.Pool, tables: string[]): Promise<DatabaseFacts> {
  const { rows: found } = await pool.query<{ v: string; bytes: string; name: string }>(
    `select current_setting('server_version') v, pg_database_size(current_database())::text bytes, current_database() name`,
  )
  const rows: DatabaseFacts['rows'] = {}
  for (const table of tables) {
    const counted = await pool.query<{ n: number }>(`select count(*)::int n from (select 1 from "${table}" limit ${most + 1}) few`) // prettier-ignore
    const n = counted.rows[0]!.n
    if (n <= most) rows[table] = { n, about: false }
    else {
      const guess = await pool.query<{ n: number }>(`select greatest(reltuples, $2)::float8 n from pg_class where oid = $1::regclass`, [`"${table}"`, n]) // prettier-ignore
      rows[table] = { n: Math.round(guess.rows[0]!.n), about: true }
    }
  }
  const last = await pool.query<{ at: string | null }>(
    'select max(created_at)::text at from drizzle.__drizzle_migrations',
  )
  const { v, bytes, name } = found[0]!
  return {
    engine: 'postgres',
    version: v.split(' ')[0]!,
    bytes: Number(bytes),
    logBytes: null,
    place: name,
    free: null,
    rows,
    ...level('postgres', last.rows[0]?.at == null ? null : Number(last.rows[0].at)),
  }
}

function level(engine: DatabaseFacts['engine'], when: number | null) {
  const all = migrationsOf(engine)
  const at = all.findIndex((migration) => migration.when === when)
  return { migration: all[at]?.tag ?? null, migrations: at + 1 }
}
