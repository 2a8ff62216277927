import { createHash } from 'node:crypto'
import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { Conflict, Invalid, Refusal } from '#app/platform/errors.ts'
import { apiReplays } from '#db/schema/integrations.ts'

export interface Answered {
  status: number
  /** As it goes over the wire: a repeat gets the same bytes. */
  body: string
}

/** A first call that says nothing for so long has died with its process, and the next one may do the work. */
export const callLease = 60_000
/** How long an answer is kept. */
export const keptFor = DAY

export interface Repeatable {
  apiKeyId: string
  key: string
  /** Method, path and body: what must be the same when the key is. */
  request: string
}

/** @throws Refusal 400 when the header is no key */
export function readIdempotencyKey(header: string | null): string | null {
  if (header === null) return null
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw new Refusal(400, 'bad_idempotency_key')
  return header
}

/**
 * Does the work of a call once: a repeat with the same key and body gets the stored answer. Answers that say nothing
 * of the request itself (5xx, 409, 429) are not kept. A call that died leaves its place to the next after a minute; the
 * work itself must bear that.
 * @throws Invalid `idempotency_reused` for another body, Conflict `idempotency_running` while the first call runs
 */
export async function answerOnce(
  ctx: Ctx,
  call: Repeatable,
  work: () => Promise<Answered>,
): Promise<Answered & { replayed: boolean }> {
  const requestHash = createHash('sha256').update(call.request).digest('base64url')
  const at = ctx.now()
  const known = await claim(ctx, call, requestHash, at)
  if (known) return { ...known, replayed: true }
  // Fenced by the moment of the claim: who was given up for dead writes nothing over its successor.
  const place = and(eq(apiReplays.apiKeyId, call.apiKeyId), eq(apiReplays.key, call.key))
  const mine = and(place, isNull(apiReplays.status), eq(apiReplays.createdAt, at))
  const forget = () => ctx.store.write(async (tx) => void (await tx.delete(apiReplays).where(mine)))
  let answer: Answered
  try {
    answer = await work()
  } catch (error) {
    await forget()
    throw error
  }
  if (answer.status >= 500 || answer.status === 409 || answer.status === 429) await forget()
  else await ctx.store.write(async (tx) => void (await tx.update(apiReplays).set(answer).where(mine)))
  return { ...answer, replayed: false }
}

/** Takes the place of the first call, or gives what it answered. */
function claim(ctx: Ctx, { apiKeyId, key }: Repeatable, requestHash: string, at: number): Promise<Answered | null> {
  return ctx.store.write(async (tx) => {
    const fresh = { requestHash, status: null, body: null, createdAt: at, expiresAt: at + keptFor }
    const [made] = await tx
      .insert(apiReplays)
      .values({ apiKeyId, key, ...fresh })
      .onConflictDoNothing()
      .returning({ key: apiReplays.key })
    if (made) return null
    const place = and(eq(apiReplays.apiKeyId, apiKeyId), eq(apiReplays.key, key))
    const [expired] = await tx
      .update(apiReplays)
      .set(fresh)
      .where(and(place, lt(apiReplays.expiresAt, at)))
      .returning({ key: apiReplays.key })
    if (expired) return null
    const [first] = await tx.select().from(apiReplays).where(place)
    if (!first) throw new Conflict('idempotency_running')
    if (first.requestHash !== requestHash)
      throw new Invalid('idempotency_reused', { 'Idempotency-Key': 'idempotency_reused' })
    if (first.status !== null) return { status: first.status, body: first.body ?? '' }
    const dead = and(place, isNull(apiReplays.status), lt(apiReplays.createdAt, at - callLease))
    const [taken] = await tx.update(apiReplays).set(fresh).where(dead).returning({ key: apiReplays.key })
    if (!taken) throw new Conflict('idempotency_running')
    return null
  })
}

/** Forgets answers that nobody may repeat any more. */
export const pruneReplays: JobHandler = async (ctx) => {
  await ctx.store.write(async (tx) => void (await tx.delete(apiReplays).where(lt(apiReplays.expiresAt, ctx.now()))))
}
