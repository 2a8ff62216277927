import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { caseMailWords } from '#app/cases/mail-words.ts'
import { nameOf, sentenceOf } from '#app/cases/notices/case-sentence.ts'
import { authorsOf } from '#app/cases/notices/case-teller.server.ts'
import { findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { answerOf, heardOf } from '#app/cases/notices/said-on-case.server.ts'
import { caseNoticeWords as words } from '#app/cases/notices/words.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { noticeKinds } from '#db/enums/notifications.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { notifications } from '#db/schema/notifications.ts'

/** The mail about a clock that runs out, or a note that names its reader. */
export async function renderNoticeMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const reader = await findReader(ctx, message.userId)
  const kind = noticeKinds.find((one) => one === message.payload.kind)
  if (!reader || !kind) throw new NotFound()
  const found = (await findNoticed(as(ctx, reader.actor), [message.refId])).get(message.refId)
  if (!found) throw new NotFound()
  const { locale, zone } = reader
  const t = translator(locale)
  const data = message.payload as Record<string, string | number | null>
  const isMention = kind === 'case_mention'
  const author = isMention ? await authorOf(ctx, String(data.noticeId)) : null
  const subject = sentenceOf(t, { kind, data }, { name: nameOf(t, found), author })
  const quote = isMention ? await noteOf(ctx, String(data.entryId)) : await saidOn(ctx, found.id)
  const body = t(isMention ? words.mentionBody : kind === 'sla_warning' ? words.warningBody : words.lateBody)
  const dueAt = data.clock === 'resolve' ? found.resolveDueAt : found.replyDueAt
  const facts = isMention
    ? []
    : [
        { name: t(words.due), value: dueAt === null ? '–' : formats(locale, zone).dateTime(dueAt) },
        { name: t(words.owner), value: found.owner },
      ]
  const [button, note] = [t(caseMailWords.button), t(words.note)]
  const url = `${env.PUBLIC_URL}/cases/${found.id}`
  const { name: fromName } = await getOrganisation(ctx)
  return { fromName, ...(await renderStaffMail({ locale, subject, body, quote, facts, button, url, note })) }
}

async function authorOf(ctx: Ctx, noticeId: string) {
  const [notice] = await read(ctx)
    .select({ eventId: notifications.eventId })
    .from(notifications)
    .where(eq(notifications.id, noticeId))
  return notice ? ((await authorsOf(ctx, [notice])).get(notice.eventId) ?? null) : null
}

async function noteOf(ctx: Ctx, entryId: string) {
  const [entry] = await read(ctx)
    .select({ text: caseEntries.text })
    .from(caseEntries)
    .where(eq(caseEntries.id, entryId))
  return entry?.text ?? null
}

/** What the customer said last: in an answer, else elsewhere. */
async function saidOn(ctx: Ctx, caseId: string) {
  const said = (await answerOf(ctx, caseId)) ?? (await heardOf(ctx, caseId))
  return said?.comment ?? null
}
