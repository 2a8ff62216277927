import { sql } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { headlineDays } from '#app/insights/overview.ts'
import { addToWindow } from '#app/insights/refresh-repeats.server.ts'
import { repeatedAnswers, windowRepeats } from '#db/schema/insights.ts'

/**
 * Corrects `window_repeats` where it isn't what the repeated answers make. Both are compared by one statement, so that
 * a fold in the meantime changes neither the finding nor, since corrections are added, what comes of it.
 * @returns how many days were wrong
 */
export async function mendRepeats(ctx: Ctx): Promise<number> {
  const db = ctx.store.db
  const of = (one: 'low' | 'mid' | 'high', sign: 1 | -1) =>
    sql<number>`case when ${repeatedAnswers.class} = ${one} then ${sql.raw(String(sign))} else 0 end`.as(one)
  const all = db
    .select({
      programId: repeatedAnswers.programId,
      day: sql<number>`${repeatedAnswers.nextDay}`.as('day'),
      low: of('low', 1),
      mid: of('mid', 1),
      high: of('high', 1),
    })
    .from(repeatedAnswers)
    .unionAll(
      db
        .select({
          programId: repeatedAnswers.programId,
          day: sql<number>`${repeatedAnswers.day} + ${sql.raw(String(headlineDays))}`.as('day'),
          low: of('low', -1),
          mid: of('mid', -1),
          high: of('high', -1),
        })
        .from(repeatedAnswers),
    )
    .unionAll(
      db
        .select({
          programId: windowRepeats.programId,
          day: sql<number>`${windowRepeats.day}`.as('day'),
          low: sql<number>`-${windowRepeats.low}`.as('low'),
          mid: sql<number>`-${windowRepeats.mid}`.as('mid'),
          high: sql<number>`-${windowRepeats.high}`.as('high'),
        })
        .from(windowRepeats),
    )
    .as('both')
  const total = (name: 'low' | 'mid' | 'high') => sql<number>`sum(${all[name]})`.mapWith(Number)
  const wrong = await db
    .select({ programId: all.programId, day: all.day, low: total('low'), mid: total('mid'), high: total('high') })
    .from(all)
    .groupBy(all.programId, sql`${all.day}`)
    .having(sql`sum(${all.low}) <> 0 or sum(${all.mid}) <> 0 or sum(${all.high}) <> 0`)
  for (let at = 0; at < wrong.length; at += 200) {
    await write(ctx, async ({ tx }) => {
      await oneAtATime(tx)
      for (const change of wrong.slice(at, at + 200)) await addToWindow(tx, change)
    })
  }
  return wrong.length
}
