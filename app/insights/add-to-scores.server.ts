import { and, eq, sql } from 'drizzle-orm'
import type { Cell, Sums } from '#app/insights/cells.ts'
import { scores } from '#db/schema/insights.ts'
import { nameLock } from '#db/lock.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

/** Folding and rebuilding take turns: a fold in the middle of a rebuilt day would be lost or counted twice. */
export const oneAtATime = nameLock('insights.scores')

const place = sql.placeholder
const added = (name: keyof Sums) => sql`${scores[name]} + ${sql.raw(`excluded.${name}`)}`

const upsert = statement((db) =>
  db
    .insert(scores)
    .values({
      programId: place('programId'),
      day: place('day'),
      dim: place('dim'),
      value: place('value'),
      n: place('n'),
      low: place('low'),
      mid: place('mid'),
      high: place('high'),
      sum: place('sum'),
    })
    .onConflictDoUpdate({
      target: [scores.programId, scores.day, scores.dim, scores.value],
      set: { n: added('n'), low: added('low'), mid: added('mid'), high: added('high'), sum: added('sum') },
    })
    .returning({ n: scores.n, low: scores.low, mid: scores.mid, high: scores.high, sum: scores.sum }),
)

const drop = statement((db) =>
  db
    .delete(scores)
    .where(
      and(
        eq(scores.programId, place('programId')),
        eq(scores.day, place('day')),
        eq(scores.dim, place('dim')),
        eq(scores.value, place('value')),
      ),
    ),
)

/** Not by `n` alone: half of a changed score may be folded before its other half. */
const isEmpty = ({ n, low, mid, high, sum }: Sums) => !n && !low && !mid && !high && !sum

/** Adds to the score table, place by place; a place that nobody is counted in any more goes. */
export async function addToScores(tx: Db, rows: (Cell & Sums)[]): Promise<void> {
  for (const row of rows) {
    if (isEmpty(row)) continue
    const [left] = await upsert(tx, { ...row })
    if (left && isEmpty(left)) await drop(tx, { ...row })
  }
}
