import { sql } from 'drizzle-orm'
import { engine } from '#db/engine.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

type Table = Parameters<Db['insert']>[0]

/** Rows of one statement, largest first: PostgreSQL pays for every round trip, SQLite only for every value. */
const sizes = engine === 'postgres' ? [100, 20, 1] : [1]

/**
 * Inserts many rows of one table through prepared statements; every row must have every one of `columns`.
 *
 * @example
 * const insertContacts = rowsInsert(contacts, ['id', 'name'])
 * await insertContacts(tx, rows)
 */
export function rowsInsert<T extends Table>(table: T, columns: readonly (keyof T['$inferInsert'] & string)[]) {
  const statements = sizes.map((size) => ({
    size,
    names: Array.from({ length: size }, (_, row) => columns.map((column) => `${column}_${row}`)),
    run: statement((db) =>
      db
        .insert(table as Table)
        .values(
          Array.from({ length: size }, (_, row) =>
            Object.fromEntries(columns.map((column) => [column, sql.placeholder(`${column}_${row}`)])),
          ),
        ),
    ),
  }))
  return async (tx: Db, rows: readonly T['$inferInsert'][]): Promise<void> => {
    let at = 0
    for (const { size, names, run } of statements) {
      while (rows.length - at >= size) {
        const values: Record<string, unknown> = {}
        for (let i = 0; i < size; i++) {
          const row = rows[at + i] as Record<string, unknown>
          const of = names[i]!
          for (let c = 0; c < columns.length; c++) values[of[c]!] = row[columns[c]!]
        }
        await run(tx, values)
        at += size
      }
    }
  }
}
