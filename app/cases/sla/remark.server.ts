import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
import { nextMark } from '#app/cases/sla/run.ts'
import { cases } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

const setNextMark = statement((db) =>
  db
    .update(cases)
    .set({ nextMarkAt: sql`${sql.placeholder('at')}` })
    .where(eq(cases.id, sql.placeholder('caseId'))),
)

/**
 * Writes down when a case comes to its next mark, after anything that moves, stops or starts one of its clocks. Besides,
 * only the job of the marks does, and what opens a case or joins it to another. The caller holds the case's row.
 */
export async function remark(ctx: TxCtx, caseId: string): Promise<void> {
  const of = await clocksOf(ctx, caseId)
  if (!of) return
  const at = nextMark(of.clocks, of.calendar)
  if (at !== of.found.nextMarkAt) await setNextMark(ctx.tx, { caseId, at })
}
