import { thanksAskOf } from '#app/advocacy/asking/thanks-ask.server.ts'
import { askableConsents } from '#app/advocacy/askable-consents.server.ts'
import { compile, markup, type Markup, type Part } from '#app/answering/html.ts'
import { unsubscribePath } from '#app/answering/links.server.ts'
import { thanksPage, type ThanksSlots } from '#app/answering/notice-page.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { agreePart, askPart, improvePart, keepPart, wishPart, type FormOf } from '#app/answering/thanks/parts.ts'
import { sayPromise } from '#app/answering/thanks/promise.ts'
import { questionsPage, type QuestionsView } from '#app/answering/thanks/questions-page.ts'
import { saidOf, type Shown } from '#app/answering/thanks/said.ts'
import { thanksStyle } from '#app/answering/thanks/style.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { zoneOf } from '#app/accounts/zone-of.server.ts'
import { foreseeReply } from '#app/loop/foresee-reply.server.ts'
import { usualContact } from '#app/loop/keep-from-contact.server.ts'
import { env } from '#app/platform/env.server.ts'
import { isLocale } from '#app/platform/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { answeredQuestions } from '#app/responses/answered-questions.server.ts'
import {
  getAnswerInvitation,
  isTestAnswer,
  isUninvited,
  type AnswerInvitation,
  type PageInvitation,
} from '#app/responses/get-answering-invitation.server.ts'
import { mayChange } from '#app/responses/response.ts'
import { questionsFor } from '#app/surveys/question.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import type { Question } from '#db/schema/surveys.ts'

/** Who looks at which survey in which language. */
export interface After {
  visit: Visit
  invitation: PageInvitation
  survey: Survey
  locale: Language
}

/** The page after an answer: first what is still to be asked, then the thanks with what follows. It changes nothing. */
export async function showThanks(of: After): Promise<Reply> {
  const { query } = of.visit
  const waiting = await waitingQuestions(of, Number(/^\d$/.exec(query.get('q') ?? '')?.[0] ?? 0))
  const said = query.get('said')
  if (waiting.asked.length > 0) {
    const noted = said === 'questions' ? saidOf('questions', null, of.locale) : null
    return htmlReply(questionsHtml(of, { ...waiting, noted }))
  }
  return htmlReply(await thanksHtml(of, { said }))
}

/**
 * What this person is still asked, from a place on: those without an answer, and of the skipped ones those that need
 * one. One at a time when the program says so.
 */
async function waitingQuestions({ visit, invitation, survey, locale }: After, from: number) {
  const all = questionsFor(survey.questions, invitation.class!, locale)
  const answered = all.length ? await answeredQuestions(visit.ctx, invitation.responseId!) : new Set<string>()
  const open = all.filter((one, at) => !answered.has(one.id) && (at >= from || one.required))
  const asked = survey.pace === 'one' ? open.slice(0, 1) : open
  return { asked, progress: progressOf(all, asked) }
}

export const progressOf = (all: Question[], asked: Question[]) => ({
  n: asked.length ? all.indexOf(asked[0]!) + 1 : all.length,
  of: all.length,
})

export function questionsHtml(
  of: After,
  view: Pick<QuestionsView, 'asked' | 'progress' | 'say' | 'noted' | 'typed' | 'problems'>,
): string {
  const { visit, invitation, survey, locale } = of
  const page = questionsPage(survey, {
    ...view,
    ...formOf(of),
    locale,
    here: `thanks=1&q=${view.progress.n - 1}`,
    door: isUninvited(invitation),
  })
  return fill(visit, invitation, page)
}

/** The thanks with what follows for this class. */
export async function thanksHtml(of: After, shown: Shown): Promise<string> {
  const { visit, invitation, survey, locale } = of
  const full = (await getAnswerInvitation(visit.ctx, invitation.id))!
  const { lead, more } = await partsOf(of, full, shown)
  const view = {
    locale,
    score: invitation.score!,
    class: invitation.class!,
    stands: !mayChange(invitation, visit.ctx.now()),
    door: isUninvited(invitation),
    lead,
    more,
    style: thanksStyle,
  }
  return fill(visit, invitation, thanksPage(survey, view))
}

const formOf = ({ visit, invitation }: After) => ({
  nonce: makePageNonce(visit, 'after', invitation.id),
  action: `/s/${visit.token}`,
})

const fill = (visit: Visit, invitation: PageInvitation, page: Markup): string =>
  compile<ThanksSlots>(page)({ cspNonce: visit.cspNonce, unsubscribe: unsubscribePath(visit, invitation) })

async function partsOf(of: After, full: AnswerInvitation, shown: Shown): Promise<{ lead: Part; more: Part }> {
  const { visit, survey, locale } = of
  const { ctx } = visit
  const { class: given, contactId } = full
  // What is said after a case opens no case, and asks for nothing else.
  if (full.programId === recoveryProgramId)
    return { lead: markup`<p>${survey.wording[locale].thanks[given!]}</p>`, more: null }
  const known = contactId !== null
  const standing = await foreseeReply(ctx, full)
  const { foreseen } = standing
  const promised =
    given === 'low' || foreseen.kind === 'reply' || foreseen.kind === 'replied' || foreseen.kind === 'not_wanted'
  const zone = (contactId && (await zoneOf(ctx, contactId))) || full.zone || (await getOrganisation(ctx)).zone
  const promise = promised ? sayPromise(foreseen, locale, zone, known) : null
  // Words that announce a reply must not stand where nobody replies.
  const silent = promise !== null && foreseen.kind === 'nobody'
  const lead = markup`${!silent && markup`<p>${survey.wording[locale].thanks[given!]}</p>`}${promise && markup`<p class="big">${promise}</p>`}`
  // A test asks nobody for anything.
  if (isTestAnswer(full)) return { lead, more: null }
  const form: FormOf = { locale, ...formOf(of), said: shown.problem ?? null }
  const chose = shown.said === 'wish' ? standing : { wish: null, when: null }
  const noted = { ...form, said: form.said ?? notedOf(shown, { wish: standing.wish, keptName: null }, locale) }
  const more: Part[] = []
  if (promised && foreseen.kind !== 'over') {
    const typed = shown.typed
    const part = {
      choices: known ? (['call', 'mail', 'none'] as const) : (['call', 'none'] as const),
      wish: typed?.wish ?? chose.wish,
      when: typed?.when ?? chose.when,
      phone: typed?.phone ?? '',
    }
    more.push(wishPart(noted, { ...part, choices: [...part.choices] }))
    more.push(await keepFor(ctx, full, noted, shown))
  }
  if (given === 'mid') more.push(improvePart(noted, shown.typed?.improve ?? ''))
  if (given === 'high' && contactId) {
    const askable = await askableConsents(ctx, { contactId, accountId: full.accountId, responseId: full.responseId! })
    const ticked = (one: (typeof askable)[number]) => shown.said === 'agree' && one.given
    const ask = isLocale(locale) && (await thanksAskOf(ctx, { contactId, responseId: full.responseId! }))
    if (ask)
      more.push(
        askPart(noted, { ...ask, company: survey.brand.name, link: ask.code && `${env.PUBLIC_URL}/r/${ask.code}` }),
      )
    more.push(agreePart(noted, survey.brand.name, askable.map((one) => ({ kind: one.kind, ticked: ticked(one) })))) // prettier-ignore
  }
  return { lead, more }
}

const notedOf = (shown: Shown, now: Parameters<typeof saidOf>[1], locale: Language): FormOf['said'] => {
  const text = shown.said ? saidOf(shown.said, now, locale) : null
  return text === null ? null : { step: shown.said!, text, wrong: false }
}

/** Only of a company that somebody looks after there is a usual contact. */
async function keepFor(ctx: Ctx, full: AnswerInvitation, form: FormOf, shown: Shown): Promise<Part> {
  const ownerId = full.keptFrom ?? full.account?.ownerId ?? null
  const owner = ownerId && (await usualContact(ctx, ownerId, full.responseId!))
  if (!owner) return null
  const kept = shown.said === 'keep' && full.keptFrom !== null
  const said = notedOf(shown, { wish: null, keptName: full.keptFrom ? owner.name : null }, form.locale)
  return keepPart(shown.said === 'keep' ? { ...form, said } : form, {
    name: owner.name,
    possible: owner.possible,
    kept,
  })
}
