import { markup, raw, slot, type Markup, type Part } from '#app/answering/html.ts'
import { pageStyle } from '#app/answering/style.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Pace } from '#db/enums/surveys.ts'
import type { Question, Wording } from '#db/schema/surveys.ts'

/** What the customer's pages of one survey are made of. */
export interface Survey {
  metric: Metric
  /** With every variable filled. */
  wording: Record<Language, Wording>
  /** Asked after the score. */
  questions: Question[]
  pace: Pace
  brand: { name: string; colour: string; logoFileId: string | null }
  organisation: { name: string; postalAddress: string; privacyUrl: string | null }
}

export const otherLocale = (locale: Language): Language => (locale === 'en' ? 'ja' : 'en')

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
}

/** A whole page; the slot `cspNonce` lets its style through the content security policy. */
export function page({ locale, title, brand, style = '', body, footer }: PageParts): Markup {
  return markup`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><title>${title}</title><link rel="icon" href="data:,"><style nonce="${slot('cspNonce')}">${raw(pageStyle(brand.colour) + style)}</style></head>
<body><main><header>${brand.logoFileId ? markup`<img src="${logoPath(brand.logoFileId)}" alt="${brand.name}" height="48">` : brand.name}</header><div class="card">
${body}
</div></main><footer>
${footer}
</footer></body></html>
`
}

/** What stands at the foot of a survey: why me, who reads it, privacy, language, unsubscribe, address, trademark. */
export function footerOf(survey: Survey, locale: Language, links: { language: Part; unsubscribe: Part }): Markup {
  const t = translator(locale)
  const { organisation, wording, metric } = survey
  const safe = organisation.privacyUrl && /^https?:\/\//i.test(organisation.privacyUrl) ? organisation.privacyUrl : null
  return markup`<p><strong>${t(words.why)}</strong><br>${wording[locale].why}</p>
<nav>${safe && markup`<a href="${safe}" rel="noreferrer">${t(words.privacy)}</a>`}${links.language}${links.unsubscribe}</nav>
<p>${organisation.name}${organisation.postalAddress && markup`<br>${organisation.postalAddress}`}</p>${metric === 'nps' && markup`<p><small>${t(words.trademark)}</small></p>`}`
}
