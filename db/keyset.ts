import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** Where something stands in an order of two columns. */
export interface Place<Key extends number | string = number> {
  key: Key
  id: string
}

/*
 * Rows past a cursor in an order of two columns, as one comparison of pairs. Written with `or`, SQLite reads every
 * row before the cursor again: a list of a million would be read a thousand times over.
 */

/** Falling order: what comes after the cursor. */
export const below = (key: SQLWrapper, id: SQLWrapper, from: Place<number | string>): SQL =>
  sql`(${key}, ${id}) < (${from.key}, ${from.id})`

/** Rising order: what comes after the cursor. */
export const above = (key: SQLWrapper, id: SQLWrapper, from: Place<number | string>): SQL =>
  sql`(${key}, ${id}) > (${from.key}, ${from.id})`

/** Falling order: what comes before a place, and the place itself; rising: what comes after it, and itself. */
export const notBelow = (key: SQLWrapper, id: SQLWrapper, from: Place<number | string>): SQL =>
  sql`(${key}, ${id}) >= (${from.key}, ${from.id})`
