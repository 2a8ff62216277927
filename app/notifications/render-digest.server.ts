import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { MailTemplate, Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { readDigest } from '#app/notifications/read-digest.server.ts'
import { digestWords as words, kindWords } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'

/** The mail with all that waited for it, by kind, each line a link. */
export const renderDigest =
  (tellers: Tellers): MailTemplate =>
  async (ctx: Ctx, message: Message): Promise<Rendered> => {
    const reader = await findReader(ctx, message.userId)
    if (!reader) throw new NotFound()
    const { groups: found, total } = await readDigest(ctx, tellers, reader, message.refId)
    const { locale } = reader
    const t = translator(locale)
    const groups = found.map(({ kind, lines }) => ({
      name: t(kindWords[kind].name),
      lines: lines.map(({ text, path }) => ({ text, url: `${env.PUBLIC_URL}${path}` })),
    }))
    const left = total - groups.reduce((n, { lines }) => n + lines.length, 0)
    const body = left > 0 ? `${t(words.lead)} ${t(words.more, { n: left })}` : t(words.lead)
    const [subject, button, note] = [t(words.subject, { n: total }), t(words.button), t(words.note)]
    const url = `${env.PUBLIC_URL}/notifications`
    const mail = await renderStaffMail({ locale, subject, body, groups, button, url, note })
    return { fromName: (await getOrganisation(ctx)).name, ...mail }
  }
