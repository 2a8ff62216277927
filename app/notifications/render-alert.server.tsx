import { render } from '@react-email/render'
import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { StaffMail } from '#app/email/components/staff-mail.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { alertWords, notificationWords as words } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'

/** The mail that tells an admin of trouble in the background. */
export async function renderAlert(ctx: Ctx, message: Message): Promise<Rendered> {
  const said = alertWords[String(message.payload.type)]
  if (!said) throw new NotFound()
  const organisation = await getOrganisation(ctx)
  const [admin] = message.userId
    ? await read(ctx).select({ locale: users.locale }).from(users).where(eq(users.id, message.userId))
    : []
  const locale = admin?.locale ?? organisation.locale
  const t = translator(locale)
  const [subject, body, button, note] = [t(said.subject), t(said.body), t(words.button), t(words.note)]
  const url = `${env.PUBLIC_URL}/jobs`
  const html = await render(<StaffMail {...{ locale, subject, body, button, url, note }} />)
  return { fromName: organisation.name, subject, html, text: `${subject}\n\n${body}\n\n${url}\n\n${note}\n` }
}
