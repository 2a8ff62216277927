import type { TxCtx } from '#app/audit/context.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { routeAway } from '#app/cases/routing/route-away.server.ts'
import { complaintTo } from '#app/cases/routing/route-case.server.ts'
import type { RouteAbout } from '#app/cases/routing/routing-facts.server.ts'

/**
 * An answer has joined an open case: whoever has it keeps it, but for the colleague from whom the answer is kept, and for
 * the account's owner about whom it complains.
 */
export async function routeJoined(
  ctx: TxCtx,
  { caseId, ownerId, about }: { caseId: string; ownerId: string; about: RouteAbout },
): Promise<void> {
  if (about.keptFrom) {
    if (ownerId === about.keptFrom) await routeAway(ctx, { caseId, userId: ownerId })
    return
  }
  if (ownerId !== about.account?.ownerId) return
  const found = await complaintTo(ctx, { ...about, never: await keptFromOf(ctx, caseId) }, caseId)
  if (found) await routeAway(ctx, { caseId, userId: ownerId, why: 'about_owner', to: found.ownerId })
}
