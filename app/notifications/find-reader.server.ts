import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Reader } from '#app/notifications/notice.ts'
import { userRoles, users } from '#db/schema/access.ts'

/** Somebody as the words for them need it, with today's roles; null when they are not active. */
export async function findReader(ctx: Ctx, userId: string | null): Promise<(Reader & { email: string }) | null> {
  if (userId === null) return null
  const rows = await read(ctx)
    .select({ user: users, role: userRoles.role })
    .from(users)
    .leftJoin(userRoles, eq(userRoles.userId, users.id))
    .where(eq(users.id, userId))
  const user = rows[0]?.user
  if (user?.state !== 'active') return null
  const roles = rows.flatMap((row) => row.role ?? [])
  return {
    actor: { kind: 'user', id: user.id, roles, teamId: user.teamId, name: user.name },
    email: user.email,
    locale: user.locale,
    zone: user.zone ?? (await getOrganisation(ctx)).zone,
  }
}
