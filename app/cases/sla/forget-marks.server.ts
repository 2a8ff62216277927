import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
import { remarkBy } from '#app/cases/sla/remark.server.ts'
import { hasCome } from '#app/cases/sla/run.ts'
import { slaMarks } from '#db/schema/cases.ts'

/**
 * Forgets marks of a case that lie ahead again, since it was promised more time: they are told when they come. What
 * follows from its clocks is written down by that.
 */
export async function forgetMarks(ctx: TxCtx, caseId: string): Promise<void> {
  const of = await clocksOf(ctx, caseId)
  if (!of) return
  for (const one of of.clocks) {
    const ahead = [...one.passed].filter((mark) => !hasCome(one.run, mark, ctx.now(), of.calendar))
    if (ahead.length === 0) continue
    await ctx.tx
      .delete(slaMarks)
      .where(
        and(
          eq(slaMarks.subjectId, one.subjectId),
          eq(slaMarks.clock, one.clock),
          eq(slaMarks.startedAt, one.startedAt),
          inArray(slaMarks.mark, ahead),
        ),
      )
    one.passed = new Set([...one.passed].filter((mark) => !ahead.includes(mark)))
  }
  await remarkBy(ctx, of)
}
