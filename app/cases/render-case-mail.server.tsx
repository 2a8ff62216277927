import { render } from '@react-email/render'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { StaffMail } from '#app/email/components/staff-mail.tsx'
import { caseMailWords as words } from '#app/cases/mail-words.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { voices } from '#db/schema/voices.ts'

const kinds: Record<string, { subject: Word; body: Word }> = {
  'cases.opened': { subject: words.openedSubject, body: words.opened },
  'cases.joined': { subject: words.joinedSubject, body: words.joined },
  'cases.merged': { subject: words.mergedSubject, body: words.merged },
  'cases.assigned': { subject: words.assignedSubject, body: words.assigned },
}

const heardKinds: typeof kinds = {
  'cases.opened': { subject: words.openedHeardSubject, body: words.openedHeard },
  'cases.joined': { subject: words.joinedHeardSubject, body: words.openedHeard },
  'cases.assigned': { subject: words.assignedSubject, body: words.openedHeard },
}

/** The mail that tells the owner of a case what a customer said. */
export async function renderCaseMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const caseId = message.refId
  const { responseId, voiceId, why } = message.payload as Record<string, string | null>
  const answer = voiceId ? null : ((responseId && (await answerOf(ctx, caseId, responseId))) || (await answerOf(ctx, caseId))) // prettier-ignore
  const about = answer ?? (await heardOf(ctx, caseId, voiceId ?? null))
  if (!about) throw new NotFound()
  const organisation = await getOrganisation(ctx)
  const [owner] = message.userId
    ? await read(ctx).select({ locale: users.locale, zone: users.zone }).from(users).where(eq(users.id, message.userId))
    : []
  const locale = owner?.locale ?? organisation.locale
  const t = translator(locale)
  const person = about.person ? t(words.personOf, { name: about.person }) : t(words.somebody)
  const values = {
    person,
    name: about.account ?? person,
    program: answer?.program ?? '',
    score: answer?.score ?? '',
    due: formats(locale, owner?.zone ?? organisation.zone).dateTime(about.replyDueAt),
  }
  const known = answer ? kinds : heardKinds
  const kind = known[why ?? ''] ?? known['cases.opened']!
  const [subject, body, note, button] = [t(kind.subject, values), t(kind.body, values), t(words.note), t(words.button)]
  const url = `${env.PUBLIC_URL}/cases/${caseId}`
  const props = { locale, subject, body, quote: about.comment, button, url, note }
  const html = await render(<StaffMail {...props} />)
  const quote = about.comment ? `${about.comment.replace(/^/gm, '> ')}\n\n` : ''
  return { fromName: organisation.name, subject, html, text: `${subject}\n\n${quote}${body}\n\n${url}\n\n${note}\n` }
}

/** One answer on the case: the one asked for, or the latest. */
async function answerOf(ctx: Ctx, caseId: string, responseId?: string) {
  const [row] = await read(ctx)
    .select({
      replyDueAt: cases.replyDueAt,
      account: accounts.name,
      person: contacts.name,
      program: programs.name,
      score: responses.score,
      comment: responses.comment,
    })
    .from(cases)
    .innerJoin(casePeople, eq(casePeople.caseId, cases.id))
    .innerJoin(responses, eq(responses.id, casePeople.responseId))
    .innerJoin(programs, eq(programs.id, responses.programId))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(eq(cases.id, caseId), responseId ? eq(casePeople.responseId, responseId) : undefined))
    .orderBy(desc(responses.answeredAt))
    .limit(1)
  return row ?? null
}

/** What was heard elsewhere: the voice asked for, or the latest of this case. */
async function heardOf(ctx: Ctx, caseId: string, voiceId: string | null) {
  const [row] = await read(ctx)
    .select({
      replyDueAt: cases.replyDueAt,
      account: accounts.name,
      person: contacts.name,
      comment: voices.text,
    })
    .from(cases)
    .innerJoin(voices, voiceId ? eq(voices.id, voiceId) : eq(voices.caseId, cases.id))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .where(and(eq(cases.id, caseId), isNull(voices.deletedAt)))
    .orderBy(desc(voices.id))
    .limit(1)
  return row ?? null
}
