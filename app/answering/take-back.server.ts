import { noticeReply } from '#app/answering/notice.server.ts'
import { openPageNonce } from '#app/answering/page-nonce.server.ts'
import { localeFor, openSurvey } from '#app/answering/show-survey.server.ts'
import { askTakeBack } from '#app/answering/show-take-back.server.ts'
import { seeOther, type Reply, type SentBody, type Visit } from '#app/answering/visit.ts'
import { as } from '#app/audit/context.server.ts'
import { openInvitationToken } from '#app/delivery/invitation-token.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { isLanguage, languages } from '#app/platform/languages.ts'

/** Whether a posted form is the one that takes an answer back. No typed text can look like the name of its field. */
export const takesBack = (sent: SentBody): boolean => /(^|&)takeback=/.test(sent.text)

/** `POST /s/:token` with `takeback`: takes the answer back, or asks a person to press once more. */
export async function takeBack(visit: Visit, sent: SentBody): Promise<Reply> {
  const { ctx } = visit
  const fields = new URLSearchParams(sent.text)
  const asked = fields.get('lang')
  const lang = isLanguage(asked) ? `&lang=${asked}` : ''
  const link = openInvitationToken(ctx.keys, visit.token)
  if (!link) return noticeReply(visit, 'unknown', { locale: localeFor(visit, null, asked, languages) })
  const nonce = openPageNonce(visit, 'take back', link.id, fields.get('nonce'))
  // Without the page's nonce it is nobody who was asked: as if it had been opened just now.
  const outcome = await withdrawAnswer(as(ctx, { kind: 'contact', id: null }), {
    invitationId: link.id,
    gen: link.gen,
    askedAt: nonce?.issuedAt ?? ctx.now(),
  })
  if (outcome.kind === 'closed')
    return noticeReply(visit, outcome.why, { locale: localeFor(visit, null, asked, languages) })
  if (outcome.kind === 'withdrawn') return seeOther(`/s/${visit.token}?takenback=1${lang}`)
  if (outcome.kind === 'stands') return seeOther(`/s/${visit.token}?thanks=1${lang}`)
  const open = await openSurvey(visit)
  if ('closed' in open) return open.closed
  return askTakeBack(visit, open, {
    locale: localeFor(visit, open.invitation, asked, open.survey.languages),
    again: true,
  })
}
