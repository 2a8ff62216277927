import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getTeam } from '#app/access/list-teams.server.ts'
import { inviteSchema, userSchema } from '#app/access/user.ts'
import { endTokens, makeToken } from '#app/access/user-tokens.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { userRoles, users } from '#db/schema/access.ts'

/**
 * Invites a teammate by mail. Somebody whose invitation was taken back can be invited anew.
 * @throws Invalid naming `email` when the address belongs to somebody already
 */
export function inviteUser(ctx: Ctx, input: z.input<typeof inviteSchema>): Promise<{ userId: string }> {
  const given = inviteSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    if (given.teamId) await getTeam(ctx, given.teamId)
    const now = ctx.now()
    const row = {
      email: given.email,
      name: given.email.split('@')[0]!,
      locale: given.locale,
      state: 'invited' as const,
      teamId: given.teamId ?? null,
    }
    const key = emailKey(given.email)
    const [made] = await ctx.tx
      .insert(users)
      .values({ ...row, id: newId('usr', now), emailKey: key, zone: null, passwordHash: null, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: users.id })
    const [again] = made
      ? [made]
      : await ctx.tx
          .update(users)
          .set(row)
          .where(and(eq(users.emailKey, key), eq(users.state, 'ended'), isNull(users.passwordHash)))
          .returning({ id: users.id })
    if (!again) throw new Invalid('user_exists', { email: 'user_exists' })
    const userId = again.id
    await ctx.tx.delete(userRoles).where(eq(userRoles.userId, userId))
    await ctx.tx.insert(userRoles).values(given.roles.map((role) => ({ userId, role })))
    await sendInvite(ctx, { id: userId, email: given.email })
    await recordEvent(ctx, {
      type: 'access.user_invited',
      subject: { kind: 'user', id: userId },
      data: { roles: given.roles, teamId: row.teamId },
    })
    return { userId }
  })
}

/** Sends the invitation again, with a new link; the old one stops working. */
export function resendInvite(ctx: Ctx, input: z.input<typeof userSchema>): Promise<void> {
  const { userId } = userSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    const [user] = await ctx.tx
      .select({ id: users.id, email: users.email })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.state, 'invited')))
    if (!user) throw new Conflict('not_invited')
    await sendInvite(ctx, user)
    await recordEvent(ctx, { type: 'access.invite_resent', subject: { kind: 'user', id: userId } })
  })
}

/** Takes an invitation back: its link stops working. */
export function revokeInvite(ctx: Ctx, input: z.input<typeof userSchema>): Promise<void> {
  const { userId } = userSchema.parse(input)
  authorise(ctx, 'users.edit')
  return write(ctx, async (ctx) => {
    const [user] = await ctx.tx
      .update(users)
      .set({ state: 'ended' })
      .where(and(eq(users.id, userId), eq(users.state, 'invited')))
      .returning({ id: users.id })
    if (!user) throw new Conflict('not_invited')
    await endTokens(ctx, 'invite', userId)
    await recordEvent(ctx, { type: 'access.invite_revoked', subject: { kind: 'user', id: userId } })
  })
}

async function sendInvite(ctx: TxCtx, user: { id: string; email: string }) {
  const token = await makeToken(ctx, 'invite', user.id)
  await enqueueMessage(ctx, {
    key: `invite/${token.id}`,
    stream: 'staff',
    template: 'access.invite',
    payload: { tokenId: token.id, by: ctx.actor.kind === 'user' ? ctx.actor.id : null },
    to: { email: user.email, userId: user.id },
    ref: { kind: 'user', id: user.id },
  })
}
