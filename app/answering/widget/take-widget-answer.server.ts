import { z } from 'zod'
import { limitDoorAnswers } from '#app/access/rate-limits.server.ts'
import { troubleOf, troubleStatus } from '#app/answering/trouble.server.ts'
import type { Reply, SentBody, Visit } from '#app/answering/visit.ts'
import { enterWidget, jsonReply, problemReply, type AtWidget } from '#app/answering/widget/widget-visit.server.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { answerAtDoor, noteAsked, type DoorOutcome } from '#app/loop/answer-at-door.server.ts'
import { jsonOf } from '#app/platform/json-of.ts'
import { cleanText } from '#app/platform/text.ts'
import { translator } from '#app/platform/words.ts'
import { makeNonce, openNonce } from '#app/responses/nonce.server.ts'
import { longestComment } from '#app/responses/response.ts'
import { isScore, scaleOf } from '#app/statistics/scale.ts'

/** What a widget sends; whatever else is in it is not looked at. */
const sentSchema = z.object({
  nonce: z.string().max(200),
  /** Only that it stands on the page now. */
  shown: z.literal(true).optional(),
  score: z.unknown().optional(),
  comment: z.string().nullish(),
})

/**
 * `POST /w/:token`: an answer, by the rules of the survey page, or word that the widget stands on a page. Whatever was
 * sent, the reply is JSON: a problem (4xx) when it can't be taken, 503 when it can't be saved just now.
 */
export async function takeWidgetAnswer(visit: Visit): Promise<Reply> {
  let at: AtWidget | { refused: Reply } | undefined
  try {
    const sent = await visit.body()
    at = await enterWidget(visit)
    return 'refused' in at ? at.refused : await take(visit, at, sent)
  } catch (error) {
    const open = at && !('refused' in at) ? at : null
    const trouble = troubleOf(visit, error, 'an answer at a widget could not be saved')
    const code = trouble === 'busy' ? 'unavailable' : 'too_many'
    const detail = translator(open?.language ?? 'en')(words[trouble])
    return problemReply({ status: troubleStatus[trouble], code, detail }, open?.cors)
  }
}

async function take(visit: Visit, at: AtWidget, body: SentBody): Promise<Reply> {
  const { ctx } = visit
  const t = translator(at.language)
  const refuse = (status: number, code: string, detail: string) => problemReply({ status, code, detail }, at.cors)
  if (!body.whole) return refuse(413, 'too_large', t(words.tooLarge))
  if (!/^application\/json\b/i.test(visit.header('content-type') ?? ''))
    return refuse(415, 'not_json', t(words.notAForm))
  const sent = sentSchema.safeParse(jsonOf(body.text))
  if (!sent.success) return refuse(400, 'bad_request', t(words.notAForm))
  const { shown, score } = sent.data
  const nonce = openNonce(ctx.keys, at.link.id, sent.data.nonce, ctx.now())
  if (!nonce) return pressAgain(visit, at, 400)
  const standing = { door: at.link, person: at.person, ref: at.ref, nonce, language: at.language }
  if (shown) {
    if (at.person) await noteAsked(ctx, { ...standing, person: at.person })
    return jsonReply({ state: 'noted' }, at)
  }
  const { metric } = at.survey
  if (score === undefined || score === null) return refuse(422, 'no_score', t(words.noScore))
  if (typeof score !== 'number' || !isScore(metric, score))
    return refuse(422, 'score_outside', t(words.oneScore, { ...scaleOf(metric) }))
  const comment = cleanText(sent.data.comment ?? '')
  const n = comment?.length ?? 0
  if (n > longestComment) return refuse(422, 'too_long', t(words.tooLong, { n, max: longestComment }))
  await limitDoorAnswers(visit.remoteAddress)
  return replyTo(visit, at, await answerAtDoor(ctx, { ...standing, score, comment }))
}

function replyTo(visit: Visit, at: AtWidget, result: DoorOutcome): Reply {
  const t = translator(at.language)
  if (result.kind === 'too_fast') return pressAgain(visit, at, 202)
  if (result.kind !== 'answered')
    return problemReply({ status: 409, code: 'not_asked', detail: t(words.doorShutText) }, at.cors)
  const { invitation, outcome } = result
  const url = `/s/${invitationToken(visit.ctx.keys, invitation)}?lang=${at.language}`
  if (outcome.kind !== 'recorded') {
    // Said otherwise before: what to do about it is asked on the page.
    const from = 'from' in outcome ? outcome.from : null
    const say = from === null ? t(words.pressAgain) : t(words.again, { score: from })
    return jsonReply({ state: 'elsewhere', say, url, change: t(words.change) }, at, 409)
  }
  const thanks = at.survey.wording[at.language].thanks[outcome.class]
  return jsonReply(
    { state: 'recorded', title: t(words.thanks), thanks, url: `${url}&thanks=1`, change: t(words.change) },
    at,
  )
}

/** A page of its own for a person to press on once more; nothing was written. */
function pressAgain({ ctx }: Visit, at: AtWidget, status: 202 | 400): Reply {
  const say = translator(at.language)(words.pressAgain)
  return jsonReply({ state: 'press_again', say, nonce: makeNonce(ctx.keys, at.link.id, ctx.now()) }, at, status)
}
