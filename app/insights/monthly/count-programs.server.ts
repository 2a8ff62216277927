import { and, gte, lte, sql } from 'drizzle-orm'
import type { Counts } from '#app/statistics/nps.ts'
import { scoreDeltas, scores, sendDeltas, sends } from '#db/schema/insights.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const place = sql.placeholder
const total = (column: Parameters<typeof sql>[1]) => sql<number>`sum(${column})`.mapWith(Number)
/** Written out, as in `count-answers.server.ts`: only so is the partial index `scores_all` recognised. */
const wholeDays = sql`${scores.dim} = 'all'`

const counted = statement((db) => {
  const both = db
    .select({ programId: scores.programId, low: scores.low, mid: scores.mid, high: scores.high })
    .from(scores)
    .where(and(wholeDays, gte(scores.day, place('from')), lte(scores.day, place('to'))))
    .unionAll(
      db
        .select({
          programId: scoreDeltas.programId,
          low: scoreDeltas.low,
          mid: scoreDeltas.mid,
          high: scoreDeltas.high,
        })
        .from(scoreDeltas)
        .where(and(gte(scoreDeltas.day, place('from')), lte(scoreDeltas.day, place('to')))),
    )
    .as('counted')
  return db
    .select({
      programId: both.programId,
      low: total(both.low),
      mid: total(both.mid),
      high: total(both.high),
    })
    .from(both)
    .groupBy(both.programId)
})

const sent = statement((db) => {
  const both = db
    .select({ programId: sends.programId, invited: sends.invited, failed: sends.failed, answered: sends.answered })
    .from(sends)
    .where(and(gte(sends.day, place('from')), lte(sends.day, place('to'))))
    .unionAll(
      db
        .select({
          programId: sendDeltas.programId,
          invited: sendDeltas.invited,
          failed: sendDeltas.failed,
          answered: sendDeltas.answered,
        })
        .from(sendDeltas)
        .where(and(gte(sendDeltas.day, place('from')), lte(sendDeltas.day, place('to')))),
    )
    .as('both_sends')
  return db
    .select({
      programId: both.programId,
      invited: total(both.invited),
      failed: total(both.failed),
      answered: total(both.answered),
    })
    .from(both)
    .groupBy(both.programId)
})

/** Counted answers of each program by their first day, both ends included; folded or not. */
export async function answersByProgram(db: Db, window: { from: number; to: number }): Promise<Map<string, Counts>> {
  return new Map((await counted(db, window)).map(({ programId, ...counts }) => [programId, counts]))
}

/** What each program sent in a window, what of it failed, and what was answered (whenever). */
export async function sentByProgram(db: Db, window: { from: number; to: number }) {
  return new Map((await sent(db, window)).map(({ programId, ...counts }) => [programId, counts]))
}
