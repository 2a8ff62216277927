import { and, eq, inArray } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { kindRules, type Choice } from '#app/notifications/notice.ts'
import { quietOf, usualDigestAt, type QuietHours } from '#app/notifications/quiet.ts'
import type { NoticeKind } from '#db/enums/notifications.ts'
import { users } from '#db/schema/access.ts'
import { notificationChoices, notificationSettings } from '#db/schema/notifications.ts'

export interface Listener {
  userId: string
  email: string
  zone: string
  quiet: QuietHours | null
  digestAt: number
  hasHook: boolean
  choice: Choice
}

/** How each of these people wants to hear of a kind; those who are not active are left out. */
export async function listListeners(ctx: Ctx, kind: NoticeKind, userIds: string[]): Promise<Listener[]> {
  if (!userIds.length) return []
  const rows = await read(ctx)
    .select({ user: users, settings: notificationSettings, choice: notificationChoices })
    .from(users)
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .leftJoin(notificationChoices, and(eq(notificationChoices.userId, users.id), eq(notificationChoices.kind, kind)))
    .where(and(inArray(users.id, userIds), eq(users.state, 'active')))
    .orderBy(users.id)
  const home = rows.some((row) => row.user.zone === null) ? (await getOrganisation(ctx)).zone : 'UTC'
  return rows.map(({ user, settings, choice }) => ({
    userId: user.id,
    email: user.email,
    zone: user.zone ?? home,
    quiet: quietOf(settings),
    digestAt: settings?.digestAt ?? usualDigestAt,
    hasHook: settings?.hookUrl != null,
    choice: choice ?? kindRules[kind].usual,
  }))
}
