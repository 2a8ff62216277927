import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { senderWords as words } from '#app/access/sender-words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
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
  const mail = await renderStaffMail({
    locale,
    subject: t(words.mailSubject),
    body: t(words.mailBody),
    button: t(words.mailButton),
    url: `${env.PUBLIC_URL}/settings/sending`,
    note: t(words.mailNote),
  })
  return { fromName: organisation.name, ...mail }
}
