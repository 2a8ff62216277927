import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { checkPassword } from '#app/access/check-password.ts'
import { hashPassword, verifyPassword } from '#app/access/passwords.server.ts'
import { endSessions } from '#app/access/sessions.server.ts'
import { changePasswordSchema, localeField, meSchema } from '#app/access/user.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'

/** Changes one's own name, language and time zone. */
export function editMe(ctx: Ctx, input: z.input<typeof meSchema>): Promise<void> {
  const given = meSchema.parse(input)
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    await ctx.tx
      .update(users)
      .set({ name: given.name, locale: given.locale, zone: given.zone ?? null })
      .where(eq(users.id, ctx.actor.id!))
    await recordEvent(ctx, {
      type: 'access.profile_edited',
      subject: { kind: 'user', id: ctx.actor.id! },
      data: { locale: given.locale },
    })
  })
}

/** Keeps the language that a signed-in person chose in the frame. */
export function chooseLocale(ctx: Ctx, locale: 'en' | 'ja'): Promise<void> {
  const chosen = localeField.parse(locale)
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    await ctx.tx.update(users).set({ locale: chosen }).where(eq(users.id, ctx.actor.id!))
    await recordEvent(ctx, {
      type: 'access.profile_edited',
      subject: { kind: 'user', id: ctx.actor.id! },
      data: { locale: chosen },
    })
  })
}

/**
 * Changes one's own password and signs out everywhere else; `sessionId` is the session that stays.
 * @throws Invalid naming `current` when the old password is wrong, or `password` when the new one can't be taken
 */
export async function changePassword(
  ctx: Ctx,
  input: z.input<typeof changePasswordSchema> & { sessionId: string | null },
): Promise<{ endedSessions: number }> {
  const given = changePasswordSchema.parse(input)
  authorise(ctx, 'self.edit')
  const [user] = await read(ctx)
    .select({ email: users.email, stored: users.passwordHash })
    .from(users)
    .where(eq(users.id, ctx.actor.id!))
  if (!user) throw new NotFound()
  if (!(await verifyPassword(user.stored, given.current)))
    throw new Invalid('password_wrong', { current: 'password_wrong' })
  checkPassword(given.password, user.email)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (ctx) => {
    const [changed] = await ctx.tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, ctx.actor.id!), eq(users.passwordHash, user.stored!)))
      .returning({ id: users.id })
    if (!changed) throw new Conflict('changed_meanwhile')
    const endedSessions = await endSessions(ctx, ctx.actor.id!, input.sessionId)
    await recordEvent(ctx, {
      type: 'access.password_changed',
      subject: { kind: 'user', id: ctx.actor.id! },
      data: { endedSessions },
    })
    return { endedSessions }
  })
}
