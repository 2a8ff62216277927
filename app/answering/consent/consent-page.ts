import type { findCompanyConsent } from '#app/advocacy/company/list-company-consents.server.ts'
import { consentPageWords as words } from '#app/answering/consent/words.ts'
import { markup, type Markup, type Part } from '#app/answering/html.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { ownPage } from '#app/answering/own-page.ts'
import { languageListStyle, type Place } from '#app/answering/page.ts'
import { translator, type Locale } from '#app/platform/words.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findCompanyConsent>>>

const style = `${myDataStyle}${languageListStyle}.q{white-space:pre-line;border-inline-start:3px solid var(--l);padding-inline-start:12px}`

/** What was agreed to and the button that ends it, or that it has ended. Opening it changes nothing. */
export function consentPage(
  place: Place<Locale>,
  of: Found,
  { nonce, say, agreedOn, until }: { nonce: string; say: string | null; agreedOn: string; until: string | null },
): Markup {
  const t = translator(place.locale)
  const title = t(words.title, { account: of.account })
  const said = say && markup`<p class="say" role="status">${say}</p>`
  const text = markup`<p class="q" lang="${of.language}" dir="auto">${of.text}</p>`
  if (of.state !== 'given')
    return shell(
      place,
      title,
      markup`${said}<h1>${t(words.ended)}</h1><p role="status">${t(words.endedText)}</p>${text}`,
    )
  return shell(
    place,
    title,
    markup`${said}<h1>${title}</h1><p>${t(words.lead, { company: place.brand.name, date: agreedOn })}</p>${text}
<p>${until === null ? t(words.open) : t(words.until, { date: until })}</p>
<form method="post"><input type="hidden" name="act" value="withdraw"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="lang" value="${place.locale}"><p>${t(words.backText)}</p><button class="go warn" type="submit">${t(words.back)}</button></form>`,
  )
}

/** One thing said: a link that opens nothing. */
export const noConsentPage = (place: Place<Locale>, title: string, text: string): Markup =>
  shell(place, title, markup`<h1>${title}</h1><p role="status">${text}</p>`)

const shell = (place: Place<Locale>, title: string, body: Part): Markup => ownPage(place, { title, style, body })
