import { markup, raw, slot, type Markup } from '#app/answering/html.ts'
import { footerOf, otherLocale, page, type Survey } from '#app/answering/page.ts'
import { followUpStyle } from '#app/answering/style.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { longestComment } from '#app/responses/response.ts'
import { classOf, scaleOf, scoresOf } from '#app/statistics/scale.ts'

/** What the button is for: a first answer, a second press, a change of score, another comment. `preview` sends nothing. */
export type Asking = 'answer' | 'press_again' | 'change' | 'replace' | 'preview'

/** What differs from one compiled page of a survey to the next. */
export interface SurveyState {
  locale: Language
  score: number | null
  asking: Asking
  /** A sentence above the question, in the slot `say`. */
  says: boolean
  /** A greeting with the person's name, in the slot `name`. */
  greets: boolean
}

export type SurveySlots = 'cspNonce' | 'nonce' | 'action' | 'unsubscribe' | 'name' | 'comment' | 'say'

/** The survey as a page with slots. It works without script: every follow-up question is there, style shows the one that fits. */
export function surveyPage(survey: Survey, state: SurveyState): Markup {
  const { locale, score, asking } = state
  const { metric } = survey
  const wording = survey.wording[locale]
  const t = translator(locale)
  const { min, max } = scaleOf(metric)
  const scores = scoresOf(metric)
  const given = score === null ? 'none' : classOf(metric, score)
  const preview = asking === 'preview'
  const buttons = scores.map(
    (n) =>
      markup`<div><input type="radio" name="score" id="s${n}" value="${n}" required aria-label="${t(words.score, { score: n, max })}"${n === score && raw(' checked')}><label for="s${n}">${n}</label></div>`,
  )
  const other = otherLocale(locale)
  return page({
    locale,
    title: `${t(words.survey)} · ${survey.brand.name}`,
    brand: survey.brand,
    style: followUpStyle(scores.map((n) => ({ id: `s${n}`, class: classOf(metric, n) }))),
    body: markup`${state.says && markup`<p class="say" role="status">${slot('say')}</p>`}${state.greets && markup`<p>${raw(greeting(locale))}</p>`}
<form id="f" method="post" action="${slot('action')}" data-c="${given}">
<fieldset aria-describedby="e"><legend><h1>${wording.question}</h1></legend>
<div class="s n${scores.length}">${buttons}</div>
<div class="e" id="e"><span>${min} = ${wording.low}</span><span>${max} = ${wording.high}</span></div></fieldset>
<label class="f" for="c"><span class="low">${wording.followUp.low}</span><span class="mid">${wording.followUp.mid}</span><span class="high">${wording.followUp.high}</span><span class="none">${t(words.comment)}</span></label>
<textarea id="c" name="comment" maxlength="${longestComment}" rows="4" placeholder="${t(words.optional)}">
${slot('comment')}</textarea>
<input type="hidden" name="nonce" value="${slot('nonce')}"><input type="hidden" name="lang" value="${locale}">
<button class="go" type="${preview ? 'button' : 'submit'}">${buttonWords(state)}</button>
</form>${(asking === 'change' || asking === 'replace') && markup`<p><br><a href="?thanks=1&amp;lang=${locale}">${t(words.keep)}</a></p>`}`,
    footer: footerOf(survey, locale, {
      language: markup`<button class="as" ${preview ? raw('type="button"') : raw(`type="submit" form="f" name="switch" value="${other}" formnovalidate`)} lang="${other}">${t(words.otherLanguage)}</button>`,
      unsubscribe: markup`<a href="${preview ? '#f' : slot('unsubscribe')}">${t(words.unsubscribe)}</a><a href="${preview ? '#f' : markup`${slot('unsubscribe')}?notme`}">${t(words.notMe)}</a>`,
    }),
  })
}

function buttonWords({ locale, score, asking }: SurveyState): string {
  const t = translator(locale)
  if (score === null) return t(words.send)
  if (asking === 'press_again') return t(words.pressAgainButton, { score })
  if (asking === 'change') return t(words.changeButton, { to: score })
  if (asking === 'replace') return t(words.replaceButton)
  return t(words.send)
}

/** The greeting with the name's slot where the words have it. */
const greeting = (locale: Language) => translator(locale)(words.dear, { name: slot('name').text })
