import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { openConsentToken } from '#app/advocacy/company/consent-token.server.ts'
import { findCompanyConsent } from '#app/advocacy/company/list-company-consents.server.ts'
import { consentPage, noConsentPage } from '#app/answering/consent/consent-page.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import type { Place } from '#app/answering/page.ts'
import { ownPageReply as reply, placeOf } from '#app/answering/place.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { locales, translator, type Locale } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

interface OpenConsent {
  consent: NonNullable<Awaited<ReturnType<typeof findCompanyConsent>>>
  place: Place<Locale>
}

/** `GET /c/:token`: what a company agreed to. It changes nothing, whoever calls. */
export async function showConsent(visit: Visit): Promise<Reply> {
  const open = await openConsent(visit, visit.query.get('lang'))
  return 'closed' in open ? open.closed : replyConsent(visit, open)
}

/** The consent behind a link, or a page that says that it opens none. */
export async function openConsent(visit: Visit, lang: string | null): Promise<OpenConsent | { closed: Reply }> {
  const id = openConsentToken(visit.ctx.keys, visit.token)
  const consent = id === null ? null : await findCompanyConsent(visit.ctx, id)
  const place = await placeOf(visit, {
    asked: lang,
    person: consent && (consent.spoken ?? consent.language),
    spoken: locales,
  })
  if (consent) return { consent, place }
  const t = translator(place.locale)
  return {
    closed: reply(visit, noConsentPage(place, t(answeringWords.unknown), t(answeringWords.unknownText)), 404),
  }
}

/** How it stands now. */
export async function replyConsent(
  visit: Visit,
  { consent, place }: OpenConsent,
  { say = null, status = 200 }: { say?: string | null; status?: number } = {},
): Promise<Reply> {
  const { zone } = await getOrganisation(visit.ctx)
  const format = formats(place.locale, zone)
  const day = dayOfIso(consent.agreedOn)
  const view = {
    nonce: makePageNonce(visit, 'consent', consent.id),
    say,
    agreedOn: day === null ? consent.agreedOn : format.day(day),
    until: consent.expiresAt === null ? null : format.date(consent.expiresAt),
  }
  return reply(visit, consentPage(place, consent, view), status)
}
