import type { PublicQuote } from '#app/advocacy/quotes/list-published.server.ts'
import { signature } from '#app/advocacy/quotes/quote.ts'
import { publicWords } from '#app/advocacy/quotes/words.ts'
import { markup, raw, type Markup } from '#app/answering/html.ts'
import { directionOf, type Language } from '#app/platform/languages.ts'
import { translator, type Locale } from '#app/platform/words.ts'

/** A quote as it stands in public, and before that on the page on which it is approved. */
export function quoteFigure(
  { text, language, byline, logo, rewarded }: Omit<PublicQuote, 'id'>,
  locale: Locale,
): Markup {
  const t = translator(locale)
  const by = signature(byline, language)
  const signed = by ? markup`<span lang="${language}">${by}</span>` : t(publicWords.customer)
  const rtl = directionOf(language as Language) === 'rtl' && raw(' dir="rtl"')
  return markup`<figure><blockquote lang="${language}"${rtl}>${text}</blockquote><figcaption>${logo && markup`<img src="${logo}" alt="${byline.company ?? t(publicWords.logo)}" height="32">`}${signed}${rewarded && markup`<small>${t(publicWords.rewarded)}</small>`}</figcaption></figure>`
}

export const figureStyle = [
  'figure{margin:0 0 20px;padding:0 0 0 14px;border-inline-start:4px solid var(--b)}',
  'blockquote{margin:0 0 8px;font-size:18px;white-space:pre-line;unicode-bidi:plaintext}',
  'figcaption img{display:block;width:auto;max-width:60%;max-height:32px;margin:0 0 6px;padding:4px;border-radius:4px;background:#fff}',
  'figcaption{color:var(--q);font-size:14px}figcaption small{display:block;margin-top:2px}',
].join('')
