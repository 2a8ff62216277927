import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { findEnding, placeOfConsent } from '#app/advocacy/company/consent-teller.server.ts'
import { companyWords as words } from '#app/advocacy/company/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { notificationWords } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

/** The mail that tells a colleague that a consent is about to end. */
export async function renderConsentNotice(ctx: Ctx, message: Message): Promise<Rendered> {
  const reader = await findReader(ctx, message.userId)
  const of = (await findEnding(ctx, [message.refId])).get(message.refId)
  if (!reader || !of || of.expiresAt === null) throw new NotFound()
  const { locale, zone } = reader
  const t = translator(locale)
  const kind = t(askKindNames[of.kind])
  const mail = await renderStaffMail({
    locale,
    subject: t(words.endsSubject, { who: of.person ?? of.account ?? '–', kind }),
    body: t(words.endsBody),
    facts: [
      { name: t(words.account), value: of.account ?? '–' },
      { name: t(words.kind), value: kind },
      { name: t(words.until), value: formats(locale, zone).date(of.expiresAt) },
    ],
    button: t(words.endsButton),
    url: `${env.PUBLIC_URL}${placeOfConsent(of)}`,
    note: t(notificationWords.note),
  })
  return { fromName: (await getOrganisation(ctx)).name, ...mail }
}
