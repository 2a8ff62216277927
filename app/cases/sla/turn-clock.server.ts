import { and, eq, isNull } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { dueAfterPause, resolveClock } from '#app/cases/sla/run.ts'
import type { CaseState } from '#app/cases/transitions.ts'
import { newId } from '#app/platform/ids.server.ts'
import { type cases, clockPauses } from '#db/schema/cases.ts'

type CaseOfClock = Pick<typeof cases.$inferSelect, 'id' | 'ownerId' | 'pausedAt' | 'resolveDueAt'>

/**
 * What a move to a state does to the clock of resolving: it stops when we wait for the customer or take the case for
 * resolved, and goes on with the working time that was left. @returns the columns of the case that change
 */
export async function turnClock(
  ctx: TxCtx,
  found: CaseOfClock,
  to: CaseState,
): Promise<Partial<Pick<CaseOfClock, 'pausedAt' | 'resolveDueAt'>>> {
  const now = ctx.now()
  const stands = resolveClock(to)
  if (found.pausedAt === null) {
    if (stands !== 'paused') return {}
    await ctx.tx.insert(clockPauses).values({ id: newId('pau', now), caseId: found.id, fromAt: now, toAt: null })
    return { pausedAt: now }
  }
  if (stands === 'paused') return {}
  await ctx.tx
    .update(clockPauses)
    .set({ toAt: now })
    .where(and(eq(clockPauses.caseId, found.id), isNull(clockPauses.toAt)))
  if (stands === 'over' || found.resolveDueAt === null) return { pausedAt: null }
  const calendar = await getWorkingCalendar(ctx, found.pausedAt, found.ownerId)
  return {
    pausedAt: null,
    resolveDueAt: dueAfterPause(found.resolveDueAt, { fromAt: found.pausedAt, toAt: now }, calendar),
  }
}
