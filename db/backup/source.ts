import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'
import { PlainError } from '#app/platform/errors.ts'
import { fits, type Value } from '#db/backup/archive.ts'
import { engineOf, type Engine } from '#db/engine.ts'
import { migrationsOf, tablesAt, type ColumnKind, type TableShape } from '#db/migrations.ts'
import { fileOf } from '#db/store/open.ts'

/** A database at one instant, while others go on writing to it. */
export interface Source {
  readonly engine: Engine
  /** Its last migration; null when it has no tables yet. */
  readonly migration: string | null
  /** A table's rows, a few at a time. */
  rows(table: TableShape): AsyncIterable<Value[][]> | Iterable<Value[][]>
  /** Whether a table has any row. */
  any(table: TableShape): Promise<boolean>
  close(): Promise<void>
}

/** Rows of one step. */
const step = 500

/**
 * Opens a database for reading as it is now: a snapshot that holds no writer up on either engine.
 * @throws PlainError when it isn't there, can't be read, or was made by a newer Koe
 */
export function openSource(url: string): Promise<Source> {
  return engineOf(url) === 'postgres' ? postgresSource(url) : sqliteSource(fileOf(url))
}

async function sqliteSource(file: string): Promise<Source> {
  if (!existsSync(file)) throw new PlainError(`There is no database at ${file}.`)
  const connection = opened(file)
  const close = async () => void connection.close()
  try {
    connection.exec('begin') // with the first read, everything stands still for us; the writer goes on in its log
    const known = connection.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get()
    const last = known
      ? (connection.prepare('select max(created_at) at from __drizzle_migrations').get() as { at: number | null })
      : { at: null }
    return {
      engine: 'sqlite',
      migration: levelOf('sqlite', last.at),
      rows: (table) => sqliteRows(connection, table),
      any: async ({ name }) => connection.prepare(`select 1 from ${quoted(name)} limit 1`).get() !== undefined,
      close,
    }
  } catch (error) {
    await close()
    if (error instanceof PlainError) throw error
    throw new PlainError(`The database ${file} can't be read: ${(error as Error).message}.`)
  }
}

function opened(file: string) {
  try {
    const connection = new Database(file, { readonly: true, fileMustExist: true })
    connection.pragma('busy_timeout = 5000')
    return connection
  } catch (error) {
    throw new PlainError(`The database ${file} can't be read: ${(error as Error).message}.`)
  }
}

function* sqliteRows(connection: Database.Database, { name, columns }: TableShape): Iterable<Value[][]> {
  const wanted = columns.map(([column]) => quoted(column)).join()
  const kinds = columns.map(([, kind]) => kind)
  let some: Value[][] = []
  for (const row of connection
    .prepare(`select ${wanted} from ${quoted(name)}`)
    .raw()
    .iterate() as Iterable<unknown[]>) {
    some.push(row.map((value, i) => fromSqlite(value, kinds[i]!)))
    const odd = some.at(-1)!.findIndex((value, i) => !fits(value, kinds[i]!))
    if (odd >= 0)
      throw new PlainError(
        `The database holds a value that can't be in its column ${name}.${columns[odd]![0]}: somebody changed it by hand.`,
      )
    if (some.length === step) {
      yield some
      some = []
    }
  }
  yield some
}

function fromSqlite(value: unknown, kind: ColumnKind): Value {
  if (value === null) return null
  if (kind === 'bool') return value !== 0
  if (kind === 'bytes') return (value as Buffer).toString('base64')
  return value as Value
}

async function postgresSource(url: string): Promise<Source> {
  const client = await connectPostgres(url)
  const close = () => client.end()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const known = await client.query<{ at: string | null }>(
      `select to_regclass('drizzle.__drizzle_migrations')::text at`,
    )
    const last = known.rows[0]?.at
      ? await client.query<{ at: string | null }>('select max(created_at)::text at from drizzle.__drizzle_migrations')
      : null
    return {
      engine: 'postgres',
      migration: levelOf('postgres', last?.rows[0]?.at == null ? null : Number(last.rows[0].at)),
      rows: (table) => postgresRows(client, table),
      any: async ({ name }) => (await client.query(`select 1 from ${quoted(name)} limit 1`)).rows.length > 0,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** @throws PlainError when it can't be reached */
export async function connectPostgres(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query under way rejects
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new PlainError(`PostgreSQL can't be reached (DATABASE_URL): ${(error as Error).message}.`)
  }
}

const asText = { getTypeParser: () => (value: string | null) => value } as unknown as pg.CustomTypesConfig

async function* postgresRows(client: pg.Client, { name, columns }: TableShape): AsyncIterable<Value[][]> {
  const wanted = columns.map(([column]) => quoted(column)).join()
  const kinds = columns.map(([, kind]) => kind)
  await client.query(`declare koe_rows no scroll cursor for select ${wanted} from ${quoted(name)}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${step} from koe_rows`,
      rowMode: 'array',
      types: asText,
    })
    yield rows.map((row) => row.map((value, i) => fromPostgres(value, kinds[i]!)))
    if (rows.length < step) break
  }
  await client.query('close koe_rows')
}

function fromPostgres(value: string | null, kind: ColumnKind): Value {
  if (value === null) return null
  if (kind === 'number') return Number(value)
  if (kind === 'bool') return value === 't'
  if (kind === 'bytes') return Buffer.from(value.slice(2), 'hex').toString('base64')
  return value
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The migration that a database remembers by its time. */
function levelOf(engine: Engine, when: number | null): string | null {
  if (when === null) return null
  const found = migrationsOf(engine).find((migration) => migration.when === when)
  if (!found)
    throw new PlainError('The database was made by another version of Koe, which this one does not know. Use that one.')
  return found.tag
}

/** Rows of any of these make a database one that somebody would miss. */
const missed = ['users', 'accounts', 'contacts', 'programs', 'responses']

/** The level of a database, null without tables of ours, and whether there is anything in it that somebody would miss. */
export async function hasContent(url: string): Promise<{ migration: string | null; full: boolean }> {
  if (engineOf(url) === 'sqlite' && !existsSync(fileOf(url))) return { migration: null, full: false }
  const source = await openSource(url)
  try {
    const { migration } = source
    if (migration === null) return { migration, full: false }
    for (const table of tablesAt(migration)!.filter(({ name }) => missed.includes(name)))
      if (await source.any(table)) return { migration, full: true }
    return { migration, full: false }
  } finally {
    await source.close()
  }
}
