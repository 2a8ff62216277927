import { standInOf } from '#app/access/absences/works-for.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'

/** Who hears of a case: its owner and, while they are away, who stands in, unless an answer of it is kept from them. */
export async function ownerAndStandIn(ctx: Ctx, caseId: string, ownerId: string): Promise<string[]> {
  const standIn = await standInOf(ctx, ownerId)
  return standIn === null || (await isKeptFrom(ctx, caseId, standIn)) ? [ownerId] : [ownerId, standIn]
}
