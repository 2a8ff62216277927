import type Database from 'better-sqlite3'
import { is, Param, Placeholder } from 'drizzle-orm'
import * as internals from 'drizzle-orm/utils'

type Values = Record<string, unknown>
type MapRow = (fields: object[], row: unknown[], nullable?: Record<string, boolean>) => unknown

/** Exported, but not among its types. */
const { mapResultRow } = internals as unknown as { mapResultRow: MapRow }

/** What Drizzle keeps of a prepared query on better-sqlite3 (0.45.4; a test compares the results). */
export interface PreparedSqlite {
  stmt: Database.Statement
  query: { params: unknown[] }
  executeMethod: 'run' | 'all' | 'get' | 'values'
  fields?: object[]
  joinsNotNullableMap?: Record<string, boolean>
}

/**
 * Runs a prepared query as Drizzle does, with what every value is looked up and written by worked out once: to ask each
 * parameter of each call again for its kind takes longer than SQLite needs for the row.
 */
export function runnerOf({ stmt, query, executeMethod, fields, joinsNotNullableMap }: PreparedSqlite) {
  const readers = query.params.map(readerOf)
  const bind = (values: Values) => readers.map((read) => read(values))
  if (executeMethod === 'run') return (values: Values) => stmt.run(...bind(values))
  if (!fields) return (values: Values) => stmt.all(...bind(values))
  return (values: Values) =>
    (stmt.raw().all(...bind(values)) as unknown[][]).map((row) => mapResultRow(fields, row, joinsNotNullableMap))
}

function readerOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) return valueOf(param.name)
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder } = param
  const value = valueOf(param.value.name)
  return (values) => encoder.mapToDriverValue(value(values))
}

const valueOf = (name: string) => (values: Values) => {
  const value = values[name]
  if (value === undefined) throw new Error(`No value for placeholder "${name}" was provided`)
  return value
}
