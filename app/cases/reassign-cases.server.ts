import { and, asc, eq, ne } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { routeCase } from '#app/cases/route-case.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

const batch = 100

/**
 * Gives the open cases of somebody who has left to others: to the account's owner of today, else by routing. They count
 * as unclaimed again. Bears being run twice; who is back by then keeps theirs.
 * @returns how many found a new owner
 */
export async function reassignCases(ctx: Ctx, { userId }: { userId: string }): Promise<number> {
  const [user] = await read(ctx).select({ state: users.state }).from(users).where(eq(users.id, userId))
  if (user?.state !== 'ended') return 0
  let moved = 0
  for (;;) {
    const mine = await read(ctx)
      .select({
        id: cases.id,
        accountId: cases.accountId,
        accountOwnerId: accounts.ownerId,
      })
      .from(cases)
      .leftJoin(accounts, eq(accounts.id, cases.accountId))
      .where(and(eq(cases.ownerId, userId), ne(cases.state, 'closed')))
      .orderBy(asc(cases.rankAt))
      .limit(batch)
    if (mine.length === 0) return moved
    await write(ctx, async (ctx) => {
      for (const found of mine) {
        const { accountOwnerId } = found
        const kept = accountOwnerId !== null && (await isKeptFrom(ctx, found.id, accountOwnerId))
        const ownerId = await routeCase(ctx, { ownerId: accountOwnerId }, found.id, kept ? accountOwnerId : null)
        const [row] = await ctx.tx
          .update(cases)
          .set({ ownerId, claimedAt: null })
          .where(and(eq(cases.id, found.id), eq(cases.ownerId, userId), ne(cases.state, 'closed')))
          .returning({ id: cases.id })
        if (!row) continue
        moved++
        await recordEvent(ctx, {
          type: 'cases.assigned',
          subject: { kind: 'case', id: found.id },
          accountId: found.accountId,
          data: { ownerId, fromOwnerId: userId, why: 'user_ended' },
        })
      }
    })
  }
}
