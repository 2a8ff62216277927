import { eq } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { markup } from '#app/answering/html.ts'
import { linkMinutes, myDataToken } from '#app/answering/my-data/token.server.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { directionOf, isolated } from '#app/platform/languages.ts'
import { env } from '#app/platform/env.server.ts'
import { translator } from '#app/platform/words.ts'
import { contacts } from '#db/schema/accounts.ts'

/** The mail with the link to one's own data. The half hour begins when it is written, not when it was asked for. */
export async function renderMyDataMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const contactId = message.refId
  const [person] = await read(ctx)
    .select({ language: contacts.language })
    .from(contacts)
    .where(eq(contacts.id, contactId))
  const { name, postalAddress, locale } = await getOrganisation(ctx)
  const brand = await getBrand(ctx)
  const language = person?.language ?? locale
  const t = translator(language)
  const url = `${env.PUBLIC_URL}/me/${myDataToken(ctx.keys, { contactId, issuedAt: ctx.now() })}`
  const company = isolated(language, brand.name)
  const subject = t(words.meSubject, { company })
  const [lead, note] = [t(words.meMailLead, { company }), t(words.meMailNote, { n: linkMinutes })]
  const html = markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',Meiryo,sans-serif;font-size:16px;line-height:1.6"><p>${lead}</p>
<p><a href="${url}">${t(words.meTitle)}</a></p>
<p>${note}</p>
<p>${name}${postalAddress && markup`<br>${postalAddress}`}</p></body></html>`.text
  const text = `${lead}\n\n${url}\n\n${note}\n\n${name}\n${postalAddress}\n`
  return { fromName: brand.senderName, replyTo: brand.replyTo ?? undefined, subject, html, text }
}
