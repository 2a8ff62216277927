import type { PublicQuote } from '#app/advocacy/quotes/list-published.server.ts'
import { publicWords as words } from '#app/advocacy/quotes/words.ts'
import { markup, raw, type Markup } from '#app/answering/html.ts'
import { imprint, languageLinks, page, privacyLink, type Survey } from '#app/answering/page.ts'
import { figureStyle, quoteFigure } from '#app/answering/quotes/figure.ts'
import { pageStyle } from '#app/answering/style.ts'
import { locales, translator, type Locale } from '#app/platform/words.ts'

type Place = Pick<Survey, 'brand' | 'organisation'> & { locale: Locale }

export interface Proof {
  quotes: PublicQuote[]
  /** Where the list goes on. */
  next: string | null
  /** Not its first page. */
  began: boolean
}

/** What a page's policy has to let through: its one style sheet, to the letter. */
export interface Styled {
  html: Markup
  style: string
}

const pageOwn = `${figureStyle}.card figure:last-of-type{margin-bottom:0}.m{display:flex;flex-wrap:wrap;gap:0 20px;margin:12px 0 0}.m a{padding:10px 0}`

/** What customers said, as everybody may read it. */
export function proofPage({ brand, organisation, locale }: Place, { quotes, next, began }: Proof): Styled {
  const t = translator(locale)
  const more = [
    began && markup`<a href="/proof?lang=${locale}">${t(words.first)}</a>`,
    next && markup`<a href="?after=${next}&amp;lang=${locale}" rel="next">${t(words.more)}</a>`,
  ]
  return {
    style: pageStyle(brand.colour, locale) + pageOwn,
    html: page({
      locale,
      title: `${t(words.title)} · ${brand.name}`,
      brand,
      style: pageOwn,
      body: markup`<h1>${t(words.title)}</h1>${list(quotes, locale)}${(began || next) && markup`<p class="m">${more}</p>`}`,
      footer: markup`<nav>${privacyLink(organisation, locale)}${languageLinks(locale, locales)}</nav>
${imprint(organisation, locale)}`,
    }),
  }
}

/** The same for a frame in another site's page: nothing but the quotes, on a ground of their own, so that they can be read on any. */
export function proofBlock({ brand, locale }: Place, { quotes, next }: Proof): Styled {
  const t = translator(locale)
  const style = `${pageStyle(brand.colour, locale)}${figureStyle}body{background:var(--c)}main{max-width:none}h1{position:absolute;clip-path:inset(50%)}`
  return {
    style,
    html: markup`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><title>${t(words.title)} · ${brand.name}</title><link rel="icon" href="data:,"><base target="_blank"><style>${raw(style)}</style></head>
<body><main><h1>${t(words.title)}</h1>${list(quotes, locale)}${next && markup`<p><a href="/proof?lang=${locale}" rel="noopener">${t(words.all)}</a></p>`}</main></body></html>
`,
  }
}

const list = (quotes: PublicQuote[], locale: Locale) =>
  quotes.length === 0
    ? markup`<p>${translator(locale)(words.none)}</p>`
    : quotes.map((quote) => quoteFigure(quote, locale))
