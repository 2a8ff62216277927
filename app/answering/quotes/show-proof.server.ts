import { createHash } from 'node:crypto'
import { listPublished, type PublicQuote } from '#app/advocacy/quotes/list-published.server.ts'
import { getProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { publicWords } from '#app/advocacy/quotes/words.ts'
import { compile } from '#app/answering/html.ts'
import { locales } from '#app/platform/words.ts'
import { placeOf } from '#app/answering/place.server.ts'
import { proofBlock, proofPage, type Styled } from '#app/answering/quotes/proof-page.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/** Quotes of one page, and of the block. */
const onPage = 20
const inBlock = 6
const inJson = 50

/** `GET /proof`: what is published, in the brand. @throws NotFound while there are no public pages */
export async function showProof(visit: Visit): Promise<Reply> {
  await opened(visit)
  const after = visit.query.get('after')
  const found = await listPublished(visit.ctx, { after, limit: onPage })
  const place = await placeOf(visit, { asked: visit.query.get('lang'), person: null, spoken: locales })
  return htmlOf(visit, proofPage(place, { ...found, began: after !== null }), "'none'")
}

/** `GET /proof/embed`: the first of them for a frame of the sites that may. @throws NotFound while there are no public pages */
export async function showProofBlock(visit: Visit): Promise<Reply> {
  const { origins } = await opened(visit)
  const found = await listPublished(visit.ctx, { limit: inBlock })
  const place = await placeOf(visit, { asked: visit.query.get('lang'), person: null, spoken: locales })
  const reply = htmlOf(visit, proofBlock(place, { ...found, began: false }), origins.length ? origins.join(' ') : '*')
  reply.headers['cross-origin-resource-policy'] = 'cross-origin'
  return reply
}

/** `GET /proof.json`: the same for programs, from any site. @throws NotFound while there are no public pages */
export async function showProofJson(visit: Visit): Promise<Reply> {
  await opened(visit)
  const { quotes, next } = await listPublished(visit.ctx, { after: visit.query.get('after'), limit: inJson })
  const body = JSON.stringify({ quotes: quotes.map(jsonOf), next })
  const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
  return cached(visit, body, { 'content-type': 'application/json; charset=utf-8', ...headers })
}

const jsonOf = ({ id, text, language, byline, logo, rewarded }: PublicQuote) => ({
  id,
  text,
  language,
  attribution: byline,
  logo: logo && env.PUBLIC_URL + logo,
  rewarded,
  label: rewarded ? publicWords.rewarded[language === 'ja' ? 'ja' : 'en'] : null,
})

async function opened(visit: Visit) {
  const proof = await getProof(visit.ctx)
  if (!proof.shown) throw new NotFound()
  return proof
}

/** A page without a nonce, whose copy stays good: its style is named by its hash. */
function htmlOf(visit: Visit, { html, style }: Styled, ancestors: string): Reply {
  const sheet = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
  return cached(visit, compile<'cspNonce'>(html)({ cspNonce: '' }), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${sheet}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
    vary: 'accept-language',
  })
}

/** Copies may be kept and must be asked about each time: what is withdrawn is gone on the next request. */
function cached(visit: Visit, body: string, own: Record<string, string>): Reply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...own, 'cache-control': 'public, max-age=0, must-revalidate', etag }
  const known = (visit.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known.includes(etag) ? { status: 304, headers, body: '' } : { status: 200, headers, body }
}
