import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { PlainError } from '#app/platform/errors.ts'
import type { Value } from '#db/backup/archive.ts'
import type { Load } from '#db/backup/load-sqlite.ts'
import { readArchive } from '#db/backup/read-archive.ts'
import { connectPostgres, quoted } from '#db/backup/source.ts'
import { migrationsOf, tablesAt, type TableShape } from '#db/migrations.ts'
import type { Db } from '#db/store/store.ts'

/** Replaces everything of Koe's in a database by an archive, in one transaction. */
export async function loadPostgres(url: string, current: string | null, load: Load): Promise<void> {
  const client = await connectPostgres(url)
  try {
    await client.query('begin')
    await dropAll(client, current)
    await fill(client, load)
    await load.settle(drizzle(client) as unknown as Db)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const code = (error as { code?: string }).code
    if (code === '42P07')
      throw new PlainError('The database holds tables of something else with the names of ours. Restore into a database of its own.') // prettier-ignore
    if (code === '42501')
      throw new PlainError(`The user of DATABASE_URL may not make tables here: ${(error as Error).message}.`)
    throw error
  } finally {
    await client.end()
  }
}

async function dropAll(client: pg.Client, current: string | null) {
  if (current === null) return
  for (const { name } of tablesAt(current) ?? []) await client.query(`drop table if exists ${quoted(name)} cascade`)
  await client.query('drop table if exists drizzle.__drizzle_migrations')
}

async function fill(client: pg.Client, { archive, keys, checked }: Load) {
  const all = migrationsOf('postgres')
  const level = all.findIndex(({ tag }) => tag === checked.header.migration)
  await client.query('create schema if not exists drizzle')
  await client.query(
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  )
  const migrate = async (from: number, to: number) => {
    for (const { statements, hash, when } of all.slice(from, to)) {
      for (const statement of statements) await client.query(statement)
      await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [hash, when])
    }
  }
  await migrate(0, level + 1)
  const { tables } = checked.header
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join()}`) // a migration may have put rows in
  const links = await foreignKeys(client)
  for (const { table, name } of links)
    await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`)
  const parts = readArchive(archive, keys)
  for (;;) {
    const next = await parts.next()
    if (next.done) {
      if (next.value.seal !== checked.seal) throw new PlainError('The backup was changed while it was being restored.')
      break
    }
    if (next.value.kind === 'rows') await insert(client, next.value.table, next.value.rows)
  }
  await client.query('set constraints all immediate')
  for (const { table, name } of links)
    await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`)
  await migrate(level + 1, all.length)
  await client.query('analyze')
}

/** Rows come table by table, so what they point to may come later. */
async function foreignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  return rows
}

/** As one JSON text that PostgreSQL takes apart by the table's own types. */
async function insert(client: pg.Client, table: TableShape, rows: Value[][]) {
  const columns = table.columns.map(([column]) => quoted(column)).join()
  const names = table.columns.map(([column]) => JSON.stringify(column))
  const text = rows
    .map((row) => `{${row.map((value, i) => `${names[i]}:${toJson(value, table.columns[i]![1])}`).join()}}`)
    .join()
  await client.query(
    `insert into ${quoted(table.name)} (${columns}) select ${columns} from json_populate_recordset(null::${quoted(table.name)}, $1::json)`,
    [`[${text}]`],
  )
}

function toJson(value: Value, kind: string): string {
  if (value === null) return 'null'
  if (kind === 'bytes') return `"\\\\x${Buffer.from(value as string, 'base64').toString('hex')}"`
  if (kind === 'json') return storable(value as string)
  return kind === 'text' ? JSON.stringify(cleaned(value as string)) : String(value)
}

/** PostgreSQL keeps neither NUL nor half a character in a text; SQLite does. */
const cleaned = (text: string) => text.replaceAll('\0', '\ufffd').toWellFormed()

function storable(json: string): string {
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json
  return JSON.stringify(JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? cleaned(value) : value)))
}
