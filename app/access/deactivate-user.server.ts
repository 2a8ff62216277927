import { and, eq, isNotNull } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { endSessions } from '#app/access/sessions.server.ts'
import { userSchema } from '#app/access/user.ts'
import { endTokens } from '#app/access/user-tokens.server.ts'
import { keepAnAdmin } from '#app/access/user-standing.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'

/**
 * Ends a colleague's access: sessions and links stop at once. Open cases are given to others by the rooms that
 * hear of the event; what they did, and the accounts they own, stay under their name.
 * @throws Conflict `not_yourself`, `last_admin`, or `not_active` when somebody was faster
 */
export function deactivateUser(ctx: Ctx, input: z.input<typeof userSchema>): Promise<void> {
  const { userId } = userSchema.parse(input)
  authorise(ctx, 'users.edit')
  if (userId === ctx.actor.id) throw new Conflict('not_yourself')
  return write(ctx, async (ctx) => {
    await keepAnAdmin(ctx, userId)
    const [ended] = await ctx.tx
      .update(users)
      .set({ state: 'ended' })
      .where(and(eq(users.id, userId), eq(users.state, 'active')))
      .returning({ id: users.id })
    if (!ended) throw new Conflict('not_active')
    const count = await endSessions(ctx, userId)
    await endTokens(ctx, 'reset', userId)
    await recordEvent(ctx, {
      type: 'access.user_deactivated',
      subject: { kind: 'user', id: userId },
      data: { endedSessions: count },
    })
  })
}

/** Lets a colleague in again, with the password and roles they had. @throws Conflict `not_ended` */
export function reactivateUser(ctx: Ctx, input: z.input<typeof userSchema>): Promise<void> {
  const { userId } = userSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    const [back] = await ctx.tx
      .update(users)
      .set({ state: 'active' })
      .where(and(eq(users.id, userId), eq(users.state, 'ended'), isNotNull(users.passwordHash)))
      .returning({ id: users.id })
    if (!back) throw new Conflict('not_ended')
    await recordEvent(ctx, { type: 'access.user_reactivated', subject: { kind: 'user', id: userId } })
  })
}
