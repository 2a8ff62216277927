import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { userTokens, type tokenPurposes } from '#db/schema/access.ts'

export type TokenPurpose = (typeof tokenPurposes)[number]
export type UserToken = typeof userTokens.$inferSelect

/** How long a link lives. The first admin's lives until the next start makes another. */
export const tokenLife: Record<TokenPurpose, number> = { first_admin: 7 * DAY, invite: 7 * DAY, reset: HOUR }

/** The secret of a token: made again from its id whenever a mail needs it, never stored. */
export const tokenSecret = (keys: Keyring, purpose: TokenPurpose, id: string) => keys.sign(purpose, id)

const hashOf = (keys: Keyring, purpose: TokenPurpose, secret: string) => keys.fingerprint(`${purpose}:${secret}`)

/** Makes a token, and ends the older ones of the same purpose and person: one link works at a time. */
export async function makeToken(
  ctx: TxCtx,
  purpose: TokenPurpose,
  userId: string | null,
): Promise<{ id: string; secret: string }> {
  await endTokens(ctx, purpose, userId)
  const now = ctx.now()
  const id = newId('tok', now)
  const secret = tokenSecret(ctx.keys, purpose, id)
  await ctx.tx.insert(userTokens).values({
    id,
    purpose,
    secretHash: hashOf(ctx.keys, purpose, secret),
    userId,
    createdAt: now,
    expiresAt: now + tokenLife[purpose],
  })
  return { id, secret }
}

/** Ends the unused tokens of a purpose and person. */
export async function endTokens(ctx: TxCtx, purpose: TokenPurpose, userId: string | null) {
  const now = ctx.now()
  await ctx.tx
    .update(userTokens)
    .set({ expiresAt: now })
    .where(
      and(
        eq(userTokens.purpose, purpose),
        userId ? eq(userTokens.userId, userId) : isNull(userTokens.userId),
        isNull(userTokens.usedAt),
        gt(userTokens.expiresAt, now),
      ),
    )
}

/**
 * The token of a link, while it can be used.
 * @throws Refusal 410 when it is unknown, altered, used, replaced or too old: the link never says which
 */
export async function getToken(ctx: Ctx, purpose: TokenPurpose, secret: string): Promise<UserToken> {
  const [token] = await read(ctx)
    .select()
    .from(userTokens)
    .where(live(ctx, purpose, secret))
  if (!token) throw gone()
  return token
}

/** Uses a token up; of many who try at once, one succeeds. @throws Refusal 410 as `getToken` */
export async function useToken(ctx: TxCtx, purpose: TokenPurpose, secret: string): Promise<UserToken> {
  const [token] = await ctx.tx
    .update(userTokens)
    .set({ usedAt: ctx.now() })
    .where(live(ctx, purpose, secret))
    .returning()
  if (!token) throw gone()
  return token
}

function live(ctx: Ctx, purpose: TokenPurpose, secret: string) {
  if (ctx.keys.open(purpose, secret) === null) return sql`1 = 0`
  return and(
    eq(userTokens.secretHash, hashOf(ctx.keys, purpose, secret)),
    eq(userTokens.purpose, purpose),
    isNull(userTokens.usedAt),
    gt(userTokens.expiresAt, ctx.now()),
  )
}

const gone = () => new Refusal(410, 'link_over')

/** The secret of a token that was made before. When KOE_SECRET gained a key since, the stored hash follows. */
export async function secretOf(ctx: Ctx, purpose: TokenPurpose, id: string): Promise<string> {
  const secret = tokenSecret(ctx.keys, purpose, id)
  const secretHash = hashOf(ctx.keys, purpose, secret)
  const [same] = await read(ctx)
    .select({ id: userTokens.id })
    .from(userTokens)
    .where(eq(userTokens.secretHash, secretHash))
  if (!same) await write(ctx, (ctx) => ctx.tx.update(userTokens).set({ secretHash }).where(eq(userTokens.id, id)))
  return secret
}
