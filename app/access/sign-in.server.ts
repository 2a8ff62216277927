import { and, eq, isNull, sql } from 'drizzle-orm'
import { as, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { actorOf } from '#app/access/actor-of.server.ts'
import { hashPassword, isOutdated, verifyPassword } from '#app/access/passwords.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { signInSchema } from '#app/access/user.ts'
import { Invalid } from '#app/platform/errors.ts'
import { sessions, users } from '#db/schema/access.ts'
import { statement } from '#db/statement.ts'

const findByEmail = statement((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.emailKey, sql.placeholder('key'))),
)

/**
 * Opens a session for an address and a password. `previous` is the session the browser had: it ends, so that a secret
 * that was planted before signing in is worth nothing after.
 * @throws Invalid `sign_in_failed`, the same for an unknown address, a wrong password and a person who has left
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string; device?: string; previous?: string | null },
) {
  const { email, password } = signInSchema.parse(input)
  const [user] = await findByEmail(read(ctx), { key: email })
  const stored = user?.state === 'active' ? user.passwordHash : null
  if (!(await verifyPassword(stored, password)) || !user || !stored) throw new Invalid('sign_in_failed')
  const renewed = isOutdated(stored) ? await hashPassword(password) : null
  return write(ctx, async (ctx) => {
    const [still] = await ctx.tx
      .update(users)
      .set({ passwordHash: renewed ?? stored })
      .where(and(eq(users.id, user.id), eq(users.state, 'active'), eq(users.passwordHash, stored)))
      .returning({ id: users.id })
    if (!still) throw new Invalid('sign_in_failed') // ended, or given a new password, while this one was checked
    if (input.previous) {
      await ctx.tx
        .update(sessions)
        .set({ endedAt: ctx.now() })
        .where(and(eq(sessions.id, input.previous), isNull(sessions.endedAt)))
    }
    const session = await startSession(ctx, user.id, input.device ?? '')
    const self = { ...as(ctx, await actorOf(ctx, user)), tx: ctx.tx }
    await recordEvent(self, {
      type: 'access.signed_in',
      subject: { kind: 'user', id: user.id },
      data: { sessionId: session.id },
    })
    return { userId: user.id, locale: user.locale, sessionId: session.id, secret: session.secret }
  })
}
