import { getSurvey } from '#app/answering/get-survey.server.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { readScore } from '#app/answering/read-answer-form.ts'
import { renderSurveyPage, type SurveyView } from '#app/answering/render-survey-page.server.ts'
import { showThanks } from '#app/answering/thanks/show-thanks.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { openInvitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { isLanguage, type Language } from '#app/platform/languages.ts'
import { localeOf, translator } from '#app/platform/words.ts'
import {
  closedBecause,
  getPageInvitation,
  type PageInvitation,
} from '#app/responses/get-answering-invitation.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { leaveTouch } from '#app/responses/record-touches.server.ts'

/** `GET /s/:token`: the survey, or why there is none. It records no answer, whoever calls; it leaves a touch after the reply. */
export async function showSurvey(visit: Visit): Promise<Reply> {
  const { ctx, query } = visit
  const open = await openSurvey(visit)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const locale = localeFor(visit, invitation, query.get('lang'))
  const score = readScore(query.get('score'), survey.metric)
  visit.afterReply(async () =>
    leaveTouch(ctx, {
      invitationId: invitation.id,
      at: ctx.now(),
      method: visit.method,
      score,
      address: visit.remoteAddress,
      agent: visit.header('user-agent') ?? '',
      purpose: `${visit.header('sec-purpose') ?? ''} ${visit.header('purpose') ?? ''} ${visit.header('x-moz') ?? ''}`,
    }),
  )
  if (invitation.responseState === 'counted') {
    if (query.has('thanks')) return showThanks({ visit, invitation, survey, locale })
    const say = translator(locale)(words.again, { score: invitation.score! })
    return htmlReply(surveyHtml(visit, invitation, survey, { locale, score, say }))
  }
  return htmlReply(surveyHtml(visit, invitation, survey, { locale, score, name: invitation.name }))
}

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
  const locale = invitation
    ? localeFor(visit, invitation, visit.query.get('lang'))
    : localeFor(visit, null, visit.query.get('lang'))
  return { closed: await noticeReply(visit, closed ?? 'unknown', { locale, typed }) }
}

/** The form with a nonce of its own. `confirms`: the score that this page asks to confirm. */
export function surveyHtml(
  visit: Visit,
  invitation: PageInvitation,
  survey: Survey,
  view: Omit<SurveyView, 'cspNonce' | 'nonce' | 'action' | 'unsubscribe'> & { confirms?: number },
): string {
  const { ctx } = visit
  return renderSurveyPage(survey, {
    ...view,
    cspNonce: visit.cspNonce,
    nonce: makeNonce(ctx.keys, invitation.id, ctx.now(), view.confirms ?? null),
    action: `/s/${visit.token}`,
    unsubscribe: unsubscribeLink(visit, invitation),
  })
}

const unsubscribeLink = ({ ctx }: Visit, { id, gen }: PageInvitation) => `/u/${unsubscribeToken(ctx.keys, { id, gen })}`

/** The reader's own choice, else the contact's language, else what the browser asks for, else the invitation's. */
export function localeFor(
  visit: Visit,
  invitation: Pick<PageInvitation, 'contactLanguage' | 'language'> | null,
  asked: string | null,
): Language {
  if (isLanguage(asked)) return asked
  return invitation?.contactLanguage ?? localeOf(visit.header('accept-language'), invitation?.language ?? 'en')
}
