import type { PublicQuote } from '#app/advocacy/quotes/list-published.server.ts'
import { shownByline } from '#app/advocacy/quotes/quote.ts'
import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { ownPage } from '#app/answering/own-page.ts'
import type { Survey } from '#app/answering/page.ts'
import { figureStyle, quoteFigure } from '#app/answering/quotes/figure.ts'
import { approvalWords as words } from '#app/answering/quotes/words.ts'
import { longestComment } from '#app/responses/response.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import { bylineParts, type Attribution, type Byline, type QuoteState } from '#db/enums/advocacy-quotes.ts'

type Place = Pick<Survey, 'brand' | 'organisation'> & { locale: Locale }

/** A quote as its customer sees it. `text` and `attribution` are what stands in the form: stored, or just typed. */
export interface AskedQuote extends Omit<PublicQuote, 'id'> {
  byline: Byline
  attribution: Attribution
  lockVersion: number
  nonce: string
  say: string | null
  /** The part with the wording is unfolded. */
  open: boolean
}

/** Exactly what would be published, to be approved, corrected or declined. Opening it changes nothing. */
export function askPage(place: Place, of: AskedQuote): Markup {
  const t = translator(place.locale)
  const labels = { name: words.name, title: words.jobTitle, company: words.company }
  const boxes = bylineParts.map(
    (part) =>
      of.byline[part] &&
      markup`<label class="o"><input type="checkbox" name="${part}" value="on"${of.attribution[part] && raw(' checked')}><span>${t(labels[part], { is: of.byline[part] })}</span></label>`,
  )
  const logoBox =
    of.logo &&
    markup`<label class="o"><input type="checkbox" name="logo" value="on"${(of.attribution.logo ?? false) && raw(' checked')}><span>${t(words.logo)}</span></label>`
  const { lockVersion, nonce } = of
  return shell(
    place,
    t(words.title),
    markup`${sayPart(of.say)}<h1>${t(words.title)}</h1><p>${t(words.lead, { company: place.brand.name })}</p>
${figure(of, place.locale)}
<form method="post">${hidden({ nonce, v: lockVersion, lang: place.locale })}
<details${of.open && raw(' open')}><summary>${t(words.change)}</summary>
<label class="b" for="t">${t(words.wording)}</label><textarea id="t" name="text" maxlength="${longestComment}" rows="6" lang="${of.language}" dir="auto" required>
${of.text}</textarea>
<fieldset><legend><strong>${t(words.shown)}</strong></legend>${boxes}${logoBox}</fieldset>
<button class="go warn" type="submit" name="act" value="preview">${t(words.preview)}</button></details>
<button class="go" type="submit" name="act" value="approve">${t(words.approve)}</button></form>
<form method="post">${hidden({ act: 'decline', nonce, v: lockVersion, lang: place.locale })}${stopBox(place.locale)}<button class="go warn" type="submit">${t(words.decline)}</button></form>`,
  )
}

type Told = 'approved' | 'published' | 'declined' | 'withdrawn' | 'reworked'

const told = {
  approved: { title: words.approvedTitle, text: words.approvedText },
  published: { title: words.publishedTitle, text: words.publishedText },
  declined: { title: words.declinedTitle, text: words.declinedText },
  withdrawn: { title: words.withdrawnTitle, text: words.withdrawnText },
  reworked: { title: words.reworkedTitle, text: words.reworkedText },
}

/** What a link of this sending finds: `ask`, or what is told instead. */
export const toldOf = (state: QuoteState, current: boolean): Told | 'ask' =>
  state === 'withdrawn'
    ? 'withdrawn'
    : state === 'published' || state === 'approved'
      ? state
      : state === 'declined'
        ? 'declined'
        : state === 'sent' && current
          ? 'ask'
          : 'reworked'

/** How it stands, with the way to take it back. `quote`: what is public or approved. */
export function toldPage(
  place: Place,
  of: Told,
  { quote, nonce, say }: { quote: AskedQuote; nonce: string; say: string | null },
): Markup {
  const t = translator(place.locale)
  const { title, text } = told[of]
  const shown = of === 'approved' || of === 'published'
  return shell(
    place,
    t(title),
    markup`${sayPart(say)}<h1>${t(title)}</h1><p role="status">${t(text, { company: place.brand.name })}</p>
${shown && figure(quote, place.locale)}${(shown || of === 'reworked') && markup`<form method="post">${hidden({ act: 'withdraw', nonce, lang: place.locale })}<p>${t(words.backText)}</p>${stopBox(place.locale)}<button class="go warn" type="submit">${t(words.back)}</button></form>`}`,
  )
}

/** One thing said: a link that opens nothing. */
export const plainQuotePage = (place: Place, title: string, text: string): Markup =>
  shell(place, title, markup`<h1>${title}</h1><p role="status">${text}</p>`)

const figure = (of: AskedQuote, locale: Locale) =>
  quoteFigure(
    { ...of, byline: shownByline(of.byline, of.attribution), logo: of.attribution.logo ? of.logo : null },
    locale,
  )
const sayPart = (say: string | null): Part => say && markup`<p class="say" role="status">${say}</p>`
const stopBox = (locale: Locale) =>
  markup`<label class="o"><input type="checkbox" name="stop" value="on"><span>${translator(locale)(words.stop)}</span></label>`
const hidden = (fields: Record<string, string | number>) =>
  Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)

const style = myDataStyle + figureStyle + 'form+form{margin-top:24px}legend{margin:14px 0 4px}'

const shell = (place: Place, title: string, body: Markup): Markup => ownPage(place, { title, style, body })
