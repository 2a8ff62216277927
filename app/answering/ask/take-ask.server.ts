import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { answers, laterMonths } from '#app/advocacy/asking/ask.ts'
import type { AskPlace } from '#app/answering/ask/ask-page.ts'
import { askReply, openAsk, type OpenAsk } from '#app/answering/ask/show-ask.server.ts'
import { askPageWords as words } from '#app/answering/ask/words.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import { seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as } from '#app/audit/context.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { DAY } from '#app/platform/day.ts'
import { translator } from '#app/platform/words.ts'

/**
 * `POST /ask/:token`: an answer, or the wish to be asked for nothing. Mail programs post `List-Unsubscribe=One-Click` (RFC 8058)
 * from anywhere, without cookies; everything else needs the page's own nonce.
 */
export async function takeAsk(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  const open = await openAsk(visit, fields.get('lang'))
  if ('closed' in open) return open.closed
  const { ask, place } = open
  const t = translator(place.locale)
  if (fields.get('List-Unsubscribe') === 'One-Click') {
    await wish(visit, ask, 'off', 'one_click')
    return askReply(visit, place, ask, { say: t(words.stopped), stopOpen: true })
  }
  if (judgePageNonce(visit, 'ask', ask.id, fields.get('nonce'), DAY) !== 'good')
    return askReply(visit, place, ask, { say: t(answeringWords.pressAgain), status: 202 })
  return act(visit, place, ask, fields)
}

async function act(visit: Visit, place: AskPlace, ask: OpenAsk, fields: URLSearchParams): Promise<Reply> {
  const t = translator(place.locale)
  const said = fields.get('act')
  if (said === 'stop' || said === 'undo-stop') {
    await wish(visit, ask, said === 'stop' ? 'off' : null, 'ask')
    const say = t(said === 'stop' ? words.stopped : words.resumed)
    return askReply(visit, place, ask, { say, stopOpen: said === 'stop' })
  }
  const answer = answers.find((one) => one === said)
  if (!answer) return askReply(visit, place, ask, { say: t(answeringWords.notAForm), status: 400 })
  await answerAsk(as(visit.ctx, { kind: 'contact', id: ask.contactId }), {
    askId: ask.id,
    answer,
    months: laterMonths.find((n) => String(n) === fields.get('months')) ?? 3,
    language: place.locale,
  })
  return seeOther(`/ask/${visit.token}?lang=${place.locale}`)
}

const wish = (visit: Visit, { contactId }: OpenAsk, choice: 'off' | null, source: string) =>
  setPreference(as(visit.ctx, { kind: 'contact', id: contactId }), { contactId, scope: 'asks', choice, source })
