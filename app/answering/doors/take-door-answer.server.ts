import { limitDoorAnswers } from '#app/access/rate-limits.server.ts'
import { doorHtml, enterDoor, shutNotices, type AtOpenDoor } from '#app/answering/doors/show-door.server.ts'
import { renderLanguagesPage } from '#app/answering/languages-page.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import { readAnswerForm, type AnswerForm } from '#app/answering/read-answer-form.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { refuse } from '#app/answering/take-answer.server.ts'
import { comeAgain, troubleOf, troubleStatus, type Trouble } from '#app/answering/trouble.server.ts'
import { htmlReply, seeOther, type Reply, type SentBody, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { answerAtDoor, type DoorOutcome } from '#app/loop/answer-at-door.server.ts'
import { languages } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { openNonce } from '#app/responses/nonce.server.ts'

/**
 * `POST /s/:token` of a link for everybody: makes an invitation of its own for the answer and goes to its thanks, where
 * it can be changed. Whatever was sent, the reply is a page with what was typed.
 */
export async function takeDoorAnswer(visit: Visit): Promise<Reply> {
  let sent: SentBody = { text: '', whole: false }
  try {
    sent = await visit.body()
    return await take(visit, sent)
  } catch (error) {
    return sorry(visit, sent, troubleOf(visit, error, 'an answer at a door could not be saved'))
  }
}

async function take(visit: Visit, sent: SentBody): Promise<Reply> {
  const { ctx } = visit
  const contentType = visit.header('content-type')
  const open = await enterDoor(visit, readAnswerForm(contentType, sent, 'nps').typed)
  if ('closed' in open) return open.closed
  const form = readAnswerForm(contentType, sent, open.survey.metric)
  const nonce = openNonce(ctx.keys, open.link.id, form.nonce, ctx.now())
  if (form.problem || form.switchTo || form.choosing || !nonce || form.score === null)
    return askAgain(visit, open, form, sent)
  await limitDoorAnswers(visit.remoteAddress)
  const reply = await answerAtDoor(ctx, {
    door: open.link,
    person: null,
    ref: null,
    score: form.score,
    comment: form.comment,
    language: form.lang ?? localeFor(visit, null, null, open.survey.languages),
    nonce,
  })
  return replyTo(visit, open, form, reply)
}

async function replyTo(visit: Visit, open: AtOpenDoor, form: AnswerForm, result: DoorOutcome): Promise<Reply> {
  const locale = localeFor(visit, null, form.lang, open.survey.languages)
  if (result.kind === 'answered') {
    const token = invitationToken(visit.ctx.keys, result.invitation)
    if (result.outcome.kind !== 'recorded' && result.outcome.kind !== 'stands')
      return refuse({ ...visit, token }, form, result.outcome)
    return seeOther(`/s/${token}?thanks=1&lang=${locale}`)
  }
  if (result.kind === 'too_fast') {
    const view = { locale, score: form.score, comment: form.typed, asking: 'press_again' as const }
    return htmlReply(doorHtml(visit, open, { ...view, say: translator(locale)(words.pressAgain) }), 202)
  }
  const why = result.kind === 'shut' ? shutNotices[result.why] : 'doorShut'
  return noticeReply(visit, why, { locale, typed: form.typed })
}

/** The page again: something was wrong with the form, or another language was asked for. */
function askAgain(visit: Visit, open: AtOpenDoor, form: AnswerForm, sent: SentBody): Reply {
  const locale = localeFor(visit, null, form.switchTo ?? form.lang, open.survey.languages)
  const t = translator(locale)
  const view = { locale, score: form.score, comment: form.typed }
  if (form.choosing)
    return htmlReply(renderLanguagesPage(open.survey, { ...view, nonce: form.nonce, cspNonce: visit.cspNonce }))
  if (form.switchTo) return htmlReply(doorHtml(visit, open, view))
  const headers = sent.whole ? undefined : { connection: 'close' }
  if (!form.problem)
    return htmlReply(doorHtml(visit, open, { ...view, asking: 'press_again', say: t(words.pressAgain) }), 400)
  const { code, status, values } = form.problem
  return htmlReply(doorHtml(visit, open, { ...view, say: t(words[code], values) }), status, headers)
}

/** Too much was sent, or the database can't be written or even read: the page keeps the text and can be sent again. */
async function sorry(visit: Visit, sent: SentBody, why: Trouble): Promise<Reply> {
  const contentType = visit.header('content-type')
  const { lang, typed } = readAnswerForm(contentType, sent, 'nps')
  try {
    const open = await enterDoor(visit, typed)
    if ('closed' in open) return open.closed
    const locale = localeFor(visit, null, lang, open.survey.languages)
    const { score } = readAnswerForm(contentType, sent, open.survey.metric)
    const page = doorHtml(visit, open, { locale, score, comment: typed, say: translator(locale)(words[why]) })
    const status = troubleStatus[why]
    return htmlReply(page, status, comeAgain(status))
  } catch {
    return noticeReply(visit, why, { locale: localeFor(visit, null, lang, languages), typed })
  }
}
