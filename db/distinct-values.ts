import { sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/store/store.ts'

/**
 * The values of a text column in their order, at most `most`, without null. The column leads an index: each value is looked
 * up behind the one before, so that few values of many rows take few steps and no scan.
 */
export async function distinctValues(db: Db, column: SQLiteColumn, most: number): Promise<string[]> {
  const next = (after: ReturnType<typeof sql>) => sql`select min(${column}) from ${column.table} where ${after}`
  const found = sql`(with recursive found(value) as (${next(sql`1 = 1`)} union all select (${next(sql`${column} > found.value`)}) from found where found.value is not null) select value from found where value is not null limit ${most}) as found` // prettier-ignore
  const rows = await db.select({ value: sql<string>`value` }).from(found)
  return rows.map(({ value }) => value)
}
