import { markup, raw, slot, type Markup } from '#app/answering/html.ts'
import { pageScript, type ScriptStart } from '#app/answering/page-script.ts'
import { footerOf, globe, mostInARow, page, type Survey } from '#app/answering/page.ts'
import { followUpStyle, otherStyle } from '#app/answering/style.ts'
import { scoreSayer } from '#app/answering/score-meaning.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { ownNames, type Language } from '#app/platform/languages.ts'
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
  /** Whether the score came with the link, and what its script goes by. */
  script: ScriptStart | null
  /** Opened by a link for everybody: nobody was written to. */
  door: boolean
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
  // From a score in the mail; the first answer takes one press, a change of it asks once more.
  const cameWith = state.script !== null && !state.says && score !== null
  const say = scoreSayer(metric, wording, locale)
  const buttons = scores.map(
    (n) =>
      markup`<div><input type="radio" name="score" id="s${n}" value="${n}" required aria-label="${say(n)}"${n === score && raw(' checked')}><label for="s${n}">${n}</label></div>`,
  )
  return page({
    locale,
    title: `${t(words.survey)} · ${survey.brand.name}`,
    brand: survey.brand,
    style:
      followUpStyle(scores.map((n) => ({ id: `s${n}`, class: classOf(metric, n) }))) + (cameWith ? otherStyle : ''),
    body: markup`${state.says && markup`<p class="say" role="status">${slot('say')}</p>`}${state.greets && markup`<p>${raw(greeting(locale))}</p>`}
<form id="f" method="post" action="${slot('action')}" data-c="${given}">
<fieldset aria-describedby="e"><legend><h1>${wording.question}</h1></legend>
<div class="s n${scores.length}">${buttons}</div>
<div class="e" id="e"><span>${min} = ${wording.low}</span><span>${max} = ${wording.high}</span></div></fieldset>
<label class="f" for="c"><span class="low">${wording.followUp.low}</span><span class="mid">${wording.followUp.mid}</span><span class="high">${wording.followUp.high}</span><span class="none">${t(words.comment)}</span></label>
<textarea id="c" name="comment" maxlength="${longestComment}" rows="4" placeholder="${t(words.optional)}">
${slot('comment')}</textarea>
<input type="hidden" name="nonce" value="${slot('nonce')}"><input type="hidden" name="lang" value="${locale}">
${cameWith && markup`<p class="x">${t(words.pressToConfirm)}</p>`}<button class="go" type="${preview ? 'button' : 'submit'}">${cameWith ? markup`<span class="x">${t(words.sendScore, { score })}</span><span class="y">${t(words.send)}</span>` : buttonWords(state)}</button>
</form>${!preview && raw('<a hidden tabindex="-1" aria-hidden="true" rel="nofollow" href="?more=1"></a>')}${(asking === 'change' || asking === 'replace') && markup`<p><br><a href="?thanks=1&amp;lang=${locale}">${t(words.keep)}</a></p>`}`,
    script: state.script && markup`<script nonce="${slot('cspNonce')}">${raw(pageScript(state.script))}</script>`,
    footer: footerOf(survey, locale, {
      language: languageButtons(survey, locale, preview),
      door: state.door,
      unsubscribe: markup`<a href="${preview ? '#f' : slot('unsubscribe')}">${t(words.unsubscribe)}</a><a href="${preview ? '#f' : markup`${slot('unsubscribe')}?notme`}">${t(words.notMe)}</a>`,
    }),
  })
}

/**
 * Buttons that show the page in another language and keep what was typed. Where there are many, one leads to a page that
 * lists them: all their names here would cost a tenth of the first view.
 */
function languageButtons({ languages }: Survey, locale: Language, preview: boolean): Markup[] {
  const others = languages.filter((one) => one !== locale)
  const button = (value: string, text: Markup) =>
    markup`<button class="as"${raw(preview ? ' type="button"' : ` form="f" name="switch" value="${value}" formnovalidate`)}${text}</button>`
  if (others.length <= mostInARow) return others.map((one) => button(one, markup` lang="${one}">${ownNames[one]}`))
  return [button('list', markup`>${globe} ${translator(locale)(words.language, { language: ownNames[locale] })}`)]
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
