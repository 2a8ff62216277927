import { getTableColumns, sql } from 'drizzle-orm'
import { engine } from '#db/engine.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

type IndexColumn = Extract<Parameters<ReturnType<ReturnType<Db['insert']>['values']>['onConflictDoUpdate']>[0]['target'], unknown[]>[number] // prettier-ignore
type Table = Parameters<Db['insert']>[0]

/** Rows of one statement, largest first: PostgreSQL pays for every round trip, SQLite only for every value. */
const sizes = engine === 'postgres' ? [100, 20] : []

/**
 * Inserts many rows of one table through prepared statements; every row must have every one of `columns`. With
 * `replace`, the columns of a unique rule, a row that is there already takes the new values.
 *
 * @example
 * const insertContacts = rowsInsert(contacts, ['id', 'name'])
 * await insertContacts(tx, rows)
 */
export function rowsInsert<T extends Table>(
  table: T,
  columns: readonly (keyof T['$inferInsert'] & string)[],
  { replace }: { replace?: IndexColumn[] } = {},
) {
  const types = getTableColumns(table as never) as Record<string, { dataType: string; name: string }>
  // A bare placeholder costs a tenth of one that an encoder stands behind; text and numbers need none.
  const value = (column: string, name: string) =>
    types[column]!.dataType === 'string' || types[column]!.dataType === 'number'
      ? sql`${sql.placeholder(name)}`
      : sql.placeholder(name)
  const kept = new Set<unknown>(replace)
  const set = Object.fromEntries(
    columns
      .filter((column) => !kept.has(types[column]))
      .map((column) => [column, sql.raw(`excluded."${types[column]!.name}"`)]),
  )
  type Insert = ReturnType<ReturnType<Db['insert']>['values']>
  const orReplace = (insert: Insert) => (replace ? insert.onConflictDoUpdate({ target: replace, set }) : insert)
  const insertOne = statement((db) =>
    orReplace(
      db.insert(table as Table).values(Object.fromEntries(columns.map((column) => [column, value(column, column)]))),
    ),
  )
  const many = sizes.map((size) => ({
    size,
    run: statement((db) =>
      orReplace(
        db
          .insert(table as Table)
          .values(
            Array.from({ length: size }, (_, row) =>
              Object.fromEntries(columns.map((column) => [column, value(column, `${column}_${row}`)])),
            ),
          ),
      ),
    ),
  }))
  return async (tx: Db, rows: readonly T['$inferInsert'][]): Promise<void> => {
    let at = 0
    for (const { size, run } of many) {
      for (; rows.length - at >= size; at += size) await run(tx, named(rows.slice(at, at + size), columns))
    }
    for (; at < rows.length; at++) await insertOne(tx, rows[at])
  }
}

function named(rows: readonly Record<string, unknown>[], columns: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  rows.forEach((row, i) => {
    for (const column of columns) values[`${column}_${i}`] = row[column]
  })
  return values
}
