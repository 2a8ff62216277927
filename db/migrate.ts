import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { PlainError } from '#app/platform/errors.ts'
import { engineOf, type Engine } from '#db/engine.ts'
import { fileOf } from '#db/store/open.ts'
import { connect } from '#db/store/sqlite.ts'

/** Any number will do, as long as every Koe uses the same. */
const advisoryLock = 5_340_211

/**
 * Brings the database that a URL names to this version's tables.
 * @returns whether the database was new
 * @throws PlainError when it can't be opened or written, is damaged, or was made by a newer Koe
 */
export async function migrate(url: string): Promise<{ fresh: boolean }> {
  return engineOf(url) === 'postgres' ? postgres(url) : sqlite(fileOf(url))
}

function sqlite(file: string) {
  const fresh = !existsSync(file)
  let connection
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    connection = connect(file)
  } catch (error) {
    throw new PlainError(`The database ${file} can't be opened for writing: ${(error as Error).message}.`)
  }
  try {
    // With foreign keys on, rebuilding a table would silently delete the rows that point to it.
    connection.pragma('foreign_keys = OFF')
    const known = connection
      .prepare(`select count(*) n from sqlite_master where name = '__drizzle_migrations'`)
      .get() as { n: number }
    if (known.n) {
      const last = connection.prepare('select max(created_at) at from __drizzle_migrations').get() as {
        at: number | null
      }
      refuseNewer('sqlite', Number(last.at))
    }
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder: folder('sqlite') })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length)
      throw new PlainError(
        `The database ${file} is damaged: ${broken.length} rows point to rows that don't exist. Restore a backup.`,
      )
  } catch (error) {
    if (error instanceof PlainError) throw error
    throw new PlainError(
      `The database ${file} can't be used: ${(error as Error).message}. It may be damaged, or read-only.`,
    )
  } finally {
    connection.close()
  }
  return { fresh }
}

async function postgres(url: string) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    throw new PlainError(`PostgreSQL can't be reached (DATABASE_URL): ${(error as Error).message}.`)
  }
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]) // one process migrates, the others wait
    const known = await client.query<{ at: string | null }>(
      `select to_regclass('drizzle.__drizzle_migrations')::text at`,
    )
    const fresh = !known.rows[0]?.at
    if (!fresh) {
      const last = await client.query<{ at: string }>('select max(created_at) at from drizzle.__drizzle_migrations')
      refuseNewer('postgres', Number(last.rows[0]?.at))
    }
    await migratePostgres(drizzlePostgres(client), { migrationsFolder: folder('postgres') })
    return { fresh }
  } finally {
    await client.end()
  }
}

const folder = (engine: Engine) => resolve('db/migrations', engine)

function refuseNewer(engine: Engine, last: number) {
  const journal = JSON.parse(readFileSync(`${folder(engine)}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  if (last > newest)
    throw new PlainError(
      'The database was made by a newer version of Koe. Start that version, or restore a backup of this one.',
    )
}
