import { render } from '@react-email/render'
import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { senderWords as words } from '#app/access/sender-words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { StaffMail } from '#app/email/components/staff-mail.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { translator } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'

/** The mail that shows an admin what a provider makes of our mail. */
export async function renderSenderTest(ctx: Ctx, message: Message): Promise<Rendered> {
  const organisation = await getOrganisation(ctx)
  const [self] = message.userId
    ? await read(ctx).select({ locale: users.locale }).from(users).where(eq(users.id, message.userId))
    : []
  const locale = self?.locale ?? organisation.locale
  const t = translator(locale)
  const [subject, body, button, note] = [
    t(words.mailSubject),
    t(words.mailBody),
    t(words.mailButton),
    t(words.mailNote),
  ]
  const url = `${env.PUBLIC_URL}/settings/sending`
  const html = await render(<StaffMail {...{ locale, subject, body, button, url, note }} />)
  return { fromName: organisation.name, subject, html, text: `${subject}\n\n${body}\n\n${url}\n\n${note}\n` }
}
