import { and, eq, ne, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { routeAround } from '#app/cases/routing/route-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * Takes an open case from a colleague from whom one of its answers is kept, or about whom it complains, and gives it to
 * `to`, else to the lead of their team; somebody else's case stays where it is.
 * @throws when nobody else could take it
 */
export async function routeAway(
  ctx: TxCtx,
  {
    caseId,
    userId,
    why = 'kept_from',
    to,
  }: { caseId: string; userId: string; why?: 'kept_from' | 'about_owner'; to?: string },
): Promise<void> {
  const [found] = await ctx.tx
    .select({ accountId: cases.accountId })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.ownerId, userId), ne(cases.state, 'closed')))
  if (!found) return
  const ownerId = to ?? (await routeAround(ctx, userId, caseId, await keptFromOf(ctx, caseId)))
  if (!ownerId) throw new Error('nobody else can take the case')
  await ctx.tx
    .update(cases)
    .set({ ownerId, claimedAt: null, snoozedUntil: null, lockVersion: sql`${cases.lockVersion} + 1` })
    .where(eq(cases.id, caseId))
  await remark(ctx, caseId)
  await recordEvent(ctx, {
    type: 'cases.assigned',
    subject: { kind: 'case', id: caseId },
    accountId: found.accountId,
    data: { ownerId, fromOwnerId: userId, why, forId: userId },
  })
}
