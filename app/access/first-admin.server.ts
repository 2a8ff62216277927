import { and, eq, gt, isNull } from 'drizzle-orm'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { endTokens, makeToken, secretOf } from '#app/access/user-tokens.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { users, userTokens } from '#db/schema/access.ts'

/**
 * The URL path by which the first admin is made, for the console of a start; null once anybody is there.
 * Processes that start together show the same link; a start an hour later makes a new one and ends the one before.
 */
export function ensureFirstAdminToken(ctx: Ctx): Promise<string | null> {
  return write(ctx, async (ctx) => {
    if (await isSetUp(ctx)) {
      await endTokens(ctx, 'first_admin', null)
      return null
    }
    const recent = await findRecent(ctx)
    const secret = recent
      ? await secretOf(ctx, 'first_admin', recent)
      : (await makeToken(ctx, 'first_admin', null)).secret
    return `/first-admin?token=${encodeURIComponent(secret)}`
  })
}

async function findRecent(ctx: TxCtx): Promise<string | undefined> {
  const now = ctx.now()
  const [token] = await ctx.tx
    .select({ id: userTokens.id })
    .from(userTokens)
    .where(
      and(
        eq(userTokens.purpose, 'first_admin'),
        isNull(userTokens.usedAt),
        gt(userTokens.expiresAt, now),
        gt(userTokens.createdAt, now - HOUR),
      ),
    )
    .limit(1)
  return token?.id
}

/** Whether anybody is there to sign in. */
export async function isSetUp(ctx: Ctx): Promise<boolean> {
  const [anybody] = await read(ctx).select({ id: users.id }).from(users).limit(1)
  return anybody !== undefined
}
