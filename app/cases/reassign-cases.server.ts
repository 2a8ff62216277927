import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
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
      .select({ id: cases.id, accountId: cases.accountId })
      .from(cases)
      .where(and(eq(cases.ownerId, userId), ne(cases.state, 'closed')))
      .orderBy(asc(cases.rankAt))
      .limit(batch)
    if (mine.length === 0) return moved
    await write(ctx, async (ctx) => {
      for (const found of mine) {
        const { ownerId, why, forId } = await routeCase(ctx, await aboutCase(ctx, found.id), found.id)
        const [row] = await ctx.tx
          .update(cases)
          .set({ ownerId, claimedAt: null, snoozedUntil: null, lockVersion: sql`${cases.lockVersion} + 1` })
          .where(and(eq(cases.id, found.id), eq(cases.ownerId, userId), ne(cases.state, 'closed')))
          .returning({ id: cases.id })
        if (!row) continue
        moved++
        await remark(ctx, found.id)
        await recordEvent(ctx, {
          type: 'cases.assigned',
          subject: { kind: 'case', id: found.id },
          accountId: found.accountId,
          data: { ownerId, fromOwnerId: userId, why, forId, since: 'user_ended' },
        })
      }
    })
  }
}
