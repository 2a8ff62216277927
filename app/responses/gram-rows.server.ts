import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { responseGrams } from '#db/schema/responses.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/* Statements on `response_grams`, prepared once: there are dozens of rows to a comment. */

const p = sql.placeholder
/** Grams of one statement; fewer are filled up with one that no text has. */
const atOnce = 50
const nowhere = ' '
const gramPlaces = Array.from({ length: atOnce }, (_, i) => p(`gram${i}`))

function* inGroups(grams: string[]): Generator<Record<string, unknown>> {
  for (let from = 0; from < grams.length; from += atOnce) {
    const values: Record<string, unknown> = {}
    for (let i = 0; i < atOnce; i++) values[`gram${i}`] = grams[from + i] ?? nowhere
    yield values
  }
}

const selectSlots = statement((db) =>
  db
    .select({ gram: responseGrams.gram, slots: responseGrams.slots })
    .from(responseGrams)
    .where(and(eq(responseGrams.bucket, p('bucket')), inArray(responseGrams.gram, gramPlaces))),
)
/** The slots of grams in one bucket, as stored. */
export async function slotsIn(tx: Db, bucket: number, grams: string[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const group of inGroups(grams)) {
    for (const row of await selectSlots(tx, { ...group, bucket })) found.set(row.gram, row.slots)
  }
  return found
}

/** Writes slots, whether there were some before or not. */
export const putSlots = rowsInsert(responseGrams, ['gram', 'bucket', 'slots'], {
  replace: [responseGrams.bucket, responseGrams.gram],
})

type Joined = { bucket: number } & Record<`slots${number}`, Uint8Array>

/** One statement for each number of grams: the buckets that have them all, highest first, with the slots of each gram. */
const joins = new Map<number, (db: Db, values: Record<string, unknown>) => Promise<Joined[]>>()

function joinOf(grams: number) {
  let join = joins.get(grams)
  if (!join) joins.set(grams, (join = makeJoin(grams)))
  return join
}

function makeJoin(grams: number) {
  const names = Array.from({ length: grams }, (_, i) => sql.raw(`g${i}`))
  const joined: SQL[] = names.map(
    (name, i) =>
      sql`join ${responseGrams} as ${name} on ${name}.bucket = leaf.bucket and ${name}.gram = ${p(`gram${i}`)}`,
  )
  const columns = { bucket: sql<number>`leaf.bucket`.mapWith(Number) } as Record<string, SQL>
  names.forEach((name, i) => (columns[`slots${i}`] = sql`${name}.slots`))
  return statement((db) =>
    db
      .select(columns)
      .from(sql.join([sql`${responseGrams} as leaf`, ...joined], sql` `))
      .where(sql`leaf.gram = '' and leaf.bucket between ${p('lower')} and ${p('upper')}`)
      .orderBy(sql`leaf.bucket desc`)
      .limit(p('limit')),
  ) as unknown as (db: Db, values: Record<string, unknown>) => Promise<Joined[]>
}

/** The highest buckets of a range that have all of the grams, with each gram's slots. */
export async function bucketsWith(
  db: Db,
  grams: string[],
  range: { lower: number; upper: number; limit: number },
): Promise<{ bucket: number; slots: Uint8Array[] }[]> {
  const values: Record<string, unknown> = { ...range }
  grams.forEach((gram, i) => (values[`gram${i}`] = gram))
  const rows = await joinOf(grams.length)(db, values)
  return rows.map((row) => ({ bucket: row.bucket, slots: grams.map((_, i) => row[`slots${i}`]!) }))
}
