import { answerQuote } from '#app/advocacy/quotes/answer-quote.server.ts'
import { answerQuoteInput } from '#app/advocacy/quotes/quote-form.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import { openQuote, replyQuote, type OpenQuote } from '#app/answering/quotes/show-quote.server.ts'
import { approvalWords as words } from '#app/answering/quotes/words.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import { cleanText } from '#app/platform/text.ts'
import { locales, translator } from '#app/platform/words.ts'
import { longestComment } from '#app/responses/response.ts'
import type { Attribution } from '#db/enums/advocacy-quotes.ts'

/** `POST /q/:token`: approves, declines, takes back, or shows how other words would look. Whatever was sent, the reply is a page. */
export async function takeQuote(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  const asked = fields.get('lang')
  try {
    const open = await openQuote(visit, asked)
    if ('closed' in open) return open.closed
    return await takeOpen(visit, open, fields)
  } catch (error) {
    log.error({ requestId: visit.requestId, err: plain(error) }, 'an answer about a quote could not be saved')
    return noticeReply(visit, 'notSaved', { locale: localeFor(visit, null, asked, locales) })
  }
}

async function takeOpen(visit: Visit, open: OpenQuote, fields: URLSearchParams): Promise<Reply> {
  const { quote, link, place } = open
  const t = translator(place.locale)
  const act = fields.get('act')
  const here = `/q/${visit.token}?lang=${place.locale}`
  const attribution: Attribution = {
    name: fields.has('name'),
    title: fields.has('title'),
    company: fields.has('company'),
    logo: fields.has('logo'),
  }
  const typed = fields.has('text') ? { text: cleanText(fields.get('text') ?? '') ?? '', attribution, open: true } : {}
  if (judgePageNonce(visit, 'quote', quote.id, fields.get('nonce')) !== 'good')
    return replyQuote(visit, open, { ...typed, say: t(answeringWords.pressAgain) }, 202)
  if (act === 'preview') return replyQuote(visit, open, { ...typed, say: t(words.previewed) })
  const answer = answerQuoteInput.safeParse({
    verb: act,
    id: link.id,
    generation: link.generation,
    lockVersion: fields.get('v') ?? '',
    text: fields.get('text') ?? '',
    ...attribution,
    stop: fields.has('stop'),
  })
  if (!answer.success) {
    const say = act === 'approve' ? t(words.needed, { n: longestComment }) : t(answeringWords.notAForm)
    return replyQuote(visit, open, { ...typed, say }, act === 'approve' ? 422 : 400)
  }
  try {
    await answerQuote(as(visit.ctx, { kind: 'contact', id: quote.contactId }), answer.data)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const now = await openQuote(visit, place.locale)
    if ('closed' in now) return now.closed
    if (act === 'withdraw' && now.quote.state === 'withdrawn') return seeOther(here)
    return replyQuote(visit, now, { say: t(words.changed) }, error.status)
  }
  return seeOther(here)
}
