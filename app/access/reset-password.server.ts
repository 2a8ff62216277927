import { and, eq } from 'drizzle-orm'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { actorOf } from '#app/access/actor-of.server.ts'
import { checkPassword } from '#app/access/check-password.ts'
import { hashPassword } from '#app/access/passwords.server.ts'
import { endSessions, startSession } from '#app/access/sessions.server.ts'
import { forgottenSchema, resetSchema } from '#app/access/user.ts'
import { getToken, makeToken, useToken } from '#app/access/user-tokens.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'

/**
 * Mails a link for a new password, when the address belongs to somebody who can sign in. Either way it returns
 * nothing and makes one durable write, so that neither the answer nor its time tells who is here.
 */
export async function requestPasswordReset(ctx: Ctx, input: { email: string }): Promise<void> {
  const { email } = forgottenSchema.parse(input)
  const key = emailKey(email)
  await write(ctx, async (ctx) => {
    const [user] = await ctx.tx
      .select({ id: users.id, email: users.email })
      .from(users)
      .where(and(eq(users.emailKey, key), eq(users.state, 'active')))
    const subject = user ? { kind: 'user', id: user.id } : { kind: 'address', id: ctx.keys.fingerprint(key) }
    await recordEvent(ctx, { type: 'access.reset_requested', subject })
    if (!user) return
    const token = await makeToken(ctx, 'reset', user.id)
    await enqueueMessage(ctx, {
      key: `reset/${token.id}`,
      stream: 'staff',
      template: 'access.reset',
      payload: { tokenId: token.id },
      to: { email: user.email, userId: user.id },
      ref: { kind: 'user', id: user.id },
    })
  })
}

/** Whom a link for a new password is for. @throws Refusal 410 `link_over` */
export async function getReset(ctx: Ctx, secret: string) {
  const token = await getToken(ctx, 'reset', secret)
  const [user] = await read(ctx)
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.id, token.userId!), eq(users.state, 'active')))
  if (!user) throw new Refusal(410, 'link_over')
  return user
}

/**
 * Sets a new password by a mailed link, ends every session of the person and opens a new one. The link works once.
 * @throws Refusal 410 `link_over`, Invalid about the password
 */
export async function resetPassword(ctx: Ctx, input: { token: string; password: string; device?: string }) {
  const given = resetSchema.parse(input)
  const owner = await getReset(ctx, given.token)
  checkPassword(given.password, owner.email)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (ctx) => {
    const token = await useToken(ctx, 'reset', given.token)
    const [user] = await ctx.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, token.userId!), eq(users.state, 'active')))
      .returning()
    if (!user) throw new Refusal(410, 'link_over')
    const ended = await endSessions(ctx, user.id)
    const session = await startSession(ctx, user.id, input.device ?? '')
    const self = { ...as(ctx, await actorOf(ctx, user)), tx: ctx.tx }
    await recordEvent(self, {
      type: 'access.password_reset',
      subject: { kind: 'user', id: user.id },
      data: { endedSessions: ended },
    })
    return { userId: user.id, secret: session.secret }
  })
}
