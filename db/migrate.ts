import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { PlainError } from '#app/platform/errors.ts'
import { engineOf, type Engine } from '#db/engine.ts'
import { migrationsFolder, migrationsOf } from '#db/migrations.ts'
import { fileOf } from '#db/store/open.ts'
import { connect } from '#db/store/sqlite.ts'

/** Any number will do, as long as every Koe uses the same. */
const advisoryLock = 5_340_211

/** Takes a backup of a database that is about to be changed; the file it is in, or null when nothing was worth one. */
export type BeforeUpgrade = () => Promise<string | null>

/**
 * Brings the database that a URL names to this version's tables, after a backup when it has older ones.
 * @returns whether the database was new
 * @throws PlainError when it can't be opened or written, is damaged, or was made by a newer Koe
 */
export async function migrate(
  url: string,
  beforeUpgrade: BeforeUpgrade = async () => null,
): Promise<{ fresh: boolean }> {
  return engineOf(url) === 'postgres' ? postgres(url, beforeUpgrade) : sqlite(fileOf(url), beforeUpgrade)
}

async function sqlite(file: string, beforeUpgrade: BeforeUpgrade) {
  const fresh = !existsSync(file)
  let connection
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    connection = connect(file)
  } catch (error) {
    throw new PlainError(`The database ${file} can't be opened for writing: ${(error as Error).message}.`)
  }
  let kept: string | null = null
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
      kept = await checkLevel('sqlite', last.at, beforeUpgrade)
    }
    migrateSqlite(drizzleSqlite(connection), { migrationsFolder: migrationsFolder('sqlite') })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length)
      throw new PlainError(
        `The database ${file} is damaged: ${broken.length} rows point to rows that don't exist. Restore a backup.`,
      )
  } catch (error) {
    if (error instanceof PlainError) throw error
    if (kept) throw upgradeFailed(error, kept)
    throw new PlainError(
      `The database ${file} can't be used: ${(error as Error).message}. It may be damaged, or read-only.`,
    )
  } finally {
    connection.close()
  }
  return { fresh }
}

async function postgres(url: string, beforeUpgrade: BeforeUpgrade) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    throw new PlainError(`PostgreSQL can't be reached (DATABASE_URL): ${(error as Error).message}.`)
  }
  let kept: string | null = null
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]) // one process migrates, the others wait
    const known = await client.query<{ at: string | null }>(
      `select to_regclass('drizzle.__drizzle_migrations')::text at`,
    )
    const fresh = !known.rows[0]?.at
    if (!fresh) {
      const last = await client.query<{ at: string }>('select max(created_at) at from drizzle.__drizzle_migrations')
      kept = await checkLevel('postgres', last.rows[0]?.at ?? null, beforeUpgrade)
    }
    await migratePostgres(drizzlePostgres(client), { migrationsFolder: migrationsFolder('postgres') })
    return { fresh }
  } catch (error) {
    throw kept ? upgradeFailed(error, kept) : error
  } finally {
    await client.end()
  }
}

/** @returns where the backup is that was taken because older tables are about to change; null when none was needed */
async function checkLevel(engine: Engine, last: string | number | null, beforeUpgrade: BeforeUpgrade) {
  const newest = Math.max(...migrationsOf(engine).map((migration) => migration.when))
  if (last === null || Number(last) === newest) return null
  if (Number(last) > newest)
    throw new PlainError(
      'The database was made by a newer version of Koe. Start that version, or restore a backup of this one.',
    )
  return beforeUpgrade()
}

const upgradeFailed = (error: unknown, kept: string) =>
  new PlainError(
    `The upgrade of the database failed, and nothing of it was changed: ${messageOf(error)}. A backup from before is at ${kept}. Start the version from before, or report this.`,
  )

function messageOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause) at = at.cause
  return at instanceof Error ? at.message : String(at)
}
