import { markup, raw, slot, type Markup, type Part } from '#app/answering/html.ts'
import { pageStyle } from '#app/answering/style.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { directionOf, isolated, ownNames, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Integrity, Pace } from '#db/enums/surveys.ts'
import type { Question, Wording } from '#db/schema/surveys.ts'

/** What the customer's pages of one survey are made of. */
export interface Survey {
  metric: Metric
  /** What counts as an answer besides a press; nothing where it is left out. */
  integrity?: Integrity
  /** The languages that it can be read in. A page in any other would be a mix: see `localeFor`. */
  languages: readonly Language[]
  /** With every variable filled; English stands where there are no words of its own. */
  wording: Record<Language, Wording>
  /** Asked after the score. */
  questions: Question[]
  pace: Pace
  brand: { name: string; colour: string; logoFileId: string | null }
  organisation: { name: string; postalAddress: string; privacyUrl: string | null }
}

/** Whose page it is, and its language. */
export type Place<Spoken extends Language = Language> = Pick<Survey, 'brand' | 'organisation'> & { locale: Spoken }

/** The address of a brand's logo. */
const logoPath = (fileId: string) => `/files/${fileId}`

export interface PageParts {
  locale: Language
  title: string
  brand: Survey['brand']
  /** More style, after the common sheet. */
  style?: string
  body: Part
  footer: Part
  /** At the end, when everything stands. */
  script?: Part
}

/** A whole page; the slot `cspNonce` lets its style through the content security policy. */
export function page({ locale, title, brand, style = '', body, footer, script = null }: PageParts): Markup {
  return markup`<!doctype html>
<html lang="${locale}"${directionOf(locale) === 'rtl' && raw(' dir="rtl"')}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><title>${title}</title><link rel="icon" href="data:,"><style nonce="${slot('cspNonce')}">${raw(pageStyle(brand.colour, locale) + style)}</style></head>
<body><main><header>${brand.logoFileId ? markup`<img src="${logoPath(brand.logoFileId)}" alt="${brand.name}" height="48">` : brand.name}</header><div class="card">
${body}
</div></main><footer>
${footer}
</footer>${script}</body></html>
`
}

/**
 * Links to the same page in other languages, each by its own name. Readers who can't read this page find theirs by the
 * sign and the names. `query`: what else the address has.
 */
export function languageLinks(locale: Language, spoken: readonly Language[], query = ''): Part {
  const t = translator(locale)
  const others = spoken.filter((one) => one !== locale)
  if (others.length === 0) return null
  const links = others.map((one) => markup`<a href="?${query}lang=${one}" lang="${one}">${ownNames[one]}</a>`)
  if (others.length <= mostInARow) return links
  return markup`<details class="l"><summary>${globe} ${t(words.language, { language: ownNames[locale] })}</summary>${links}</details>`
}

/** Says "languages" to whoever can't read this page. Drawn, since not every system has a letter for it. */
export const globe = raw(
  '<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><circle cx="8" cy="8" r="7"/><path d="M1 8h14M8 1c-5 4-5 10 0 14 5-4 5-10 0-14"/></svg>',
)

/** For pages with `languageLinks`. */
export const languageListStyle =
  '.l{width:100%}.l summary{cursor:pointer;padding:11px 0}.l a{display:inline-block;padding:12px 0;margin-inline-end:18px}'

/** Languages that stand side by side; more of them are folded away. */
export const mostInARow = 3

/** Lines of our own in a page that runs from right to left: `1-1 Marunouchi` stays in this order. */
const foreign = (locale: Language, text: string): Part =>
  directionOf(locale) === 'rtl' ? markup`<bdi>${text}</bdi>` : text

/** The link to the organisation's privacy page; nothing where its address is none of the web's. */
export const privacyLink = ({ privacyUrl }: Survey['organisation'], locale: Language): Part =>
  privacyUrl &&
  /^https?:\/\//i.test(privacyUrl) &&
  markup`<a href="${privacyUrl}" rel="noreferrer">${translator(locale)(words.privacy)}</a>`

/** Whose page it is: name and postal address. */
export const imprint = ({ name, postalAddress }: Survey['organisation'], locale: Language): Markup =>
  markup`<p>${foreign(locale, name)}${postalAddress && markup`<br>${foreign(locale, postalAddress)}`}</p>`

/** What stands at the foot of a survey: why me, who reads it, privacy, language, unsubscribe, address, trademark. `door`: nobody was written to. */
export function footerOf(
  survey: Survey,
  locale: Language,
  links: { language: Part; unsubscribe: Part; door: boolean },
): Markup {
  const t = translator(locale)
  const { organisation, wording, metric } = survey
  return markup`<p><strong>${t(words.why)}</strong><br>${links.door ? t(words.doorWhy, { company: isolated(locale, survey.brand.name) }) : wording[locale].why}</p>
<nav>${privacyLink(organisation, locale)}${links.language}${links.door ? null : links.unsubscribe}</nav>
${imprint(organisation, locale)}${metric === 'nps' && markup`<p><small>${t(words.trademark)}</small></p>`}`
}
