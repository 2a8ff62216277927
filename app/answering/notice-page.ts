import { markup, slot, type Markup, type Part } from '#app/answering/html.ts'
import { footerOf, languageLinks, languageListStyle, page, type Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { languages, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export type ThanksSlots = 'cspNonce' | 'unsubscribe'

/** What follows an answer: the program's own words for its class, and the way back to change it while it may be. */
export function thanksPage(
  survey: Survey,
  view: {
    locale: Language
    score: number
    class: 'low' | 'mid' | 'high'
    /** Too late to be changed. */
    stands: boolean
    /** Came by a link for everybody: nobody was written to. */
    door: boolean
    /** In place of the program's words. */
    lead?: Part
    /** What follows, say forms, with their style. */
    more?: Part
    style?: string
  },
): Markup {
  const { locale, score, class: given, stands, door, lead, more = null, style = '' } = view
  const t = translator(locale)
  return page({
    locale,
    title: `${t(words.thanks)} · ${survey.brand.name}`,
    brand: survey.brand,
    style: languageListStyle + style,
    body: markup`<h1>${t(words.thanks)}</h1>
${lead ?? markup`<p>${survey.wording[locale].thanks[given]}</p>`}
<p>${t(words.youAnswered, { score })}</p>
${
  stands
    ? markup`<p>${t(words.stands)}</p>`
    : markup`<p><a href="?score=${score}&amp;lang=${locale}">${t(words.change)}</a></p>
<p><a href="?takeback=1&amp;lang=${locale}">${t(words.takeBack)}</a></p>`
}${more}`,
    footer: footerOf(survey, locale, {
      door,
      language: languageLinks(locale, survey.languages, 'thanks=1&'),
      unsubscribe: markup`<a href="${slot('unsubscribe')}">${t(words.unsubscribe)}</a>`,
    }),
  })
}

export interface Notice {
  locale: Language
  title: string
  text: string
  /** What was typed and can't be taken: shown to be kept. */
  typed?: string | null
}

/** A page that says one thing, when there is no survey to show. It tells nothing about anybody. */
export function noticePage(
  brand: Survey['brand'],
  { locale, title, text, typed }: Notice,
  footer: Part = null,
): Markup {
  const t = translator(locale)
  return page({
    locale,
    title: `${title} · ${brand.name}`,
    brand,
    style: languageListStyle,
    body: markup`<h1>${title}</h1>
<p>${text}</p>${
      typed
        ? markup`<label class="f" for="c">${t(words.yourText)}</label><textarea id="c" readonly rows="6">
${typed}</textarea>`
        : null
    }`,
    footer: markup`${footer}<nav>${languageLinks(locale, languages)}</nav>`,
  })
}
