import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { findToldAsks } from '#app/advocacy/asking/ask-teller.server.ts'
import { askingWords as words } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { notificationWords } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

/** The mail that tells the owner of an account what is about to be asked of their customer, word for word. */
export async function renderAskNotice(ctx: Ctx, message: Message): Promise<Rendered> {
  const reader = await findReader(ctx, message.userId)
  const of = (await findToldAsks(ctx, [message.refId])).get(message.refId)
  if (!reader || !of || (of.channel === 'mail' && !of.body)) throw new NotFound()
  const { locale, zone } = reader
  const t = translator(locale)
  const mail = await renderStaffMail({
    locale,
    subject: t(words.toldSubject, { person: of.person, kind: t(askKindNames[of.kind]) }),
    body: t(of.body ? words.toldBody : words.toldBodyByHand, { holder: of.holder ?? '–' }),
    ...(of.body && { quote: `${of.subject}\n\n${of.body}` }),
    facts: [
      { name: t(words.account), value: of.account ?? '–' },
      ...(of.dueAt === null ? [] : [{ name: t(words.toldLeaves), value: formats(locale, zone).dateTime(of.dueAt) }]),
    ],
    button: t(words.toldButton),
    url: `${env.PUBLIC_URL}/asks`,
    note: t(notificationWords.note),
  })
  return { fromName: (await getOrganisation(ctx)).name, ...mail }
}
