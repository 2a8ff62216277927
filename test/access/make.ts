import { and, desc, eq } from 'drizzle-orm'
import { hashPassword } from '#app/access/passwords.server.ts'
import { identify } from '#app/access/identify.server.ts'
import { tokenSecret, type TokenPurpose } from '#app/access/user-tokens.server.ts'
import { events } from '#db/schema/audit.ts'
import { userTokens } from '#db/schema/access.ts'
import type { makeUser } from '#test/make.ts'
import type { World } from '#test/world.ts'

export const goodPassword = 'four green herons 21'

let hash: Promise<string> | undefined

/** An active user who can sign in with `goodPassword`. */
export async function member(w: World, over: Parameters<typeof makeUser>[1] = {}) {
  hash ??= hashPassword(goodPassword)
  return w.user({ passwordHash: await hash, ...over })
}

/** Who a browser is that sends this session secret. */
export const whoIs = (w: World, secret: string | null) =>
  identify(w.store, w.keys, w.clock.now, secret && `koe_session=${secret}`)

/** The secret of the newest link that was made for a purpose, as the mail shows it. */
export async function latestLink(w: World, purpose: TokenPurpose): Promise<string> {
  const [token] = await w.store.db
    .select()
    .from(userTokens)
    .where(eq(userTokens.purpose, purpose))
    .orderBy(desc(userTokens.id))
    .limit(1)
  return tokenSecret(w.keys, purpose, token!.id)
}

/** The events of a type, in order. */
export const eventsOf = (w: World, type: string) =>
  w.store.db.select().from(events).where(eq(events.type, type)).orderBy(events.id)

/** How many events name this subject. */
export const eventsAbout = (w: World, kind: string, id: string) =>
  w.store.db
    .select()
    .from(events)
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, id)))
    .orderBy(events.id)

/** The outcome of many promises: how many held, and the codes of the refusals. */
export async function outcomes(promises: Promise<unknown>[]) {
  const settled = await Promise.allSettled(promises)
  return {
    held: settled.filter((one) => one.status === 'fulfilled').length,
    refused: settled.flatMap((one) =>
      one.status === 'rejected' ? [String((one.reason as { code?: string }).code ?? one.reason)] : [],
    ),
  }
}
