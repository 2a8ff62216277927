import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { checkPassword } from '#app/access/check-password.ts'
import { hashPassword } from '#app/access/passwords.server.ts'
import { emailField, idField, inviteSchema, line, passwordField } from '#app/access/user.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { userRoles, users } from '#db/schema/access.ts'

const schema = inviteSchema.extend({
  name: line(80),
  email: emailField,
  password: passwordField,
  teamId: idField.nullish(),
  zone: z.string().nullish(),
})

/**
 * Adds a teammate who can sign in at once, without a mail: for demo data and for moving in from another install.
 * People invite each other with `inviteUser`.
 */
export async function addUser(ctx: Ctx, input: z.input<typeof schema>): Promise<{ userId: string }> {
  const given = schema.parse(input)
  authorise(ctx, 'users.edit')
  checkPassword(given.password, given.email)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (ctx) => {
    const now = ctx.now()
    const id = newId('usr', now)
    const made = await ctx.tx
      .insert(users)
      .values({
        id,
        email: given.email,
        emailKey: emailKey(given.email),
        name: given.name,
        locale: given.locale,
        zone: given.zone ?? null,
        passwordHash,
        state: 'active',
        teamId: given.teamId ?? null,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: users.id })
    if (!made.length) throw new Conflict('user_exists')
    await ctx.tx.insert(userRoles).values(given.roles.map((role) => ({ userId: id, role })))
    await recordEvent(ctx, { type: 'access.user_added', subject: { kind: 'user', id }, data: { roles: given.roles } })
    return { userId: id }
  })
}
