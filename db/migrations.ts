import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Engine } from '#db/engine.ts'

export interface Migration {
  /** `0003_what_changed`, the same on both engines. */
  readonly tag: string
  /** What the database remembers it by. */
  readonly when: number
  readonly hash: string
  readonly statements: string[]
}

export const migrationsFolder = (engine: Engine) => resolve('db/migrations', engine)

/** The migrations that this version knows, oldest first. */
export function migrationsOf(engine: Engine): Migration[] {
  const { entries } = read(`${migrationsFolder(engine)}/meta/_journal.json`) as { entries: { tag: string }[] }
  const found = readMigrationFiles({ migrationsFolder: migrationsFolder(engine) })
  return found.map((migration, i) => ({
    tag: entries[i]!.tag,
    when: migration.folderMillis,
    hash: migration.hash,
    statements: migration.sql,
  }))
}

/** What a column holds, in words that both engines share. */
export type ColumnKind = 'text' | 'number' | 'bool' | 'json' | 'bytes'

export interface TableShape {
  readonly name: string
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[]
}

const kinds: Record<string, ColumnKind> = {
  text: 'text',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  boolean: 'bool',
  jsonb: 'json',
  bytea: 'bytes',
}

interface Snapshot {
  tables: Record<string, { name: string; columns: Record<string, { name: string; type: string; generated?: unknown }> }>
}

/** The tables as they are after a migration, in order of name; null when this version doesn't know it. */
export function tablesAt(tag: string): TableShape[] | null {
  // PostgreSQL's notes tell apart what SQLite stores alike: a number from yes or no, a text from JSON.
  const at = migrationsOf('postgres').findIndex((migration) => migration.tag === tag)
  if (at < 0) return null
  const { tables } = read(
    `${migrationsFolder('postgres')}/meta/${tag.slice(0, tag.indexOf('_'))}_snapshot.json`,
  ) as Snapshot
  return Object.values(tables)
    .map(({ name, columns }) => ({
      name,
      columns: Object.values(columns)
        .filter((column) => !column.generated)
        .map((column) => [column.name, kindOf(name, column)] as const),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function kindOf(table: string, column: { name: string; type: string }): ColumnKind {
  const kind = kinds[column.type]
  if (!kind) throw new Error(`${table}.${column.name} is of a type that a backup doesn't know: ${column.type}`)
  return kind
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
