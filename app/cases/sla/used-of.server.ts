import type { Ctx } from '#app/audit/context.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
import { percentToShow } from '#app/cases/sla/run.ts'

/** How much of each clock of a case is used, in whole per cent: of everybody who waits, and of resolving it. */
export async function usedOf(ctx: Ctx, caseId: string) {
  const of = await clocksOf(ctx, caseId)
  const people = new Map<string, number | null>()
  let resolve: number | null = null
  for (const { clock, subjectId, run } of of?.clocks ?? []) {
    const used = percentToShow(run, ctx.now(), of!.calendar)
    if (clock === 'resolve') resolve = used
    else people.set(subjectId, used)
  }
  return { people, resolve }
}
