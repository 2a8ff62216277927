import { getSurvey } from '#app/answering/get-survey.server.ts'
import { answerPath, unsubscribePath } from '#app/answering/links.server.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { readScore } from '#app/answering/read-answer-form.ts'
import { renderSurveyPage, type SurveyView } from '#app/answering/render-survey-page.server.ts'
import { askTakeBack, sayTakenBack } from '#app/answering/show-take-back.server.ts'
import { showThanks } from '#app/answering/thanks/show-thanks.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { openInvitationToken } from '#app/delivery/invitation-token.server.ts'
import { isLanguage, languages, preferredLanguage, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import {
  closedBecause,
  getPageInvitation,
  isUninvited,
  ledgerOf,
  type PageInvitation,
} from '#app/responses/get-answering-invitation.server.ts'
import { mayChange } from '#app/responses/response.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { leaveTouch, type Touch } from '#app/responses/record-touches.server.ts'

/** `GET /s/:token`: the survey, or why there is none. It records no answer, whoever calls; it leaves a touch after the reply. */
export async function showSurvey(visit: Visit): Promise<Reply> {
  const { ctx, query } = visit
  const open = await openSurvey(visit)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const locale = localeFor(visit, invitation, query.get('lang'), survey.languages)
  const score = readScore(query.get('score'), survey.metric)
  const touch = touchOf(visit, invitation, { score, ...(query.has('more') && { what: 'hidden_link' }) })
  visit.afterReply(async () => leaveTouch(ctx, touch))
  const script = score === null ? null : survey.integrity === 'on_load' ? ('load' as const) : ('touch' as const)
  if (invitation.responseState === 'counted') {
    const stands = !mayChange(invitation, ctx.now())
    if (query.has('takeback') && !stands) return askTakeBack(visit, open, { locale })
    if (query.has('thanks') || stands) return showThanks({ visit, invitation, survey, locale })
    const say = translator(locale)(words.again, { score: invitation.score! })
    return htmlReply(surveyHtml(visit, invitation, survey, { locale, score, say, script }))
  }
  if (invitation.responseState === 'withdrawn' && query.has('takenback')) return sayTakenBack(visit, open, locale)
  return htmlReply(surveyHtml(visit, invitation, survey, { locale, score, script, name: invitation.name }))
}

/** What a visit leaves behind once it has its reply. */
export const touchOf = (
  visit: Visit,
  invitation: PageInvitation,
  of: { score: number | null; what?: 'hidden_link' | 'unsubscribe' },
): Touch => ({
  ...of,
  invitationId: invitation.id,
  programId: ledgerOf(invitation),
  at: visit.ctx.now(),
  method: visit.method,
  address: visit.remoteAddress,
  agent: visit.header('user-agent') ?? '',
  purpose: `${visit.header('sec-purpose') ?? ''} ${visit.header('purpose') ?? ''} ${visit.header('x-moz') ?? ''}`,
})

/** The invitation behind the link and its survey, or the page that says why there is none. */
export async function openSurvey(
  visit: Visit,
  typed: string | null = null,
): Promise<{ invitation: PageInvitation; survey: Survey } | { closed: Reply }> {
  const { ctx, token } = visit
  const link = openInvitationToken(ctx.keys, token)
  const invitation = link && (await getPageInvitation(ctx, link.id))
  const closed = closedBecause(invitation, link?.gen ?? 0, ctx.now())
  const survey = invitation && !closed ? await getSurvey(ctx, invitation.versionId) : null
  if (invitation && survey) return { invitation, survey }
  const locale = localeFor(visit, invitation, visit.query.get('lang'), languages)
  const wishes = invitation && closed === 'expired' ? unsubscribePath(visit, invitation) : null
  return { closed: await noticeReply(visit, closed ?? 'unknown', { locale, typed, wishes }) }
}

/** The form with a nonce of its own. `confirms`: the score that this page asks to confirm. */
export function surveyHtml(
  visit: Visit,
  invitation: PageInvitation,
  survey: Survey,
  view: Omit<SurveyView, 'cspNonce' | 'nonce' | 'action' | 'unsubscribe' | 'door'> & { confirms?: number },
): string {
  const { ctx } = visit
  return renderSurveyPage(survey, {
    ...view,
    cspNonce: visit.cspNonce,
    nonce: makeNonce(ctx.keys, invitation.id, ctx.now(), view.confirms ?? null),
    action: answerPath(visit.token),
    unsubscribe: unsubscribePath(visit, invitation),
    door: isUninvited(invitation),
  })
}

/**
 * The reader's own choice, else the contact's language, else what the browser asks for, else the invitation's, else English:
 * the first that is `spoken`, so that no page is a mix.
 */
export function localeFor(
  visit: Visit,
  invitation: Pick<PageInvitation, 'contactLanguage' | 'language'> | null,
  asked: string | null,
  spoken: readonly Language[],
): Language {
  const speaks = (language: unknown): language is Language => isLanguage(language) && spoken.includes(language)
  if (speaks(asked)) return asked
  if (speaks(invitation?.contactLanguage)) return invitation.contactLanguage
  const preferred = preferredLanguage(visit.header('accept-language'), spoken)
  return preferred ?? (speaks(invitation?.language) ? invitation.language : 'en')
}
