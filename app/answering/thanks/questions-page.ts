import { markup, raw, slot, type Markup, type Part } from '#app/answering/html.ts'
import { footerOf, languageLinks, languageListStyle, page, type Survey } from '#app/answering/page.ts'
import { thanksStyle } from '#app/answering/thanks/style.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { bestRating, longestText } from '#app/surveys/question.ts'
import type { Question } from '#db/schema/surveys.ts'

export interface QuestionsView {
  locale: Language
  /** What this page asks. */
  asked: Question[]
  /** Where the first of them stands among all that this person is asked. */
  progress: { n: number; of: number }
  /** Sentence above. */
  say?: string | null
  /** What the question before led to, said beside the progress. */
  noted?: string | null
  /** What was typed and chosen in THIS visit, never what was given earlier. */
  typed?: Map<string, string[]>
  /** What is wrong, by question. */
  problems?: Record<string, string>
  nonce: string
  /** Where the form goes; null in a preview, which sends nothing. */
  action: string | null
  /** The query of this page. */
  here: string
  /** Came by a link for everybody: nobody was written to. */
  door: boolean
}

/** Questions after the score, one a screen or all at once. It works without script. */
export function questionsPage(survey: Survey, view: QuestionsView): Markup {
  const { locale, asked, progress, say = null, noted = null, action } = view
  const t = translator(locale)
  const alone = asked.length === 1
  const optional = asked.every((one) => !one.required)
  const title = t(progress.of > 1 && !alone ? words.moreAll : words.moreOne)
  const type = action === null ? 'button' : 'submit'
  const button = (look: string, text: string, more = '') =>
    markup`<button class="b ${look}" type="${type}"${raw(more)}>${text}</button>`
  const last = progress.n + asked.length > progress.of
  return page({
    locale,
    title: `${title} · ${survey.brand.name}`,
    brand: survey.brand,
    style: thanksStyle + languageListStyle,
    body: markup`${say && markup`<p class="say" role="status">${say}</p>`}<h1>${title}</h1>${noted && markup`<p class="h" role="status">${noted}</p>`}${progress.of > 1 && alone && markup`<p class="h">${t(words.progress, progress)}</p>`}
<form method="post" action="${action ?? ''}" novalidate>
<input type="hidden" name="do" value="questions"><input type="hidden" name="asked" value="${asked.map((one) => one.id).join()}"><input type="hidden" name="nonce" value="${view.nonce}"><input type="hidden" name="lang" value="${locale}">
${asked.map((one) => questionField(one, view))}
${button('p', t(last ? words.sendMore : words.next))}${optional && button('n', t(alone ? words.skip : words.skipAll), ' name="skip" value="1"')}
</form>`,
    footer: footerOf(survey, locale, {
      language: action === null ? null : languageLinks(locale, survey.languages, `${view.here}&`),
      unsubscribe: markup`<a href="${slot('unsubscribe')}">${t(words.unsubscribe)}</a>`,
      door: view.door,
    }),
  })
}

function questionField(question: Question, view: QuestionsView): Markup {
  const t = translator(view.locale)
  const { id, kind, required } = question
  const text = question.words[view.locale]!
  const typed = view.typed?.get(id) ?? []
  const problem = view.problems?.[id] ?? null
  const about = problem ? raw(` aria-invalid="true" aria-describedby="e-${id}"`) : null
  const hint =
    [required && t(words.needed), kind === 'multi' && t(words.chooseAny), kind === 'rating' && t(words.ratingEnds, { max: bestRating })] // prettier-ignore
      .filter(Boolean)
      .join(' · ')
  const before: Part = markup`${hint && markup`<p class="h">${hint}</p>`}${problem && markup`<p class="er" id="e-${id}">${problem}</p>`}`
  if (kind === 'text')
    return markup`<div class="q"><h2><label for="q-${id}">${text}</label></h2>${before}<textarea class="sh" id="q-${id}" name="a.${id}" maxlength="${longestText}" rows="3"${required && raw(' required')}${about}>
${typed[0] ?? ''}</textarea></div>`
  const check = (value: string) => typed.includes(value) && raw(' checked')
  const fields =
    kind === 'rating'
      ? markup`<div class="s n${bestRating}">${Array.from({ length: bestRating }, (_, i) => i + 1).map((n) => markup`<div><input type="radio" name="a.${id}" id="q-${id}-${n}" value="${n}" aria-label="${t(words.score, { score: n, max: bestRating })}"${check(String(n))}><label for="q-${id}-${n}">${n}</label></div>`)}</div>`
      : (question.options ?? []).map((option) => markup`<label class="o"><input type="${kind === 'multi' ? 'checkbox' : 'radio'}" name="a.${id}" value="${option.id}"${check(option.id)}><span>${option.words[view.locale]!}</span></label>`) // prettier-ignore
  return markup`<fieldset class="q"${about}><legend><h2>${text}</h2></legend>${before}${fields}</fieldset>`
}
