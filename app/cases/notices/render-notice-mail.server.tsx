import { render } from '@react-email/render'
import { desc, eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { caseMailWords } from '#app/cases/mail-words.ts'
import { authorsOf, nameOf, sentenceOf } from '#app/cases/notices/case-teller.server.ts'
import { findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { caseNoticeWords as words } from '#app/cases/notices/words.ts'
import { StaffMail } from '#app/email/components/staff-mail.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { noticeKinds } from '#db/enums/notifications.ts'
import { caseEntries, casePeople } from '#db/schema/cases.ts'
import { notifications } from '#db/schema/notifications.ts'
import { responses } from '#db/schema/responses.ts'

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
  const values = { name: nameOf(t, found), score: null, author: author ?? t(words.formerColleague) }
  const subject = sentenceOf(t, { kind, data }, values)
  const quote = isMention ? await noteOf(ctx, String(data.entryId)) : await latestWords(ctx, found.id)
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
  const html = await render(<StaffMail {...{ locale, subject, body, quote, facts, button, url, note }} />)
  const said = quote ? [quote.replace(/^/gm, '> ')] : []
  const listed = facts.length ? [facts.map(({ name, value }) => `${name}: ${value}`).join('\n')] : []
  return { fromName, subject, html, text: `${[subject, ...said, ...listed, body, url, note].join('\n\n')}\n` }
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

/** What the customer said last. */
async function latestWords(ctx: Ctx, caseId: string) {
  const [row] = await read(ctx)
    .select({ comment: responses.comment })
    .from(casePeople)
    .innerJoin(responses, eq(responses.id, casePeople.responseId))
    .where(eq(casePeople.caseId, caseId))
    .orderBy(desc(responses.answeredAt))
    .limit(1)
  return row?.comment ?? null
}
