import { consentKinds } from '#app/advocacy/consent-texts.ts'
import { answerThanksAsk } from '#app/advocacy/asking/thanks-ask.server.ts'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { noticeReply, type Odd } from '#app/answering/notice.server.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import { localeFor, openSurvey } from '#app/answering/show-survey.server.ts'
import { questionsHtml, progressOf, thanksHtml, type After } from '#app/answering/thanks/show-thanks.server.ts'
import type { Shown } from '#app/answering/thanks/said.ts'
import type { Step, StepForm } from '#app/answering/thanks/step.server.ts'
import { comeAgain, troubleOf, troubleStatus } from '#app/answering/trouble.server.ts'
import { htmlReply, seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { keepFromContact } from '#app/loop/keep-from-contact.server.ts'
import { takeWish } from '#app/loop/take-wish.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import type { Phrase } from '#app/platform/languages.ts'
import { isLocale, translate, type Values } from '#app/platform/words.ts'
import { keepAnswers } from '#app/responses/keep-answers.server.ts'
import { improveId, longestText, questionsFor } from '#app/surveys/question.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { replyTimes, replyWishes } from '#db/enums/cases.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'

/** Why a form was not taken: a status, and a sentence above it or at its questions. */
interface Wrong {
  status: number
  word: Phrase
  values?: Values
  problems?: Record<string, string>
}
const notAForm: Wrong = { status: 400, word: words.notAForm }

/**
 * `POST /s/:token` after an answer: further questions, a wish, a consent. What is taken leads on by a redirect, so that
 * a reload repeats nothing; what isn't shows the page again with what was typed.
 */
export async function takeStep(visit: Visit, form: StepForm, whole: boolean): Promise<Reply> {
  const typed = [...form.fields].flatMap(([name, value]) => (/^a\.|^phone$/.test(name) ? [value] : [])).join('\n')
  const open = await openSurvey(visit, typed)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const of: After = { visit, invitation, survey, locale: localeFor(visit, invitation, form.lang, survey.languages) }
  const back = `/s/${visit.token}?thanks=1&lang=${of.locale}`
  if (invitation.responseState !== 'counted') return seeOther(`/s/${visit.token}?lang=${of.locale}`)
  try {
    const wrong = !whole
      ? { status: 413, word: words.tooLarge }
      : invitation.programId === recoveryProgramId
        ? notAForm
        : (judged(of, form) ?? (await taken[form.step](of, form)))
    if (wrong === null) return seeOther(`${back}${ledTo(of, form)}`)
    if ('closed' in wrong) return await noticeReply(visit, wrong.closed, { locale: of.locale, typed })
    return await again(of, form, wrong)
  } catch (error) {
    const trouble = troubleOf(visit, error, 'what followed an answer was not saved')
    const status = troubleStatus[trouble]
    const reply = await again(of, form, { status, word: words[trouble] })
    return { ...reply, headers: { ...reply.headers, ...comeAgain(status) } }
  }
}

function judged({ visit, invitation }: After, { nonce, fields, step }: StepForm): Wrong | null {
  const single =
    step === 'agree'
      ? ['nonce', 'lang', 'had']
      : step === 'ask'
        ? ['nonce', 'lang', 'kind', 'answer']
        : ['nonce', 'lang', 'asked', 'skip', 'wish', 'when', 'phone', 'kept', 'had']
  if (single.some((name) => fields.getAll(name).length > 1)) return notAForm
  const verdict = judgePageNonce(visit, 'after', invitation.id, nonce)
  // Skipping keeps nothing, so a quick hand is welcome.
  if (verdict === 'good' || (verdict === 'young' && step === 'questions' && fields.has('skip'))) return null
  return { status: verdict === 'young' ? 202 : 400, word: words.pressAgain }
}

type Taken = Wrong | { closed: Odd } | null

/** What each form does. Null: it is done. */
const taken: Record<Step, (of: After, form: StepForm) => Promise<Taken>> = {
  questions: (of, { fields }) => {
    const asked = askedIn(fields)
    if (asked.length === 0) return Promise.resolve(notAForm)
    if (fields.has('skip') && asked.every((id) => questionsOf(of).some((one) => one.id === id && !one.required)))
      return Promise.resolve(null)
    return keepSaid(of, fields, asked)
  },
  improve: (of, { fields }) => keepSaid(of, fields, [improveId]),

  async wish(of, { fields }) {
    const wish = replyWishes.find((one) => one === fields.get('wish'))
    const when = replyTimes.find((one) => one === fields.get('when')) ?? null
    if (!wish) return fields.get('wish') ? notAForm : { status: 422, word: words.chooseOne }
    if (fields.get('when') && !when) return notAForm
    const phone = (fields.get('phone') ?? '').slice(0, 400)
    try {
      return (await takeWish(customer(of), { invitationId: of.invitation.id, wish, when, phone })) ? null : notAForm
    } catch (error) {
      if (error instanceof Refusal && error.code === 'wish_phone') return { status: 422, word: words.wishPhoneBad }
      if (error instanceof Refusal && error.code === 'wish_mail') return notAForm
      throw error
    }
  },
  async keep(of, { fields }) {
    const kept = fields.get('kept')
    if (kept !== null && kept !== '1') return notAForm
    // A page that showed no tick takes none back.
    if (kept === null && fields.get('had') !== '1') return null
    return (await keepFromContact(customer(of), { invitationId: of.invitation.id, kept: kept === '1' }))
      ? null
      : notAForm
  },
  async agree(of, { fields }) {
    const [give, had] = [fields.getAll('agree'), (fields.get('had') ?? '').split(',').filter(Boolean)]
    const known = (list: string[]) => consentKinds.filter((kind) => list.includes(kind))
    if (!isLocale(of.locale) || [...give, ...had].some((kind) => !known([kind]).length)) return notAForm
    const takeBack = known(had).filter((kind) => !give.includes(kind))
    const given = { invitationId: of.invitation.id, language: of.locale, give: known(give), takeBack }
    return (await giveConsents(customer(of), given)) ? null : notAForm
  },
  async ask(of, { fields }) {
    const kind = askKinds.find((one) => one === fields.get('kind'))
    const answer = fields.get('answer')
    if (!isLocale(of.locale) || !kind || (answer !== 'accept' && answer !== 'decline')) return notAForm
    // What a rule forbids by now is not there any more on the page that follows.
    await answerThanksAsk(customer(of), { invitationId: of.invitation.id, language: of.locale, kind, answer })
    return null
  },
}

const customer = ({ visit }: After): Ctx => as(visit.ctx, { kind: 'contact', id: null })

const questionsOf = ({ survey, invitation, locale }: After) => questionsFor(survey.questions, invitation.class!, locale)
const askedIn = (fields: URLSearchParams) => (fields.get('asked') ?? '').split(',').filter(Boolean).slice(0, 20)

/** The fields that answer questions, by question. */
function givenIn(fields: URLSearchParams): Map<string, string[]> {
  const given = new Map<string, string[]>()
  for (const [name, value] of fields)
    if (name.startsWith('a.')) given.set(name.slice(2), [...(given.get(name.slice(2)) ?? []), value])
  return given
}

async function keepSaid(of: After, fields: URLSearchParams, asked: string[]): Promise<Taken> {
  const { id, gen } = of.invitation
  const given = [...givenIn(fields)].map(([questionId, values]) => ({ questionId, values }))
  const outcome = await keepAnswers(customer(of), { invitationId: id, gen, language: of.locale, asked, given })
  if (outcome.kind === 'kept') return null
  if (outcome.kind === 'closed') return { closed: outcome.why }
  if (outcome.kind === 'not_asked') return notAForm
  const say = (code: string, n = 0) =>
    code === 'required'
      ? translate(of.locale, words.mustAnswer)
      : translate(of.locale, words.tooLong, { n, max: longestText })
  const problems = Object.entries(outcome.problems).map(([question, { code, n }]) => [question, say(code, n)])
  const [first] = Object.values(outcome.problems)
  const tooLong = first?.code === 'too_long'
  const word = tooLong ? words.tooLong : words.mustAnswer
  return { status: 422, word, values: { n: first?.n ?? 0, max: longestText }, problems: Object.fromEntries(problems) }
}

/** Where a step that was taken leads: on to the next question, or back to its form. */
function ledTo(of: After, { step, fields }: StepForm): string {
  if (step !== 'questions') return `&said=${step}&q=9#${step}`
  const ids = questionsOf(of).map((one) => one.id)
  const last = Math.max(...askedIn(fields).map((id) => ids.indexOf(id)))
  return `&q=${last + 1}${fields.has('skip') ? '' : '&said=questions'}`
}

/** The page that was sent, with what was typed and what is wrong. */
async function again(of: After, { step, fields }: StepForm, wrong: Wrong): Promise<Reply> {
  const text = translate(of.locale, wrong.word, wrong.values)
  const typed = givenIn(fields)
  if (step === 'questions') {
    const all = questionsOf(of)
    const named = all.filter((one) => askedIn(fields).includes(one.id))
    const asked = named.length ? named : all.slice(0, of.survey.pace === 'one' ? 1 : all.length)
    if (asked.length) {
      const view = { asked, progress: progressOf(all, asked), typed, problems: wrong.problems }
      return htmlReply(questionsHtml(of, { ...view, say: wrong.problems ? null : text }), wrong.status)
    }
  }
  const shown: Shown = {
    problem: { step, text, wrong: true },
    typed: {
      wish: replyWishes.find((one) => one === fields.get('wish')) ?? null,
      when: replyTimes.find((one) => one === fields.get('when')) ?? null,
      phone: fields.get('phone') ?? '',
      improve: typed.get(improveId)?.[0] ?? '',
    },
  }
  return htmlReply(await thanksHtml(of, shown), wrong.status)
}
