import { markup, slot, type Markup } from '#app/answering/html.ts'
import { footerOf, languageLinks, languageListStyle, page, type Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export type TakeBackSlots = 'cspNonce' | 'nonce' | 'action' | 'unsubscribe'

interface Shown {
  locale: Language
  /** Came by a link for everybody: nobody was written to. */
  door: boolean
}

interface Asked extends Shown {
  score: number
  /** The press before this one came too soon: a person presses once more. */
  again: boolean
}

/** Asks once more before an answer is taken back. Opening it changes nothing. */
export function takeBackPage(survey: Survey, { locale, door, score, again }: Asked): Markup {
  const t = translator(locale)
  return shell(
    survey,
    { locale, door, title: t(words.takeBackTitle), here: 'takeback' },
    markup`${again && markup`<p class="say" role="status">${t(words.pressAgain)}</p>`}<h1>${t(words.takeBackTitle)}</h1>
<p>${t(words.youAnswered, { score })}</p>
<p>${t(words.takeBackLead)}</p>
<form method="post" action="${slot('action')}"><input type="hidden" name="takeback" value="1"><input type="hidden" name="nonce" value="${slot('nonce')}"><input type="hidden" name="lang" value="${locale}"><button class="go" type="submit">${t(words.takeBackButton)}</button></form>
<p><br><a href="?thanks=1&amp;lang=${locale}">${t(words.keep)}</a></p>`,
  )
}

/** Says that it was taken back, with the way to answer anew. */
export function takenBackPage(survey: Survey, { locale, door }: Shown): Markup {
  const t = translator(locale)
  return shell(
    survey,
    { locale, door, title: t(words.takenBack), here: 'takenback' },
    markup`<h1>${t(words.takenBack)}</h1>
<p role="status">${t(words.takenBackText)}</p>
<p><a href="?lang=${locale}">${t(words.answerAnew)}</a></p>`,
  )
}

function shell(
  survey: Survey,
  { locale, door, title, here }: Shown & { title: string; here: string },
  body: Markup,
): Markup {
  const t = translator(locale)
  return page({
    locale,
    title: `${title} · ${survey.brand.name}`,
    brand: survey.brand,
    style: languageListStyle,
    body,
    footer: footerOf(survey, locale, {
      language: languageLinks(locale, survey.languages, `${here}=1&`),
      unsubscribe: markup`<a href="${slot('unsubscribe')}">${t(words.unsubscribe)}</a>`,
      door,
    }),
  })
}
