import type { Action } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { ExportName } from '#app/audit/export/words.ts'
import type { Locale, Translate, Word } from '#app/platform/words.ts'

/** Rows of one step: about two milliseconds of reading, so that answers get their turn between two. */
export const exportStep = 200

export type Cell = string | number | boolean | null | undefined | readonly string[]

/** What a column may need beyond its row. */
export interface Show {
  t: Translate
  locale: Locale
  /** Milliseconds UTC as ISO 8601 in the organisation's zone. */
  iso: (at: number | null | undefined) => string | null
  /** A day number as `YYYY-MM-DD`. */
  day: (day: number | null | undefined) => string | null
}

export interface ExportColumn<Row> {
  /** Its name in JSON, the same in every language. */
  key: string
  head: Word
  /** What JSON holds, codes as codes. A number stays a number in CSV too. */
  value: (row: Row, show: Show) => Cell
  /** What CSV says in the reader's language instead of a code. */
  word?: (row: Row) => Word | null | undefined
}

export interface ExportPage<Row> {
  rows: Row[]
  next: string | null
}

/** One step of rows read in the order of their ids, one more than a step: the one too many says that there is another. */
export function stepOf<Row extends { id: string }>(found: Row[]): ExportPage<Row> {
  const rows = found.slice(0, exportStep)
  return { rows, next: found.length > exportStep ? rows.at(-1)!.id : null }
}

/**
 * What a room says of a list that can leave: who may (as for its screen), how a query becomes a filter (the screen's
 * own), how to read on after a cursor, and the columns. Rows hold nothing that the screen hides from this actor.
 */
export interface ExportList<Row, Filter extends object> {
  /** In the audit; its words name the file. */
  name: ExportName
  access: Action
  filter: (query: Record<string, string>) => Filter
  /**
   * At most `exportStep` rows after a cursor, by a key that no change moves: what is edited meanwhile comes neither
   * twice nor not at all. One short read a step: none keeps SQLite's log from starting over.
   */
  page: (ctx: Ctx, filter: Filter, after: string | null) => Promise<ExportPage<Row>>
  columns: readonly ExportColumn<Row>[]
}

/**
 * Of a query, what a list's own schema understands, as it was written: for a list that reads its query at every step,
 * since what a schema has made of a value it need not take for one.
 */
export const understood =
  (schema: { parse: (query: unknown) => object }) =>
  (query: Record<string, string>): Record<string, string> => {
    const known: Record<string, unknown> = { ...schema.parse(query) }
    return Object.fromEntries(Object.entries(query).filter(([name]) => known[name] !== undefined))
  }

/** Where a page begins and in which order: of no weight for a file. */
const left = new Set(['after', 'limit', 'sort'])

/** What a reader types. */
const typed = new Set(['q', 'tag'])

/** Of a filter, what the audit may keep: ids, codes and numbers; of typed text (a name, an address, a tag) only that it was there. */
export function auditedFilter(filter: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === null || value === '' || left.has(name)) continue
    kept[name] = typed.has(name) ? true : (value as unknown)
  }
  return kept
}
