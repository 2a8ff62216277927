import { markup, type Markup } from '#app/answering/html.ts'
import { footerOf, languageLinks, languageListStyle, page, type Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { isolated, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export type Scope = 'program' | 'all'

/** Asks what to stop. Opening it changes nothing: machines open every link. */
export function unsubscribePage(
  survey: Survey,
  { locale, stopped }: { locale: Language; stopped: Scope | null },
): Markup {
  const t = translator(locale)
  const choice = (scope: Scope, text: string) =>
    markup`<label class="o"><input type="radio" name="scope" value="${scope}"${scope === 'all' ? markup` checked` : null}><span>${text}</span></label>`
  return shell(
    survey,
    locale,
    t(words.offTitle),
    markup`<h1>${t(words.offTitle)}</h1>
${stopped && markup`<p class="say">${t(words.offAlready)}</p>`}<p>${t(words.offLead, { company: isolated(locale, survey.brand.name) })}</p>
<form method="post"><fieldset><legend hidden>${t(words.offTitle)}</legend>${choice('all', t(words.offAll))}${choice('program', t(words.offProgram, { program: survey.wording[locale].question }))}</fieldset>
<input type="hidden" name="lang" value="${locale}"><button class="go" type="submit">${t(words.offButton)}</button></form>${stopped && undo(locale, stopped)}`,
  )
}

/** Says what was stopped, with the way back. */
export function unsubscribedPage(survey: Survey, { locale, scope }: { locale: Language; scope: Scope }): Markup {
  const t = translator(locale)
  const text =
    scope === 'all' ? t(words.offDoneAll) : t(words.offDoneProgram, { program: survey.wording[locale].question })
  return shell(
    survey,
    locale,
    t(words.offTitle),
    markup`<h1>${t(words.offDone)}</h1><p role="status">${text}</p>${undo(locale, scope)}`,
  )
}

/** Says that mail comes again. */
export function resubscribedPage(survey: Survey, { locale }: { locale: Language }): Markup {
  const t = translator(locale)
  return shell(survey, locale, t(words.offTitle), markup`<h1>${t(words.onAgain)}</h1>`)
}

const undo = (locale: Language, scope: Scope) =>
  markup`<form method="post"><input type="hidden" name="undo" value="${scope}"><input type="hidden" name="lang" value="${locale}"><p><br><button class="as" type="submit">${translator(locale)(words.offUndo)}</button></p></form>`

function shell(survey: Survey, locale: Language, title: string, body: Markup): Markup {
  return page({
    locale,
    title: `${title} · ${survey.brand.name}`,
    brand: survey.brand,
    style: languageListStyle,
    body,
    footer: footerOf(survey, locale, {
      language: languageLinks(locale, survey.languages),
      unsubscribe: null,
    }),
  })
}
