import { noticeReply } from '#app/answering/notice.server.ts'
import { readAnswerForm, type AnswerForm } from '#app/answering/read-answer-form.ts'
import { renderLanguagesPage } from '#app/answering/languages-page.ts'
import { localeFor, openSurvey, surveyHtml } from '#app/answering/show-survey.server.ts'
import type { Asking } from '#app/answering/survey-page.ts'
import { takeBack, takesBack } from '#app/answering/take-back.server.ts'
import { comeAgain, troubleOf, troubleStatus, type Trouble } from '#app/answering/trouble.server.ts'
import { readStep } from '#app/answering/thanks/step.server.ts'
import { takeStep } from '#app/answering/thanks/take-step.server.ts'
import { htmlReply, seeOther, type Reply, type SentBody, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { as } from '#app/audit/context.server.ts'
import { openInvitationToken, type InvitationLink } from '#app/delivery/invitation-token.server.ts'
import { recordEvidence } from '#app/loop/record-evidence.server.ts'
import { recordAnswer, type AnswerOutcome } from '#app/loop/record-answer.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { languages } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { gestures } from '#app/responses/evidence.ts'
import { openNonce, type Nonce } from '#app/responses/nonce.server.ts'
import { settleClick } from '#app/responses/record-touches.server.ts'

/**
 * `POST /s/:token`: records the answer and goes to the thanks, or shows the page again with what was typed. Whatever
 * was sent, the reply is a page: 4xx when it can't be taken, 503 when it can't be saved just now.
 */
export async function takeAnswer(visit: Visit): Promise<Reply> {
  let sent: SentBody = { text: '', whole: false }
  try {
    sent = await visit.body()
    const step = readStep(visit.header('content-type'), sent)
    if (step) return await takeStep(visit, step, sent.whole)
    return await take(visit, sent)
  } catch (error) {
    return sorry(visit, sent, troubleOf(visit, error, 'an answer could not be saved'))
  }
}

async function take(visit: Visit, sent: SentBody): Promise<Reply> {
  const { ctx } = visit
  if (takesBack(sent)) return takeBack(visit, sent)
  const link = openInvitationToken(ctx.keys, visit.token)
  const contentType = visit.header('content-type')
  if (!link) return refuse(visit, readAnswerForm(contentType, sent, 'nps'), { kind: 'closed', why: 'unknown' })
  // Read by the widest scale; the program's own is checked where the program is known.
  const form = readAnswerForm(contentType, sent, 'nps')
  const nonce = openNonce(ctx.keys, link.id, form.nonce, ctx.now())
  if (form.evidence !== null) return takeEvidence(visit, link, form, nonce)
  if (form.problem || form.switchTo || form.choosing || !nonce || form.score === null)
    return askAgain(visit, sent, nonce !== null)
  const outcome = await recordAnswer(as(ctx, { kind: 'contact', id: null }), {
    invitationId: link.id,
    gen: link.gen,
    score: form.score,
    comment: form.comment,
    language: form.lang ?? 'en',
    nonce,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'score_outside') return null
    throw error
  })
  if (outcome === null) return askAgain(visit, sent, true)
  if (outcome.kind !== 'recorded' && outcome.kind !== 'stands') return refuse(visit, form, outcome)
  if (outcome.kind === 'recorded' && outcome.fresh) visit.afterReply(async () => settleClick(ctx, link.id))
  return seeOther(`/s/${visit.token}?thanks=1${form.lang ? `&lang=${form.lang}` : ''}`)
}

/** The page's script saw somebody. Whatever comes of it, nobody waits for a page. */
async function takeEvidence(visit: Visit, link: InvitationLink, form: AnswerForm, nonce: Nonce | null): Promise<Reply> {
  const gesture = gestures.find((one) => one === form.evidence)
  if (!form.problem && nonce && gesture && form.score !== null)
    await recordEvidence(as(visit.ctx, { kind: 'contact', id: null }), {
      invitationId: link.id,
      gen: link.gen,
      score: form.score,
      language: form.lang ?? 'en',
      nonce,
      gesture,
      automated: form.automated,
      address: visit.remoteAddress,
      agent: visit.header('user-agent') ?? '',
    })
  return { status: 204, headers: {}, body: '' }
}

type Unrecorded = Exclude<AnswerOutcome, { kind: 'recorded' | 'stands' }>

/** The page again, since a person must press once more or confirm a change, or since the survey is closed. */
export async function refuse(visit: Visit, form: AnswerForm, outcome: Unrecorded): Promise<Reply> {
  if (outcome.kind === 'closed')
    return noticeReply(visit, outcome.why, { locale: await localeOfLink(visit, form), typed: form.typed })
  const open = await openSurvey(visit, form.typed)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const locale = localeFor(visit, invitation, form.lang, survey.languages)
  const t = translator(locale)
  const view = { locale, score: form.score, comment: form.typed }
  const { kind, from } = outcome
  const to = form.score!
  // A page made before the answer, or used twice, asks for both at once: press again, and change it.
  if (from === null || (kind === 'press_again' && from === to)) {
    return htmlReply(
      surveyHtml(visit, invitation, survey, { ...view, asking: 'press_again', say: t(words.pressAgain), confirms: to }),
      202,
    )
  }
  const asking: Asking = from === to ? 'replace' : 'change'
  const say = asking === 'change' ? t(words.confirmChange, { from, to }) : t(words.confirmComment, { from })
  return htmlReply(surveyHtml(visit, invitation, survey, { ...view, asking, say, confirms: to }), 409)
}

/** The page again in the program's own scale: something was wrong with the form, or another language was asked for. */
async function askAgain(visit: Visit, sent: SentBody, knownPage: boolean): Promise<Reply> {
  const contentType = visit.header('content-type')
  const open = await openSurvey(visit, readAnswerForm(contentType, sent, 'nps').typed)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const form = readAnswerForm(contentType, sent, survey.metric)
  const locale = localeFor(visit, invitation, form.switchTo ?? form.lang, survey.languages)
  const t = translator(locale)
  const view = { locale, score: form.score, comment: form.typed }
  if (form.choosing)
    return htmlReply(renderLanguagesPage(survey, { ...view, nonce: form.nonce, cspNonce: visit.cspNonce }))
  if (form.switchTo) return htmlReply(surveyHtml(visit, invitation, survey, view))
  if (form.problem) {
    const { code, status, values } = form.problem
    return htmlReply(
      surveyHtml(visit, invitation, survey, { ...view, say: t(words[code], values) }),
      status,
      closing(sent),
    )
  }
  const say = knownPage ? t(words.notAForm) : t(words.pressAgain)
  return htmlReply(surveyHtml(visit, invitation, survey, { ...view, asking: 'press_again', say }), 400)
}

/** The database can't be written, or not even read: the page keeps the text and can be sent again. */
async function sorry(visit: Visit, sent: SentBody, why: Trouble): Promise<Reply> {
  const form = readAnswerForm(visit.header('content-type'), sent, 'nps')
  const status = troubleStatus[why]
  try {
    const open = await openSurvey(visit, form.typed)
    if ('closed' in open) return open.closed
    const { invitation, survey } = open
    const locale = localeFor(visit, invitation, form.lang, survey.languages)
    const own = readAnswerForm(visit.header('content-type'), sent, survey.metric)
    const say = translator(locale)(words[why])
    const page = surveyHtml(visit, invitation, survey, { locale, score: own.score, comment: form.typed, say })
    return htmlReply(page, status, comeAgain(status))
  } catch {
    return noticeReply(visit, why, { locale: localeFor(visit, null, form.lang, languages), typed: form.typed })
  }
}

async function localeOfLink(visit: Visit, form: AnswerForm) {
  return localeFor(visit, null, form.lang ?? visit.query.get('lang'), languages)
}

/** What was not read to its end can't be followed by another request on the same connection. */
const closing = (sent: SentBody): Record<string, string> | undefined =>
  sent.whole ? undefined : { connection: 'close' }
