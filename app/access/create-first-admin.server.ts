import { as, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { defaultOrganisation } from '#app/access/get-organisation.server.ts'
import { saveOrganisation } from '#app/access/save-organisation.server.ts'
import { checkPassword } from '#app/access/check-password.ts'
import { hashPassword } from '#app/access/passwords.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { firstAdminSchema } from '#app/access/user.ts'
import { getToken, useToken } from '#app/access/user-tokens.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { userRoles, users } from '#db/schema/access.ts'
import type { Locale } from '#app/platform/words.ts'

export interface FirstAdmin {
  token: string
  organisation: string
  name: string
  email: string
  password: string
  locale: Locale
  zone: string
}

/**
 * Makes the organisation and its first admin, by the link that the console showed. However many try at once, one succeeds.
 * @throws Refusal 410 `link_over`, Conflict `set_up_already`, Invalid about the password
 */
export async function createFirstAdmin(ctx: Ctx, input: FirstAdmin & { device?: string }) {
  const given = firstAdminSchema.parse(input)
  await getToken(ctx, 'first_admin', given.token)
  checkPassword(given.password, given.email)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (ctx) => {
    await useToken(ctx, 'first_admin', given.token)
    // Writing the organisation's one row first makes everybody else wait: two live tokens must not make two admins.
    await saveOrganisation(ctx, {
      ...defaultOrganisation,
      name: given.organisation,
      zone: given.zone,
      locale: given.locale,
      baseCurrency: given.locale === 'ja' ? 'JPY' : 'USD',
      fiscalMonth: given.locale === 'ja' ? 4 : 1,
    })
    const [anybody] = await ctx.tx.select({ id: users.id }).from(users).limit(1)
    if (anybody) throw new Conflict('set_up_already')
    const now = ctx.now()
    const id = newId('usr', now)
    await ctx.tx.insert(users).values({
      id,
      email: given.email,
      emailKey: emailKey(given.email),
      name: given.name,
      locale: given.locale,
      zone: null,
      passwordHash,
      state: 'active',
      teamId: null,
      createdAt: now,
    })
    await ctx.tx.insert(userRoles).values({ userId: id, role: 'admin' })
    const session = await startSession(ctx, id, input.device ?? '')
    const self = { ...as(ctx, { kind: 'user', id, name: given.name, roles: ['admin'], teamId: null }), tx: ctx.tx }
    await recordEvent(self, { type: 'access.first_admin_created', subject: { kind: 'user', id } })
    return { userId: id, secret: session.secret }
  })
}
