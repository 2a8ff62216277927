import { compile, markup } from '#app/answering/html.ts'
import { page, type Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { ownNames, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

/** Big enough to be tapped, and as many side by side as there is room for. */
const style =
  '.g{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px}.g button{min-height:48px;padding:6px 10px;border:1px solid var(--l);border-radius:6px;background:var(--c);color:var(--t)}.g [aria-current]{border-color:var(--b);box-shadow:inset 0 0 0 1px var(--b)}'

/**
 * Every language that a survey speaks, each by its own name. Works without script; the score that was chosen and what was
 * typed go along to the page in the language that is pressed.
 */
export function renderLanguagesPage(
  survey: Survey,
  view: { locale: Language; score: number | null; comment: string; nonce: string; cspNonce: string },
): string {
  const { locale, score, comment, nonce } = view
  const t = translator(locale)
  const button = (one: Language) =>
    markup`<button name="switch" value="${one}" lang="${one}"${one === locale && markup` aria-current="true"`}>${ownNames[one]}</button>`
  const html = page({
    locale,
    title: `${t(words.chooseLanguage)} · ${survey.brand.name}`,
    brand: survey.brand,
    style,
    body: markup`<h1>${t(words.chooseLanguage)}</h1>
<form method="post">${score !== null && markup`<input type="hidden" name="score" value="${score}">`}<input type="hidden" name="comment" value="${comment}"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="lang" value="${locale}">
<div class="g">${survey.languages.map(button)}</div></form>`,
    footer: null,
  })
  return compile<'cspNonce'>(html)({ cspNonce: view.cspNonce })
}
