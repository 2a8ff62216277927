import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
import { hasCome } from '#app/cases/sla/run.ts'
import { slaMarks } from '#db/schema/cases.ts'

/** Forgets marks of a case that lie ahead again, since it was promised more time: they are told when they come. */
export async function forgetMarks(ctx: TxCtx, caseId: string): Promise<void> {
  const of = await clocksOf(ctx, caseId)
  if (!of) return
  for (const { subjectId, clock, startedAt, run, passed } of of.clocks) {
    const ahead = [...passed].filter((mark) => !hasCome(run, mark, ctx.now(), of.calendar))
    if (ahead.length === 0) continue
    await ctx.tx
      .delete(slaMarks)
      .where(
        and(
          eq(slaMarks.subjectId, subjectId),
          eq(slaMarks.clock, clock),
          eq(slaMarks.startedAt, startedAt),
          inArray(slaMarks.mark, ahead),
        ),
      )
  }
}
