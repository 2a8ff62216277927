import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { caseMailWords, replyMailWords as words } from '#app/cases/mail-words.ts'
import { nameOf } from '#app/cases/notices/case-sentence.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { voices } from '#db/schema/voices.ts'

/** Longer words are read on the page. */
const longestQuote = 1_500

/** The mail that brings a customer's reply to who looks after them. */
export async function renderReplyMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const [voice] = await read(ctx)
    .select({
      id: voices.id,
      text: voices.text,
      sender: voices.sender,
      caseId: voices.caseId,
      account: accounts.name,
      person: contacts.name,
    })
    .from(voices)
    .leftJoin(accounts, eq(accounts.id, voices.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .where(eq(voices.id, String(message.payload.voiceId)))
  if (!voice) throw new NotFound()
  const organisation = await getOrganisation(ctx)
  const reader = await findReader(ctx, message.userId)
  const locale = reader?.locale ?? organisation.locale
  const t = translator(locale)
  const person = nameOf(t, { account: null, person: voice.person })
  const name = voice.account ?? person
  const subject = t(words.subject, { name })
  const body = [
    voice.sender === null ? t(words.body, { person }) : t(words.otherSender, { sender: voice.sender, name }),
    t(words.noScore),
    ...(voice.caseId ? [t(words.onCase)] : []),
  ].join(' ')
  const quote = voice.text.length > longestQuote ? `${voice.text.slice(0, longestQuote)} […]` : voice.text
  const [note, button] = [t(caseMailWords.note), t(voice.caseId ? caseMailWords.button : words.button)]
  const url = voice.caseId ? `${env.PUBLIC_URL}/cases/${voice.caseId}` : `${env.PUBLIC_URL}/voices/${voice.id}`
  return {
    fromName: organisation.name,
    ...(await renderStaffMail({ locale, subject, body, quote, button, url, note })),
  }
}
