import { and, eq } from 'drizzle-orm'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { actorOf } from '#app/access/actor-of.server.ts'
import { checkPassword } from '#app/access/check-password.ts'
import { hashPassword } from '#app/access/passwords.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { acceptSchema } from '#app/access/user.ts'
import { getToken, useToken } from '#app/access/user-tokens.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'

/** Whom an invitation's link is for. @throws Refusal 410 `link_over` */
export async function getInvite(ctx: Ctx, secret: string) {
  const token = await getToken(ctx, 'invite', secret)
  const [user] = await read(ctx)
    .select({ id: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, token.userId!), eq(users.state, 'invited')))
  if (!user) throw new Refusal(410, 'link_over')
  return user
}

/**
 * Takes an invitation up with a name and a password, and signs the person in. The link is the permission.
 * @throws Refusal 410 `link_over`, Invalid about the password
 */
export async function acceptInvite(
  ctx: Ctx,
  input: { token: string; name: string; password: string; device?: string },
) {
  const given = acceptSchema.parse(input)
  const invited = await getInvite(ctx, given.token)
  checkPassword(given.password, invited.email)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (ctx) => {
    const token = await useToken(ctx, 'invite', given.token)
    const [user] = await ctx.tx
      .update(users)
      .set({ name: given.name, passwordHash, state: 'active' })
      .where(and(eq(users.id, token.userId!), eq(users.state, 'invited')))
      .returning()
    if (!user) throw new Refusal(410, 'link_over')
    const session = await startSession(ctx, user.id, input.device ?? '')
    const self = { ...as(ctx, await actorOf(ctx, user)), tx: ctx.tx }
    await recordEvent(self, { type: 'access.invite_accepted', subject: { kind: 'user', id: user.id } })
    return { userId: user.id, secret: session.secret }
  })
}
