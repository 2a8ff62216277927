import { and, eq, gte, lte, or, sql } from 'drizzle-orm'
import type { DayCounts } from '#app/insights/overview.ts'
import type { Counts } from '#app/statistics/nps.ts'
import type { Metric } from '#db/enums/statistics.ts'
import { scoreDeltas, scores, sendDeltas, sends, windowRepeats } from '#db/schema/insights.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const place = sql.placeholder

/** Of one program, or with an empty id of all programs of a metric. */
export interface Choice {
  metric: Metric
  programId: string
}

const chosen = () =>
  and(eq(programs.metric, place('metric')), or(sql`${place('programId')} = ''`, eq(programs.id, place('programId'))))
/** Written out, not as values: only so is the partial index `scores_all` recognised. */
const wholeDays = sql`${scores.dim} = 'all'`
const total = (column: Parameters<typeof sql>[1]) => sql<number>`sum(${column})`.mapWith(Number)

/** One statement over the table and what waits to be folded, so that a fold between them can't hide or double an answer. */
const daily = statement((db) => {
  const counted = db
    .select({ day: scores.day, low: scores.low, mid: scores.mid, high: scores.high })
    .from(scores)
    .innerJoin(programs, eq(programs.id, scores.programId))
    .where(and(wholeDays, gte(scores.day, place('from')), chosen()))
    .unionAll(
      db
        .select({ day: scoreDeltas.day, low: scoreDeltas.low, mid: scoreDeltas.mid, high: scoreDeltas.high })
        .from(scoreDeltas)
        .innerJoin(programs, eq(programs.id, scoreDeltas.programId))
        .where(and(gte(scoreDeltas.day, place('from')), chosen())),
    )
    .as('counted')
  return db
    .select({ day: counted.day, low: total(counted.low), mid: total(counted.mid), high: total(counted.high) })
    .from(counted)
    .groupBy(counted.day)
})

/** Counted answers by day, from a day on; today's included, folded or not. */
export const answersByDay = (db: Db, choice: Choice, from: number): Promise<DayCounts[]> =>
  daily(db, { ...choice, from })

const repeated = statement((db) =>
  db
    .select({ low: total(windowRepeats.low), mid: total(windowRepeats.mid), high: total(windowRepeats.high) })
    .from(windowRepeats)
    .innerJoin(programs, eq(programs.id, windowRepeats.programId))
    .where(and(lte(windowRepeats.day, place('to')), chosen())),
)

/**
 * Answers of the headline's window that ends on a day whose person answered the same program again within it: not
 * their latest. Follows the answers within seconds, when they are folded.
 */
export async function repeatsUntil(db: Db, choice: Choice, to: number): Promise<Counts> {
  const [row] = await repeated(db, { ...choice, to })
  return { low: row?.low || 0, mid: row?.mid || 0, high: row?.high || 0 }
}

const sent = statement((db) => {
  const both = db
    .select({ invited: sends.invited, failed: sends.failed, answered: sends.answered })
    .from(sends)
    .innerJoin(programs, eq(programs.id, sends.programId))
    .where(and(gte(sends.day, place('from')), lte(sends.day, place('to')), chosen()))
    .unionAll(
      db
        .select({ invited: sendDeltas.invited, failed: sendDeltas.failed, answered: sendDeltas.answered })
        .from(sendDeltas)
        .innerJoin(programs, eq(programs.id, sendDeltas.programId))
        .where(and(gte(sendDeltas.day, place('from')), lte(sendDeltas.day, place('to')), chosen())),
    )
    .as('both_sends')
  return db
    .select({ invited: total(both.invited), failed: total(both.failed), answered: total(both.answered) })
    .from(both)
})

/** What was sent in a window, what of it failed or bounced, and what was answered (whenever). */
export async function sentWithin(db: Db, choice: Choice, window: { from: number; to: number }) {
  const [row] = await sent(db, { ...choice, ...window })
  return { invited: row?.invited || 0, failed: row?.failed || 0, answered: row?.answered || 0 }
}

/** Whether an answer of this choice was ever counted. */
const first = statement((db) =>
  db
    .select({ day: scores.day })
    .from(scores)
    .innerJoin(programs, eq(programs.id, scores.programId))
    .where(and(wholeDays, chosen()))
    .limit(1),
)
export const everAnswered = async (db: Db, choice: Choice): Promise<boolean> =>
  (await first(db, { ...choice })).length > 0
