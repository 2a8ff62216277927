import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { engine } from '#db/engine.ts'

/* The dialects differ here and nowhere else. */

/** Whether a folded column contains a text (already folded by `fold()`), wherever it stands. */
export function contains(column: SQLWrapper, text: string): SQL {
  return engine === 'postgres' ? sql`position(${text} in ${column}) > 0` : sql`instr(${column}, ${text}) > 0`
}

/** Whether a folded column begins with a text (already folded); SQLite looks it up in the column's index. */
export function startsWith(column: SQLWrapper, text: string): SQL {
  return engine === 'postgres'
    ? sql`starts_with(${column}, ${text})`
    : sql`(${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`})`
}

/**
 * Whether a column is one of many texts that are bound as one value, so that the statement stays prepared whatever
 * their number: building and compiling a list of two hundred costs as much as finding them. The value comes from
 * `manyTexts`.
 */
export function amongTexts(column: SQLWrapper, placeholder: string): SQL {
  const texts = sql.placeholder(placeholder)
  return engine === 'postgres'
    ? sql`${column} = any(${texts}::text[])`
    : sql`${column} in (select value from json_each(${texts}))`
}

export const manyTexts = (texts: Iterable<string>) => (engine === 'postgres' ? [...texts] : JSON.stringify([...texts]))

/** How many rows of a group meet a condition. */
export const countIf = (condition: SQL | undefined) =>
  sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number)

/**
 * All rows of a query as one value, each a list of these columns: what is only counted costs half as much to hand over
 * as by the row. What is no text or number differs by engine.
 */
export function asOneValue<Row extends unknown[]>(columns: SQLWrapper[]): SQL<Row[]> {
  const list = sql.join(columns, sql`, `)
  const value = engine === 'postgres' ? sql`json_agg(json_build_array(${list}))` : sql`json_group_array(json_array(${list}))` // prettier-ignore
  return value.mapWith((rows: string | Row[] | null) => (typeof rows === 'string' ? (JSON.parse(rows) as Row[]) : rows)) as SQL<Row[]> // prettier-ignore
}

/** Rows that a competing process has locked are skipped; on SQLite there is one writer, so nothing needs it. */
export function skipLocked(): SQL {
  return engine === 'postgres' ? sql`for update skip locked` : sql``
}

/** The rows are this transaction's until it ends; on SQLite there is one writer, so nothing needs it. */
export function forUpdate(): SQL {
  return engine === 'postgres' ? sql`for update` : sql``
}

/** Whether an error says that a unique rule refused the row, on either engine and through Drizzle's wrapping. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true
  }
  return false
}

/** Whether a transaction failed only because another was in its way: run again from its start, it will pass. */
export function isPassing(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (at.code === '40001' || at.code === '40P01')) return true
  }
  return false
}
