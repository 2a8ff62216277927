import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import type { Visit } from '#app/answering/visit.ts'
import type { Language } from '#app/platform/languages.ts'
import { isLocale, locales, type Locale } from '#app/platform/words.ts'

/** Whose page it is, and the language of what stands around the quotes. */
export type QuotePlace = Pick<Survey, 'brand' | 'organisation'> & { locale: Locale }

export async function placeOfQuotes(visit: Visit, asked: string | null, person: Language | null): Promise<QuotePlace> {
  const { name, postalAddress, privacyUrl, locale } = await getOrganisation(visit.ctx)
  const { name: brand, colour, logoFileId } = await getBrand(visit.ctx)
  const chosen = localeFor(visit, { contactLanguage: person, language: locale as Language }, asked, locales)
  return {
    brand: { name: brand, colour, logoFileId },
    organisation: { name, postalAddress, privacyUrl },
    locale: isLocale(chosen) ? chosen : 'en',
  }
}
