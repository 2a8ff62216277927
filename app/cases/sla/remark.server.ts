import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { clocksOf, type CaseClocks } from '#app/cases/sla/clocks-of.server.ts'
import { lateFrom, nextMark } from '#app/cases/sla/run.ts'
import { cases } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

const p = sql.placeholder
const setClocks = statement((db) =>
  db
    .update(cases)
    .set({ nextMarkAt: sql`${p('nextMarkAt')}`, waiting: sql`${p('waiting')}`, lateAt: sql`${p('lateAt')}` })
    .where(eq(cases.id, p('caseId'))),
)

/**
 * Writes down what follows from the clocks of a case: its next mark, how many wait, and when it is late; after anything
 * that moves, stops or starts one of them. Besides, the job of the marks sets the next one, and what opens a case all
 * three. The caller holds the case's row.
 */
export async function remark(ctx: TxCtx, caseId: string): Promise<void> {
  const of = await clocksOf(ctx, caseId)
  if (of) await remarkBy(ctx, of)
}

/** The same by clocks that were read already. */
export async function remarkBy(ctx: TxCtx, { found, clocks, calendar }: CaseClocks): Promise<void> {
  const nextMarkAt = nextMark(clocks, calendar)
  const waiting = clocks.filter(({ clock }) => clock === 'reply').length
  const lateAt = lateFrom(clocks.map(({ run }) => run))
  if (nextMarkAt !== found.nextMarkAt || waiting !== found.waiting || lateAt !== found.lateAt)
    await setClocks(ctx.tx, { caseId: found.id, nextMarkAt, waiting, lateAt })
}
