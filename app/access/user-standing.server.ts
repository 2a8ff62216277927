import { and, eq, ne } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { userRoles, users } from '#db/schema/access.ts'

/**
 * Refuses what would leave the install without an active admin besides `userId`. The admin rows are written first, so
 * that two admins who end each other at the same moment come one after the other.
 * @throws Conflict `last_admin`
 */
export async function keepAnAdmin(ctx: TxCtx, userId: string) {
  await ctx.tx.update(userRoles).set({ role: 'admin' }).where(eq(userRoles.role, 'admin'))
  const [other] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(userRoles, eq(userRoles.userId, users.id))
    .where(and(eq(userRoles.role, 'admin'), eq(users.state, 'active'), ne(users.id, userId)))
    .limit(1)
  if (!other) throw new Conflict('last_admin')
}
