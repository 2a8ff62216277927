import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#app/audit/actor.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { keySchema, PREFIX_LENGTH, revokeKeySchema } from '#app/access/api-key.ts'
import { MINUTE } from '#app/platform/day.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { log } from '#app/platform/log.server.ts'
import { apiKeys, users } from '#db/schema/access.ts'
import { statement } from '#db/statement.ts'
import type { Store } from '#db/store/store.ts'

/** A key has 238 bits of chance, so a plain hash can't be turned around. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** `koe_` and 40 characters of base 62: 44 in all. */
function newSecret(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let secret = 'koe_'
  while (secret.length < 44)
    for (const byte of randomBytes(64)) if (byte < 248 && secret.length < 44) secret += alphabet[byte % 62]
  return secret
}

/** Makes a key for a program. `secret` is given here, once, and stored only hashed. */
export function createKey(ctx: Ctx, input: z.input<typeof keySchema>): Promise<{ keyId: string; secret: string }> {
  const given = keySchema.parse(input)
  authorise(ctx, 'keys.edit')
  return write(ctx, async (ctx) => {
    const keyId = newId('key', ctx.now())
    const secret = newSecret()
    await ctx.tx.insert(apiKeys).values({
      id: keyId,
      name: given.name,
      prefix: secret.slice(0, PREFIX_LENGTH),
      secretHash: hashOf(secret),
      scopes: given.scopes,
      createdBy: ctx.actor.id ?? 'system',
      createdAt: ctx.now(),
    })
    await recordEvent(ctx, {
      type: 'access.key_created',
      subject: { kind: 'key', id: keyId },
      data: { scopes: given.scopes },
    })
    return { keyId, secret }
  })
}

/** Ends a key at once. @throws Conflict `key_revoked` when it is over already */
export function revokeKey(ctx: Ctx, input: z.input<typeof revokeKeySchema>): Promise<void> {
  const { keyId } = revokeKeySchema.parse(input)
  authorise(ctx, 'keys.edit')
  return write(ctx, async (ctx) => {
    const [revoked] = await ctx.tx
      .update(apiKeys)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id })
    if (!revoked) throw new Conflict('key_revoked')
    await recordEvent(ctx, { type: 'access.key_revoked', subject: { kind: 'key', id: keyId } })
  })
}

/** Every key, the newest first, without its secret. */
export function listKeys(ctx: Ctx) {
  authorise(ctx, 'keys.edit')
  return read(ctx)
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      usedAt: apiKeys.usedAt,
      revokedAt: apiKeys.revokedAt,
      createdByName: users.name,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .orderBy(desc(apiKeys.id))
    .limit(200)
}

const findKey = statement((db) =>
  db
    .select({ id: apiKeys.id, scopes: apiKeys.scopes, usedAt: apiKeys.usedAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.secretHash, sql.placeholder('hash')), isNull(apiKeys.revokedAt))),
)

/** The program that sends a request, by its `Authorization: Bearer koe_…` header; null when there is no such key. */
export async function identifyKey(
  store: Store,
  now: () => number,
  authorizationHeader: string | null,
): Promise<Actor | null> {
  const secret = /^Bearer +(koe_[0-9A-Za-z]{40})$/i.exec(authorizationHeader ?? '')?.[1]
  if (!secret) return null
  const [key] = await findKey(store.db, { hash: hashOf(secret) })
  if (!key) return null
  if (now() - (key.usedAt ?? 0) >= MINUTE) await markUsed(store, key.id, now())
  return { kind: 'key', id: key.id, scopes: key.scopes }
}

async function markUsed(store: Store, id: string, at: number) {
  try {
    await store.write((tx) => tx.update(apiKeys).set({ usedAt: at }).where(eq(apiKeys.id, id)))
  } catch (error) {
    log.warn({ keyId: id, err: error }, 'the use of a key could not be written down')
  }
}
