import { contactConsentWords } from '#app/advocacy/referrals/contact-consent.ts'
import { longestCompany, longestMessage } from '#app/advocacy/referrals/referral.ts'
import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { imprint, languageLinks, page, privacyLink, type Survey } from '#app/answering/page.ts'
import { landingWords as words } from '#app/answering/referral/words.ts'
import { translator, type Locale } from '#app/platform/words.ts'

export const landingFields = ['name', 'email', 'company', 'message', 'agreed'] as const
export type LandingField = (typeof landingFields)[number]
export type Typed = Partial<Record<LandingField, string>>

export interface Landing {
  locale: Locale
  brand: Survey['brand']
  organisation: Survey['organisation']
}

const style =
  myDataStyle +
  '.w{position:absolute;left:-9999px}.er{color:var(--t);border-inline-start:4px solid var(--b);padding-inline-start:8px;margin:6px 0 0;font-size:14px;font-weight:600}[aria-invalid]{border-width:2px}.o{margin-top:12px}'

/** Who recommends us, and a short form. `errors`: what is wrong with a field, in words. */
export function landingPage(
  landing: Landing,
  form: {
    name: string | null
    nonce: string
    action: string
    typed?: Typed
    errors?: Partial<Record<LandingField, string>>
    say?: string | null
  },
): Markup {
  const { locale, brand } = landing
  const t = translator(locale)
  const { name, typed = {}, errors = {}, say = null } = form
  const company = brand.name
  const title = name === null ? t(words.recommended, { company }) : t(words.recommends, { name, company })
  const error = (field: LandingField): Part => errors[field] && markup`<p class="er" id="e-${field}">${errors[field]}</p>` || null // prettier-ignore
  const wired = (field: LandingField): Part => errors[field] ? markup` aria-invalid="true" aria-describedby="e-${field}"` : null // prettier-ignore
  const input = (field: 'name' | 'email' | 'company', most: number, rest: Markup) =>
    markup`<label class="b" for="${field}">${t(words[field])}</label><input class="in" id="${field}" name="${field}" value="${typed[field] ?? ''}" maxlength="${most}" required ${rest}${wired(field)}>${error(field)}`
  return shell(
    landing,
    title,
    markup`${say && markup`<p class="say" role="alert">${say}</p>`}<h1>${title}</h1>
<p>${t(words.lead, { company })}</p>
<form method="post" action="${form.action}"><input type="hidden" name="nonce" value="${form.nonce}"><input type="hidden" name="lang" value="${locale}">
${input('name', 200, raw('autocomplete="name"'))}
${input('email', 254, raw('type="email" inputmode="email" autocomplete="email"'))}
${input('company', longestCompany, raw('autocomplete="organization"'))}
<label class="b" for="message">${t(words.message)}</label><textarea id="message" name="message" maxlength="${longestMessage}" rows="4"${wired('message')}>
${typed.message ?? ''}</textarea>${error('message')}
<div class="w" aria-hidden="true"><label for="website">${t(words.leaveEmpty)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<label class="o"><input type="checkbox" name="agreed" value="yes" required${typed.agreed ? raw(' checked') : null}${wired('agreed')}><span>${t(contactConsentWords, { company })}</span></label>${error('agreed')}
<button class="go" type="submit">${t(words.send)}</button></form>`,
  )
}

export function landingThanks(landing: Landing): Markup {
  const t = translator(landing.locale)
  return shell(
    landing,
    t(words.thanks),
    markup`<h1>${t(words.thanks)}</h1><p role="status">${t(words.thanksText, { company: landing.brand.name })}</p>`,
    'thanks=1&',
  )
}

/** There is no such link, or not any more: a page that tells nothing about anybody. */
export function noLandingPage(landing: Landing, why: 'unknown' | 'revoked'): Markup {
  const t = translator(landing.locale)
  const [title, text] = why === 'unknown' ? [words.unknown, words.unknownText] : [words.revoked, words.revokedText]
  return shell(landing, t(title), markup`<h1>${t(title)}</h1><p>${t(text)}</p>`)
}

function shell({ locale, brand, organisation }: Landing, title: string, body: Markup, query = ''): Markup {
  return page({
    locale,
    title: title.includes(brand.name) ? title : `${title} · ${brand.name}`,
    brand,
    style,
    body,
    footer: markup`<nav>${privacyLink(organisation, locale)}${languageLinks(locale, ['en', 'ja'], query)}</nav>${imprint(organisation, locale)}`,
  })
}
