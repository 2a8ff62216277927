import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { makeToken, endTokens } from '#app/access/user-tokens.server.ts'
import { users } from '#db/schema/access.ts'

/**
 * The URL path by which the first admin is made, for the console of a start; null once anybody is there.
 * Each start makes a new one and ends the one before.
 */
export function ensureFirstAdminToken(ctx: Ctx): Promise<string | null> {
  return write(ctx, async (ctx) => {
    const [anybody] = await ctx.tx.select({ id: users.id }).from(users).limit(1)
    if (anybody) {
      await endTokens(ctx, 'first_admin', null)
      return null
    }
    const { secret } = await makeToken(ctx, 'first_admin', null)
    return `/first-admin?token=${encodeURIComponent(secret)}`
  })
}

/** Whether anybody is there to sign in. */
export async function isSetUp(ctx: Ctx): Promise<boolean> {
  const [anybody] = await read(ctx).select({ id: users.id }).from(users).limit(1)
  return anybody !== undefined
}
