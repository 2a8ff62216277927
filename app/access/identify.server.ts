import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { anonymous, type Actor } from '#app/audit/actor.ts'
import { expiryOf, SEEN_EVERY } from '#app/access/session.ts'
import { sessionSecretIn } from '#app/access/session-cookie.server.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { roles, sessions, userRoles, users, type Role } from '#db/schema/access.ts'
import { statement } from '#db/statement.ts'
import type { Store } from '#db/store/store.ts'

/** The signed-in person as pages show them. */
export interface SignedInUser {
  id: string
  name: string
  email: string
  roles: Role[]
  locale: Locale
  zone: string | null
}

export interface Identity {
  actor: Actor
  user: SignedInUser | null
  sessionId: string | null
}

const nobody: Identity = { actor: anonymous, user: null, sessionId: null }

const findSession = statement((db) =>
  db
    .select({
      sessionId: sessions.id,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      zone: users.zone,
      teamId: users.teamId,
      role: userRoles.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(userRoles, eq(userRoles.userId, users.id))
    .where(
      and(
        eq(sessions.secretHash, sql.placeholder('hash')),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        eq(users.state, 'active'),
      ),
    ),
)

/** How a session's secret is stored: a keyed hash of 256 bits, so that a copy of the database signs nobody in. */
export const hashSession = (keys: Keyring, secret: string) => keys.fingerprint(`session:${secret}`)

/** Who sends a request, by the session cookie in its Cookie header. Writes down that the session is used, at most once a minute. */
export async function identify(
  store: Store,
  keys: Keyring,
  now: () => number,
  cookieHeader: string | null,
): Promise<Identity> {
  const secret = sessionSecretIn(cookieHeader)
  if (!secret) return nobody
  const at = now()
  const rows = await findSession(store.db, { hash: hashSession(keys, secret), now: at })
  const first = rows[0]
  if (!first) return nobody
  if (at - first.seenAt >= SEEN_EVERY) await markSeen(store, first.sessionId, first.createdAt, at)
  const held = new Set(rows.map((row) => row.role))
  const ownRoles = roles.filter((role) => held.has(role))
  const { id, name, email, locale, zone, teamId } = first
  return {
    actor: { kind: 'user', id, roles: ownRoles, teamId, name },
    user: { id, name, email, roles: ownRoles, locale, zone },
    sessionId: first.sessionId,
  }
}

async function markSeen(store: Store, id: string, createdAt: number, at: number) {
  try {
    await store.write((tx) =>
      tx
        .update(sessions)
        .set({ seenAt: at, expiresAt: expiryOf(createdAt, at) })
        .where(and(eq(sessions.id, id), isNull(sessions.endedAt))),
    )
  } catch (error) {
    log.warn({ sessionId: id, err: error }, 'the use of a session could not be written down')
  }
}
