import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Reader } from '#app/notifications/notice.ts'
import { quietOf, usualDigestAt, type QuietHours } from '#app/notifications/quiet.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { notificationSettings } from '#db/schema/notifications.ts'

export interface FoundReader extends Reader {
  email: string
  quiet: QuietHours | null
  /** When their digest goes out, in minutes from midnight. */
  digestAt: number
}

/** Somebody as the words for them need it, with today's roles; null when they are not active. */
export async function findReader(ctx: Ctx, userId: string | null): Promise<FoundReader | null> {
  if (userId === null) return null
  const rows = await read(ctx)
    .select({ user: users, role: userRoles.role, settings: notificationSettings })
    .from(users)
    .leftJoin(userRoles, eq(userRoles.userId, users.id))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .where(eq(users.id, userId))
  const [first] = rows
  if (first?.user.state !== 'active') return null
  const { user, settings } = first
  const roles = rows.flatMap((row) => row.role ?? [])
  return {
    actor: { kind: 'user', id: user.id, roles, teamId: user.teamId, name: user.name },
    email: user.email,
    locale: user.locale,
    zone: user.zone ?? (await getOrganisation(ctx)).zone,
    quiet: quietOf(settings),
    digestAt: settings?.digestAt ?? usualDigestAt,
  }
}
