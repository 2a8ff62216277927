import type { Ctx, TxCtx } from '#app/audit/context.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { routeAway } from '#app/cases/routing/route-away.server.ts'
import { complaintTo, routeAround, type Routed } from '#app/cases/routing/route-case.server.ts'
import type { RouteAbout } from '#app/cases/routing/routing-facts.server.ts'

/**
 * An answer has joined an open case: whoever has it keeps it, but for the colleague from whom the answer is kept, and for
 * the account's owner about whom it complains.
 */
export async function routeJoined(
  ctx: TxCtx,
  { caseId, ownerId, about }: { caseId: string; ownerId: string; about: RouteAbout },
): Promise<void> {
  const to = await whoKeeps(ctx, about, { caseId, ownerId })
  if (to?.ownerId !== ownerId) await routeAway(ctx, { caseId, userId: ownerId, to })
}

/** Who has an open case once an answer has joined it. Null: nobody could. */
export async function whoKeeps(
  ctx: Ctx,
  about: RouteAbout,
  open: { caseId: string; ownerId: string },
): Promise<Routed | { ownerId: string } | null> {
  const { caseId, ownerId } = open
  const kept = ownerId === about.keptFrom
  if (!kept && (about.keptFrom || ownerId !== about.account?.ownerId)) return open
  const never = await keptFromOf(ctx, caseId)
  if (kept) return routeAround(ctx, ownerId, caseId, never)
  return (await complaintTo(ctx, { ...about, never }, caseId)) ?? open
}
