import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { caseRoles } from '#app/access/list-case-workers.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { assignInput } from '#app/cases/case.ts'
import { changeCase, findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { userRoles, users } from '#db/schema/access.ts'

/**
 * Hands a case to a colleague; `claimedAt` null gives it back to one who hadn't taken it.
 * @throws Invalid when the colleague has left, doesn't work cases, or must not see an answer of it, Conflict when the case is closed or has changed
 */
export async function assignCase(
  ctx: Ctx,
  input: z.input<typeof assignInput>,
  claimedAt: number | null = ctx.now(),
): Promise<CaseRow> {
  const { caseId, ownerId, lockVersion } = assignInput.parse(input)
  return write(ctx, async (ctx) => {
    const [owner] = await ctx.tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(and(eq(users.id, ownerId), eq(users.state, 'active'), inArray(userRoles.role, caseRoles)))
      .limit(1)
    if (!owner) throw new Invalid('case_owner', { ownerId: 'case_owner' })
    const found = await findCase(ctx, caseId)
    if (await isKeptFrom(ctx, caseId, ownerId)) throw new Invalid('case_kept', { ownerId: 'case_kept' })
    return changeCase(ctx, {
      caseId,
      verb: 'assign',
      event: 'cases.assigned',
      lockVersion,
      set: { ownerId, claimedAt },
      data: { ownerId, fromOwnerId: found.ownerId },
    })
  })
}
