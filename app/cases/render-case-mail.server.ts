import { standsInFor } from '#app/access/absences/works-for.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { caseMailWords as words } from '#app/cases/mail-words.ts'
import { kindOfEvent, nameOf, sentenceOf } from '#app/cases/notices/case-sentence.ts'
import { findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { answerOf, heardOf } from '#app/cases/notices/said-on-case.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator, type Word } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

const bodies: Record<string, Word> = {
  'cases.joined': words.joined,
  'cases.merged': words.merged,
  'cases.not_recovered': words.notRecovered,
  'cases.assigned': words.assigned,
}

/** The mail that tells the owner of a case what a customer said. */
export async function renderCaseMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const caseId = message.refId
  const { responseId, voiceId, why } = message.payload as Record<string, string | null>
  const reader = await findReader(ctx, message.userId)
  const found = reader && (await findNoticed(as(ctx, reader.actor), [caseId])).get(caseId)
  const answer = voiceId ? null : ((responseId && (await answerOf(ctx, caseId, responseId))) || (await answerOf(ctx, caseId))) // prettier-ignore
  const about = answer ?? (await heardOf(ctx, caseId, voiceId))
  if (!found || !about) throw new NotFound()
  const { locale, zone } = reader
  const t = translator(locale)
  const others = await standsInFor(ctx, reader.actor.id)
  const subject = sentenceOf(
    t,
    { kind: kindOfEvent[why ?? ''] ?? 'case_opened', data: { why: why ?? null } },
    {
      name: nameOf(t, about),
      score: answer?.score,
      standsInFor: others.includes(found.ownerId) ? found.owner : null,
    },
  )
  const opened = answer?.why === 'contradiction' ? words.contradicts : words.opened
  const body = t(answer ? (bodies[why ?? ''] ?? opened) : words.openedHeard, {
    person: nameOf(t, { account: null, person: about.person }),
    program: answer?.program ?? '',
    score: answer?.score ?? '',
    due: formats(locale, zone).dateTime(about.replyDueAt),
  })
  const url = `${env.PUBLIC_URL}/cases/${caseId}`
  const [button, note] = [t(words.button), t(words.note)]
  const mail = await renderStaffMail({ locale, subject, body, quote: about.comment, button, url, note })
  return { fromName: (await getOrganisation(ctx)).name, ...mail }
}
