import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { compile, type Markup } from '#app/answering/html.ts'
import type { Place } from '#app/answering/page.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import type { Language } from '#app/platform/languages.ts'

/** @param spoken what the page can be read in, English among it; `person`: the language of whom it is for */
export async function placeOf<Spoken extends Language>(
  visit: Visit,
  { asked, person, spoken }: { asked: string | null; person: Language | null; spoken: readonly Spoken[] },
): Promise<Place<Spoken>> {
  const { name, postalAddress, privacyUrl, locale } = await getOrganisation(visit.ctx)
  const { name: brand, colour, logoFileId } = await getBrand(visit.ctx)
  return {
    brand: { name: brand, colour, logoFileId },
    organisation: { name, postalAddress, privacyUrl },
    locale: localeFor(visit, { contactLanguage: person, language: locale as Language }, asked, spoken) as Spoken,
  }
}

/** A page behind somebody's own link: its address, which opens it, is told to no other site. */
export const ownPageReply = (visit: Visit, page: Markup, status = 200): Reply =>
  htmlReply(compile<'cspNonce'>(page)({ cspNonce: visit.cspNonce }), status, { 'referrer-policy': 'same-origin' })
