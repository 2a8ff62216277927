import { getSurvey } from '#app/answering/get-survey.server.ts'
import { noticeReply, type Odd } from '#app/answering/notice.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { readScore } from '#app/answering/read-answer-form.ts'
import { renderSurveyPage, type SurveyView } from '#app/answering/render-survey-page.server.ts'
import { answerPath } from '#app/answering/links.server.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { languages } from '#app/platform/languages.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { openDoorToken, type DoorLink } from '#app/surveys/doors/door-token.server.ts'
import { doorClosedBecause, findDoor, type DoorClosed } from '#app/surveys/doors/find-door.server.ts'

/** The page for each reason why a door lets nobody in. */
export const shutNotices: Record<DoorClosed, Odd> = { unknown: 'unknown', revoked: 'doorReplaced', shut: 'doorShut' }

/** `GET /s/:token` of a link for everybody: the survey without a name. It changes nothing, whoever calls. */
export async function showDoor(visit: Visit): Promise<Reply> {
  const open = await enterDoor(visit)
  if ('closed' in open) return open.closed
  const { survey } = open
  const locale = localeFor(visit, null, visit.query.get('lang'), survey.languages)
  return htmlReply(doorHtml(visit, open, { locale, score: readScore(visit.query.get('score'), survey.metric) }))
}

export interface AtOpenDoor {
  link: DoorLink
  survey: Survey
}

/** The survey behind a link for everybody, or the page that says why there is none. */
export async function enterDoor(visit: Visit, typed: string | null = null): Promise<AtOpenDoor | { closed: Reply }> {
  const { ctx } = visit
  const link = openDoorToken(ctx.keys, visit.token)
  const found = link && (await findDoor(ctx, link.id))
  const isLink = found?.door.kind === 'link'
  const why = !link || !isLink ? 'unknown' : doorClosedBecause(found, link)
  const survey = found && !why ? await getSurvey(ctx, found.program.currentVersionId!) : null
  if (link && survey) return { link, survey }
  const locale = localeFor(visit, null, visit.query.get('lang'), languages)
  return { closed: await noticeReply(visit, shutNotices[why ?? 'unknown'], { locale, typed }) }
}

/** The form of a door with a nonce of its own. */
export const doorHtml = (
  { ctx, cspNonce, token }: Visit,
  { link, survey }: AtOpenDoor,
  view: Omit<SurveyView, 'cspNonce' | 'nonce' | 'action' | 'unsubscribe' | 'door'>,
): string =>
  renderSurveyPage(survey, {
    ...view,
    cspNonce,
    nonce: makeNonce(ctx.keys, link.id, ctx.now()),
    action: answerPath(token),
    door: true,
  })
