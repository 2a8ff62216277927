import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { footerOf, languageLinks, languageListStyle, page, type Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { isolated, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export type Scope = 'program' | 'all'
/** What a person may wish instead of answering, beside stopping. */
export type Instead = 'less' | 'asks' | 'colleague' | 'told' | 'me'

export interface Wishing {
  locale: Language
  nonce: string
  stopped: Scope | null
  halved: boolean
  /** Nobody asks them for anything but surveys. */
  spared: boolean
  /** A sentence about what was sent, and the part it belongs to, which is open. */
  say?: string | null
  open?: Instead | null
  /** What was typed there. */
  typed?: { name: string; email: string; words: string }
}

const nothing = { name: '', email: '', words: '' }

/** Asks what the person would like instead. Opening it changes nothing: machines open every link. */
export function unsubscribePage(survey: Survey, wishing: Wishing): Markup {
  const { locale, stopped, halved, spared, say = null, open = null, typed = nothing } = wishing
  const t = translator(locale)
  const choice = (scope: Scope, text: string) =>
    markup`<label class="o"><input type="radio" name="scope" value="${scope}"${scope === 'all' ? markup` checked` : null}><span>${text}</span></label>`
  const part = (act: Instead, title: string, body: Part) =>
    markup`<details${act === open && raw(' open')}><summary>${title}</summary>${form(wishing, act, body)}</details>`
  const instead = markup`${part('less', t(words.insteadLess), markup`<p>${t(halved ? words.insteadLessAlready : words.insteadLessText)}</p>${button(t(words.insteadLessButton))}`)}
${part('asks', t(words.insteadAsks), markup`<p>${t(spared ? words.insteadAsksAlready : words.insteadAsksText)}</p>${button(t(words.insteadAsksButton))}`)}
${part(
  'colleague',
  t(words.insteadColleague),
  markup`<p>${t(words.insteadColleagueText)}</p><label class="b" for="cn">${t(words.insteadColleagueName)}</label><input class="in" id="cn" name="name" value="${typed.name}" maxlength="200" autocomplete="off">
<label class="b" for="ce">${t(words.insteadColleagueEmail)}</label><input class="in" id="ce" name="email" type="email" value="${typed.email}" maxlength="254" autocomplete="off">${button(t(words.insteadColleagueButton))}`,
)}
${part(
  'told',
  t(words.insteadTold),
  markup`<p>${t(words.insteadToldText)}</p><label class="b" for="tw">${t(words.insteadToldWords)}</label><textarea id="tw" name="words" maxlength="5000" rows="4">
${typed.words}</textarea>${button(t(words.insteadToldButton))}`,
)}
${part('me', t(words.meTitle), markup`<p>${t(words.insteadMeText)}</p>${button(t(words.meSend))}`)}`
  const stop = markup`${stopped && markup`<p class="say">${t(words.offAlready)}</p>`}<p>${t(words.offLead, { company: isolated(locale, survey.brand.name) })}</p>
<form method="post"><fieldset><legend hidden>${t(words.offTitle)}</legend>${choice('all', t(words.offAll))}${choice('program', t(words.offProgram, { program: survey.wording[locale].question }))}</fieldset>
<input type="hidden" name="lang" value="${locale}"><button class="go" type="submit">${t(words.offButton)}</button></form>${stopped && undo(locale, stopped)}`
  // Who pressed "no more surveys" finds that first; who said "not for me", the rest.
  const [first, second] = open
    ? [
        { title: t(words.insteadTitle), body: instead },
        { title: t(words.offTitle), body: stop },
      ]
    : [
        { title: t(words.offTitle), body: stop },
        { title: t(words.insteadTitle), body: instead },
      ]
  return shell(
    survey,
    locale,
    first!.title,
    markup`${say && markup`<p class="say" role="status">${say}</p>`}<h1>${first!.title}</h1>
${first!.body}<h2>${second!.title}</h2>
${second!.body}`,
  )
}

const form = ({ locale, nonce }: Pick<Wishing, 'locale' | 'nonce'>, act: string, body: Part) =>
  markup`<form method="post"><input type="hidden" name="act" value="${act}"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="lang" value="${locale}">${body}</form>`
const button = (text: string) => markup`<button class="go" type="submit">${text}</button>`

/** Says what was done, with the way back: to take it back, and to the other wishes. */
export function donePage(
  survey: Survey,
  { locale, nonce, text, undo }: { locale: Language; nonce: string; text: string; undo: Instead | null },
): Markup {
  const t = translator(locale)
  const back = (act: Instead) =>
    form({ locale, nonce }, `undo-${act}`, markup`<p><br><button class="as a" type="submit">${t(words.insteadUndo)}</button></p>`) // prettier-ignore
  return shell(
    survey,
    locale,
    t(words.insteadTitle),
    markup`<h1>${t(words.insteadDone)}</h1><p role="status">${text}</p>${undo && back(undo)}<p><a class="a" href="?lang=${locale}">${t(words.insteadOther)}</a></p>`,
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
    markup`<h1>${t(words.offDone)}</h1><p role="status">${text}</p>${undo(locale, scope)}<p><a class="a" href="?lang=${locale}">${t(words.insteadOther)}</a></p>`,
  )
}

/** Says that mail comes again. */
export function resubscribedPage(survey: Survey, { locale }: { locale: Language }): Markup {
  const t = translator(locale)
  return shell(survey, locale, t(words.offTitle), markup`<h1>${t(words.onAgain)}</h1>`)
}

const undo = (locale: Language, scope: Scope) =>
  markup`<form method="post"><input type="hidden" name="undo" value="${scope}"><input type="hidden" name="lang" value="${locale}"><p><br><button class="as a" type="submit">${translator(locale)(words.offUndo)}</button></p></form>`

function shell(survey: Survey, locale: Language, title: string, body: Markup): Markup {
  return page({
    locale,
    title: `${title} · ${survey.brand.name}`,
    brand: survey.brand,
    style: myDataStyle + languageListStyle,
    body,
    footer: footerOf(survey, locale, {
      language: languageLinks(locale, survey.languages),
      unsubscribe: null,
      door: false,
    }),
  })
}
