import { isDeepStrictEqual } from 'node:util'

/** What undoing does to a row that an import changed. */
export interface PutBack<Row> {
  /** Columns that go back to what they held before. */
  set: Partial<Row>
  /** Columns that somebody has changed since: they keep their later values. */
  later: string[]
}

/** Columns that only make sense together: an amount isn't put back under a currency that came later. */
const together = [
  ['arrMinor', 'currency', 'arrBaseMinor'],
  ['state', 'leftOn'],
]

/**
 * Column by column: what the import wrote and nobody has touched since goes back; a column that was changed since
 * keeps its later value. `updatedAt` goes back when nothing at all has happened to the row, so that it is as it was.
 */
export function putBack<Row extends { updatedAt: number }>(
  row: Row,
  before: Partial<Row>,
  after: Partial<Row>,
): PutBack<Row> {
  const columns = Object.keys(before) as (keyof Row & string)[]
  const changed = columns.filter(
    (column) => column !== 'updatedAt' && !isDeepStrictEqual(before[column], after[column]),
  )
  const touched = (column: string) =>
    column in after && !isDeepStrictEqual(row[column as keyof Row], after[column as keyof Row])
  const later = changed.filter((column) => {
    const group = together.find((one) => one.includes(column)) ?? [column]
    return group.some(touched)
  })
  const set: Partial<Row> = {}
  for (const column of changed) if (!later.includes(column)) set[column] = before[column]
  const whole = later.length === 0 && row.updatedAt === after.updatedAt && before.updatedAt !== undefined
  if (whole) set.updatedAt = before.updatedAt
  return { set, later }
}
