import { eq } from 'drizzle-orm'
import type { Actor } from '#app/audit/actor.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { userRoles, type users } from '#db/schema/access.ts'

/** A user as the one who acts: for what somebody does by a link or a password, before a session speaks for them. */
export async function actorOf(
  ctx: Ctx,
  user: Pick<typeof users.$inferSelect, 'id' | 'name' | 'teamId'>,
): Promise<Actor> {
  const held = await read(ctx).select({ role: userRoles.role }).from(userRoles).where(eq(userRoles.userId, user.id))
  return { kind: 'user', id: user.id, name: user.name, teamId: user.teamId, roles: held.map((row) => row.role) }
}
