import { findQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { nobody } from '#app/advocacy/quotes/list-published.server.ts'
import { inlineLogo } from '#app/advocacy/quotes/logo.server.ts'
import { openQuoteToken, type QuoteLink } from '#app/advocacy/quotes/quote-token.server.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import type { Place } from '#app/answering/page.ts'
import { ownPageReply as pageReply, placeOf } from '#app/answering/place.server.ts'
import { askPage, plainQuotePage, toldOf, toldPage, type AskedQuote } from '#app/answering/quotes/quote-page.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { locales, translator, type Locale } from '#app/platform/words.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findQuote>>>
export interface OpenQuote extends Found {
  link: QuoteLink
  /** The company's logo within the page, where it may be shown. */
  logo: string | null
  place: Place<Locale>
}

/** `GET /q/:token`: what would be published of what somebody said. It changes nothing, whoever calls. */
export async function showQuote(visit: Visit): Promise<Reply> {
  const open = await openQuote(visit, visit.query.get('lang'))
  return 'closed' in open ? open.closed : replyQuote(visit, open)
}

/** The quote of a link, or the page that says why it opens nothing. */
export async function openQuote(visit: Visit, asked: string | null): Promise<OpenQuote | { closed: Reply }> {
  const link = openQuoteToken(visit.ctx.keys, visit.token)
  const found = link && (await findQuote(visit.ctx, link.id))
  const place = await placeOf(visit, { asked, person: found?.person.language ?? null, spoken: locales })
  const t = translator(place.locale)
  // An altered link and one of a quote that is gone look alike, so that nobody learns which exist.
  if (!link || !found)
    return { closed: pageReply(visit, plainQuotePage(place, t(answeringWords.unknown), t(answeringWords.unknownText)), 404) } // prettier-ignore
  const logo = found.companyAgrees ? await inlineLogo(visit.ctx, found.quote.logoFileId) : null
  return { ...found, link, place, logo }
}

/** How the quote stands. `over`: what was typed or has to be said. */
export function replyQuote(
  visit: Visit,
  { quote, link, place, logo }: OpenQuote,
  over: Partial<Pick<AskedQuote, 'text' | 'attribution' | 'say' | 'open'>> = {},
  status = 200,
): Reply {
  const { language, text, attribution, rewarded, lockVersion } = quote
  const nonce = makePageNonce(visit, 'quote', quote.id)
  const byline = quote.byline ?? nobody
  const kept = { language, text, attribution, rewarded, lockVersion, byline, logo, nonce, say: null, open: false }
  const told = toldOf(quote.state, link.generation === quote.generation)
  const page =
    told === 'ask'
      ? askPage(place, { ...kept, ...over })
      : toldPage(place, told, { quote: kept, nonce, say: over.say ?? null })
  return pageReply(visit, page, status)
}
