import { isNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { sessions, userTokens } from '#db/schema/access.ts'

/** Everybody signs in anew, and no link that was mailed signs anybody in: who was let go since must not come back by one. */
export async function endAllSessions(ctx: TxCtx): Promise<void> {
  const now = ctx.now()
  await ctx.tx.update(sessions).set({ endedAt: now }).where(isNull(sessions.endedAt))
  await ctx.tx.update(userTokens).set({ usedAt: now }).where(isNull(userTokens.usedAt))
}
