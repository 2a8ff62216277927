import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { alertWords, notificationWords as words } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'

/** The mail that tells an admin of trouble in the background. */
export async function renderAlert(ctx: Ctx, message: Message): Promise<Rendered> {
  const said = alertWords[String(message.payload.type)]
  const admin = await findReader(ctx, message.userId)
  if (!said || !admin) throw new NotFound()
  const { locale } = admin
  const t = translator(locale)
  const [subject, body, button, note] = [t(said.subject), t(said.body), t(words.button), t(words.note)]
  const url = `${env.PUBLIC_URL}/jobs`
  const mail = await renderStaffMail({ locale, subject, body, button, url, note })
  return { fromName: (await getOrganisation(ctx)).name, ...mail }
}
