import { and, asc, eq } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { giveCase } from '#app/cases/give-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

const batch = 100

/**
 * Gives the open cases of somebody who has left to others, as if they were new: to the account's owner of today or their
 * stand-in, else by rule, rota and fallback. They count as unclaimed again. Bears being run twice; who is back by then
 * keeps theirs.
 * @returns how many found a new owner
 */
export async function reassignCases(ctx: Ctx, { userId }: { userId: string }): Promise<number> {
  const [user] = await read(ctx).select({ state: users.state }).from(users).where(eq(users.id, userId))
  if (user?.state !== 'ended') return 0
  let moved = 0
  for (;;) {
    const mine = await read(ctx)
      .select({ caseId: cases.id })
      .from(cases)
      .where(and(eq(cases.ownerId, userId), isOpen))
      .orderBy(asc(cases.rankAt))
      .limit(batch)
    if (mine.length === 0) return moved
    await write(ctx, async (ctx) => {
      for (const { caseId } of mine) {
        const to = await routeCase(ctx, await aboutCase(ctx, caseId), caseId)
        if (await giveCase(ctx, { caseId, fromId: userId, to, since: 'user_ended' })) moved++
      }
    })
  }
}
