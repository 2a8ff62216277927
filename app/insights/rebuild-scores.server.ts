import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, isNotNull, max, min, sql } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { addToScores, oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { CellSums } from '#app/insights/cells.ts'
import { mendRepeats } from '#app/insights/mend-repeats.server.ts'
import { refreshRepeatsOf } from '#app/insights/refresh-repeats.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { scoreDeltas, scores } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import type { Db } from '#db/store/store.ts'
import type { Class } from '#db/enums/statistics.ts'

/** Job `insights.rebuild-scores`: counts everything again from the responses. Answers may come in meanwhile. */
export const rebuildScores: JobHandler = async (ctx, run) => {
  const days = await daysOf(ctx.store.db)
  if (!days) return
  const total = days.last - days.first + 1
  for (let day = days.first; day <= days.last; day++) {
    if (run.stopping()) return { again: ctx.now() }
    await write(ctx, (ctx) => rebuildDay(ctx, day))
    if ((day - days.first) % 20 === 0) await run.progress({ done: day - days.first, total, stage: 'days' })
    await breathe()
  }
  let after = ''
  for (let people = 0; ; people += 100) {
    const contactIds = await contactsAfter(ctx, after)
    if (contactIds.length === 0) break
    await write(ctx, async (ctx) => {
      await oneAtATime(ctx.tx)
      await refreshRepeatsOf(ctx, contactIds)
    })
    after = contactIds.at(-1)!
    if (people % 2000 === 0) await run.progress({ done: people, total: 0, stage: 'people' })
    await breathe()
  }
  await mendRepeats(ctx)
}

async function daysOf(db: Db): Promise<{ first: number; last: number } | null> {
  const found: (number | null)[] = []
  for (const table of [responses, scores, scoreDeltas]) {
    const [row] = await db.select({ first: min(table.day), last: max(table.day) }).from(table)
    found.push(row?.first ?? null, row?.last ?? null)
  }
  const days = found.filter((day) => day !== null)
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) }
}

/**
 * Counts one day again. Answers and waiting changes are read by ONE statement, so that an answer that commits now is
 * either in both (and its change goes) or in neither (and its change is folded later).
 */
async function rebuildDay({ tx }: TxCtx, day: number): Promise<void> {
  await oneAtATime(tx)
  const { counted, deltaIds } = await snapshot(tx, day)
  for (let at = 0; at < deltaIds.length; at += 500) {
    await tx.delete(scoreDeltas).where(inArray(scoreDeltas.id, deltaIds.slice(at, at + 500)))
  }
  await tx.delete(scores).where(eq(scores.day, day))
  const cells = new CellSums()
  for (const { programId, traits, class: one, score } of counted) {
    cells.add(programId, day, traits, {
      n: 1,
      low: one === 'low' ? 1 : 0,
      mid: one === 'mid' ? 1 : 0,
      high: one === 'high' ? 1 : 0,
      sum: score,
    })
  }
  await addToScores(tx, cells.rows())
}

async function snapshot(tx: Db, day: number) {
  const traits = (table: typeof responses | typeof scoreDeltas) => ({
    tier: table.tier,
    region: table.region,
    industry: table.industry,
    plan: table.plan,
    stage: table.stage,
    ownerId: table.ownerId,
    products: table.products,
  })
  const rows = await tx
    .select({
      programId: responses.programId,
      language: sql<string>`${responses.language}`.as('language'),
      ...traits(responses),
      class: sql<Class | null>`${responses.class}`.as('class'),
      score: responses.score,
      deltaId: sql<string | null>`null`.as('delta_id'),
    })
    .from(responses)
    .where(and(eq(responses.day, day), eq(responses.counts, true)))
    .unionAll(
      tx
        .select({
          programId: scoreDeltas.programId,
          language: sql<string>`${scoreDeltas.language}`.as('language'),
          ...traits(scoreDeltas),
          class: sql<Class | null>`null`.as('class'),
          score: scoreDeltas.sum,
          deltaId: sql<string | null>`${scoreDeltas.id}`.as('delta_id'),
        })
        .from(scoreDeltas)
        .where(eq(scoreDeltas.day, day)),
    )
  return {
    deltaIds: rows.flatMap((row) => row.deltaId ?? []),
    counted: rows.flatMap((row) =>
      row.class ? [{ programId: row.programId, class: row.class, score: row.score, traits: row }] : [],
    ),
  }
}

async function contactsAfter(ctx: Ctx, after: string): Promise<string[]> {
  const rows = await ctx.store.db
    .selectDistinct({ contactId: responses.contactId })
    .from(responses)
    .where(and(isNotNull(responses.contactId), gt(responses.contactId, after)))
    .orderBy(asc(responses.contactId))
    .limit(100)
  return rows.map((row) => row.contactId!)
}
