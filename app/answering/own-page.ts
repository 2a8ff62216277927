import { markup, type Markup, type Part } from '#app/answering/html.ts'
import { imprint, languageLinks, page, privacyLink, type Place } from '#app/answering/page.ts'
import { locales, type Locale } from '#app/platform/words.ts'

/** A page behind somebody's own link, in the languages of the staff. `style`: after the common sheet. */
export function ownPage(
  place: Place<Locale>,
  { title, style, body }: { title: string; style: string; body: Part },
): Markup {
  const { locale, brand, organisation } = place
  return page({
    locale,
    title: `${title} · ${brand.name}`,
    brand,
    style,
    body,
    footer: markup`<nav>${privacyLink(organisation, locale)}${languageLinks(locale, locales)}</nav>${imprint(organisation, locale)}`,
  })
}
