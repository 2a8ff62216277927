import { scoreSayer } from '#app/answering/score-meaning.ts'
import { themeStyle } from '#app/answering/style.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { enterWidget, jsonReply, preflight } from '#app/answering/widget/widget-visit.server.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { whyNotAsked } from '#app/delivery/whom-a-door-asks.server.ts'
import { directionOf } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { longestComment } from '#app/responses/response.ts'
import { classOf, scaleOf, scoresOf } from '#app/statistics/scale.ts'

/** `GET /w/:token`: what the widget asks, in the reader's language; `ask: false` where nothing is to be asked. It changes nothing. */
export async function showWidget(visit: Visit): Promise<Reply> {
  if (visit.method === 'OPTIONS') return preflight(visit)
  const at = await enterWidget(visit)
  if ('refused' in at) return at.refused
  const { ctx } = visit
  const { survey, language, person, found } = at
  // Why not is nobody's business on that page: it may be a wish, or a case that is open.
  if (person && (await whyNotAsked(ctx, found.program, person, at.ref))) return jsonReply({ ask: false }, at)
  const t = translator(language)
  const { metric, brand } = survey
  const { question, low, high, followUp } = survey.wording[language]
  const { min, max } = scaleOf(metric)
  const say = scoreSayer(metric, survey.wording[language], language)
  return jsonReply(
    {
      ask: true,
      nonce: makeNonce(ctx.keys, at.link.id, ctx.now()),
      known: person !== null,
      language,
      dir: directionOf(language),
      theme: themeStyle(':host', brand.colour),
      brand: brand.name,
      question,
      low: `${min} = ${low}`,
      high: `${max} = ${high}`,
      scores: scoresOf(metric).map((score) => ({
        score,
        label: say(score),
        ask: followUp[classOf(metric, score)],
      })),
      longest: longestComment,
      words: {
        comment: t(words.comment),
        optional: t(words.optional),
        send: t(words.send),
        noScore: t(words.noScore),
        busy: t(words.busy),
        close: t(words.close),
      },
    },
    at,
  )
}
