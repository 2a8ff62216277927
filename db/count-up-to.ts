import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { mostCounted } from '#app/platform/counted.ts'
import type { Db } from '#db/store/store.ts'

/** How many rows of a table meet a condition, at most `most` + 1. */
export async function countUpTo(
  db: Db,
  table: SQLiteTable,
  condition: SQL | undefined,
  most = mostCounted,
): Promise<number> {
  const some = db.select({ one: sql`1`.as('one') }).from(table).where(condition).limit(most + 1).as('some') // prettier-ignore
  const [row] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some)
  return row!.n
}
