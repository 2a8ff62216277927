import { asc, inArray, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { addToScores, oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { CellSums } from '#app/insights/cells.ts'
import { refreshRepeats } from '#app/insights/refresh-repeats.server.ts'
import { scoreDeltas } from '#db/schema/insights.ts'
import { statement } from '#db/statement.ts'

/** Rows of one write: the next answer waits no longer than for these. */
const most = 200

const oldest = statement((db) =>
  db.select().from(scoreDeltas).orderBy(asc(scoreDeltas.id)).limit(sql.placeholder('most')),
)

/**
 * Moves waiting score changes into the score table, at most 200 rows in one write. A change is deleted in the
 * transaction that adds it, so each is counted exactly once, whenever a process dies.
 * @returns how many changes were folded; 0 when none wait
 */
export async function foldScores(ctx: Ctx): Promise<number> {
  const [waiting] = await oldest(ctx.store.db, { most: 1 })
  if (!waiting) return 0
  return write(ctx, foldBatch)
}

async function foldBatch(ctx: TxCtx): Promise<number> {
  await oneAtATime(ctx.tx)
  const waiting = await oldest(ctx.tx, { most })
  const cells = new CellSums()
  const taken: typeof waiting = []
  for (const delta of waiting) {
    if (taken.length > 0 && cells.size > most) break
    cells.add(delta.programId, delta.day, delta, delta)
    taken.push(delta)
  }
  if (taken.length === 0) return 0
  const ids = taken.map((delta) => delta.id)
  await ctx.tx.delete(scoreDeltas).where(inArray(scoreDeltas.id, ids))
  await addToScores(ctx.tx, cells.rows())
  await refreshRepeats(ctx, [...new Set(taken.map((delta) => delta.responseId))])
  return taken.length
}
