import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { accessMailWords as words } from '#app/access/mail-words.ts'
import { secretOf } from '#app/access/user-tokens.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'

/** The mail by which somebody joins. */
export async function renderInvite(ctx: Ctx, message: Message): Promise<Rendered> {
  const { tokenId, by } = message.payload as { tokenId: string; by: string | null }
  const url = `${env.PUBLIC_URL}/invite/${await secretOf(ctx, 'invite', tokenId)}`
  const inviter = by ? await nameOf(ctx, by) : null
  const body = inviter === null ? words.inviteBodySystem : words.inviteBody
  return linkMail(ctx, message, {
    url,
    subject: words.inviteSubject,
    body,
    button: words.inviteButton,
    note: words.inviteNote,
    values: { by: inviter ?? '' },
  })
}

/** The mail by which somebody gets a new password. */
export async function renderReset(ctx: Ctx, message: Message): Promise<Rendered> {
  const { tokenId } = message.payload as { tokenId: string }
  const url = `${env.PUBLIC_URL}/reset/${await secretOf(ctx, 'reset', tokenId)}`
  return linkMail(ctx, message, {
    url,
    subject: words.resetSubject,
    body: words.resetBody,
    button: words.resetButton,
    note: words.resetNote,
    values: {},
  })
}

interface Parts {
  url: string
  subject: Word
  body: Word
  button: Word
  note: Word
  values: Record<string, string>
}

async function linkMail(ctx: Ctx, message: Message, parts: Parts): Promise<Rendered> {
  const organisation = await getOrganisation(ctx)
  const locale = (await localeFor(ctx, message.userId)) ?? organisation.locale
  const values = { ...parts.values, organisation: organisation.name }
  const say: (word: Word) => string = (word) => translator(locale)(word, values)
  const mail = await renderStaffMail({
    locale,
    subject: say(parts.subject),
    body: say(parts.body),
    button: say(parts.button),
    url: parts.url,
    note: say(parts.note),
    orCopy: say(words.orCopy),
    organisation: organisation.name,
  })
  return { fromName: organisation.name, ...mail }
}

async function localeFor(ctx: Ctx, userId: string | null) {
  if (!userId) return null
  const [user] = await read(ctx).select({ locale: users.locale }).from(users).where(eq(users.id, userId))
  return user?.locale ?? null
}

async function nameOf(ctx: Ctx, userId: string): Promise<string | null> {
  const [user] = await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, userId))
  return user?.name ?? null
}
