import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getTeam } from '#app/access/list-teams.server.ts'
import { userRolesSchema, userTeamSchema } from '#app/access/user.ts'
import { keepAnAdmin } from '#app/access/user-standing.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { userRoles, users } from '#db/schema/access.ts'

/** Gives a colleague these roles and no others; open sessions follow at once. @throws Conflict `last_admin` */
export function changeRoles(ctx: Ctx, input: z.input<typeof userRolesSchema>): Promise<void> {
  const { userId, roles } = userRolesSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    if (!roles.includes('admin')) await keepAnAdmin(ctx, userId)
    const [user] = await ctx.tx
      .update(users)
      .set({ id: userId })
      .where(eq(users.id, userId))
      .returning({ id: users.id })
    if (!user) throw new NotFound()
    const before = await ctx.tx
      .delete(userRoles)
      .where(eq(userRoles.userId, userId))
      .returning({ role: userRoles.role })
    await ctx.tx.insert(userRoles).values(roles.map((role) => ({ userId, role })))
    await recordEvent(ctx, {
      type: 'access.roles_changed',
      subject: { kind: 'user', id: userId },
      data: { from: before.map((row) => row.role).sort(), to: roles },
    })
  })
}

/** Moves a colleague to a team, or out of any. */
export function moveUser(ctx: Ctx, input: z.input<typeof userTeamSchema>): Promise<void> {
  const { userId, teamId } = userTeamSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    if (teamId) await getTeam(ctx, teamId)
    const [user] = await ctx.tx
      .update(users)
      .set({ teamId: teamId ?? null })
      .where(eq(users.id, userId))
      .returning({ id: users.id })
    if (!user) throw new NotFound()
    await recordEvent(ctx, {
      type: 'access.team_changed',
      subject: { kind: 'user', id: userId },
      data: { teamId: teamId ?? null },
    })
  })
}
