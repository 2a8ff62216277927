import { and, eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { giveCase } from '#app/cases/give-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { routeAround, type Routed } from '#app/cases/routing/route-case.server.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * Takes an open case from a colleague from whom one of its answers is kept, or about whom it complains, and gives it to
 * `to`, else to the lead of their team; somebody else's case stays where it is.
 * @throws when nobody else could take it
 */
export async function routeAway(
  ctx: TxCtx,
  { caseId, userId, to }: { caseId: string; userId: string; to?: Routed | { ownerId: string } | null },
): Promise<void> {
  const [found] = await ctx.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.ownerId, userId), isOpen))
  if (!found) return
  const other = to ?? (await routeAround(ctx, userId, caseId, await keptFromOf(ctx, caseId)))
  if (!other) throw new Error('nobody else can take the case')
  await giveCase(ctx, { caseId, fromId: userId, to: other })
}
