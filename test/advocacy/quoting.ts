import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { changeQuote } from '#app/advocacy/quotes/change-quote.server.ts'
import { makeQuote } from '#app/advocacy/quotes/make-quote.server.ts'
import { editProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import type { StaffVerb } from '#app/advocacy/quotes/quote-form.ts'
import { quoteToken } from '#app/advocacy/quotes/quote-token.server.ts'
import * as jsonRoute from '#app/answering/routes/proof-json.ts'
import * as blockRoute from '#app/answering/routes/proof-embed.ts'
import * as pageRoute from '#app/answering/routes/proof.ts'
import * as quoteRoute from '#app/answering/routes/quote.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { contacts } from '#db/schema/accounts.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { responses } from '#db/schema/responses.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import type { World } from '#test/world.ts'

export const praise = 'They answer at once. Our month end takes a day less.'

/** A happy customer who wrote something and agrees to be quoted. */
export async function praised(w: World, comment = praise) {
  const { contact, account, invitation } = await invited(w)
  await w.store.write((tx) =>
    tx.update(contacts).set({ name: 'Mia Moor', title: 'Controller' }).where(eq(contacts.id, contact.id)),
  )
  await recordAnswer(customer(w), answerTo(w, invitation, 10, { comment }))
  await giveConsents(customer(w), { invitationId: invitation.id, language: 'en', give: ['quote'], takeBack: [] })
  const [response] = await w.store.db.select().from(responses).where(eq(responses.invitationId, invitation.id))
  return { contact, account, invitation, responseId: response!.id }
}

export async function drafted(w: World, comment?: string) {
  const of = await praised(w, comment)
  return { ...of, ...(await makeQuote(w.ctx(), { responseId: of.responseId })) }
}

export async function rowOf(w: World, id: string) {
  const [row] = await w.store.db.select().from(quotes).where(eq(quotes.id, id))
  return row!
}

/** A colleague does something with a quote as it stands. */
export const step = async (w: World, id: string, verb: StaffVerb, ctx = w.ctx()) =>
  changeQuote(ctx, { id, verb, lockVersion: (await rowOf(w, id)).lockVersion })

/** Sent, approved by its customer on their page, and published. */
export async function published(w: World, comment?: string) {
  const of = await drafted(w, comment)
  await step(w, of.id, 'send')
  await press(w, await linkOf(w, of.id), 'approve')
  await step(w, of.id, 'publish')
  return of
}

export const linkOf = async (w: World, id: string) =>
  quoteToken(w.keys, { id, generation: (await rowOf(w, id)).generation })

/** One request to a page of ours without signing in. */
export async function visit(
  w: World,
  route: { loader?: unknown; action?: unknown },
  path: string,
  {
    token = '',
    fields,
    headers = {},
  }: { token?: string; fields?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const request = new Request(`http://koe.test${path}`, {
    method: fields ? 'POST' : 'GET',
    headers: { 'accept-language': 'en', ...headers },
    ...(fields && { body: new URLSearchParams(fields) }),
  })
  const context = { ctx: w.anonymous(), nonce: 'csp-nonce', requestId: 'req', remoteAddress: '203.0.113.9', afterReply: () => {} } // prettier-ignore
  const args = { request, params: { token }, context } as unknown as LoaderFunctionArgs
  type Run = (args: LoaderFunctionArgs) => Promise<Response>
  try {
    const reply = await ((fields ? route.action : route.loader) as Run)(args)
    return { status: reply.status, headers: reply.headers, text: await reply.text() }
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, headers: new Headers(), text: error.code }
    throw error
  }
}

export const open = (w: World, token: string, query = '') => visit(w, quoteRoute, `/q/${token}${query}`, { token })
export const post = (w: World, token: string, fields: Record<string, string>) =>
  visit(w, quoteRoute, `/q/${token}`, { token, fields })

/** What the form of the customer's page holds, ten seconds after it was opened. */
export async function formOf(w: World, token: string): Promise<Record<string, string>> {
  const { text } = await open(w, token)
  w.clock.advance(10_000)
  return { nonce: fieldOf(text, 'nonce'), v: text.includes('name="v"') ? fieldOf(text, 'v') : '', lang: 'en' }
}

/** The customer opens their page and presses a button of it, leaving all else as it is. */
export async function press(w: World, token: string, act: string, over: Record<string, string> = {}) {
  const { text } = await open(w, token)
  const boxes = [...text.matchAll(/name="(name|title|company|logo)" value="on" checked/g)].map(([, part]) => [
    part!,
    'on',
  ])
  const [, words = ''] = /<textarea[^>]*>\n([^]*?)<\/textarea>/.exec(text) ?? []
  const typed = act === 'approve' ? { ...Object.fromEntries(boxes), text: unescaped(words) } : {}
  return post(w, token, { ...(await formOf(w, token)), ...typed, act, ...over })
}

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export const openProof = (w: World, origins = '') => editProof(w.ctx(), { shown: true, origins })

/** The public page, the block and JSON. */
export const proof = (w: World) => ({
  page: (query = '', headers = {}) => visit(w, pageRoute, `/proof${query}`, { headers }),
  block: (headers = {}) => visit(w, blockRoute, '/proof/embed', { headers }),
  json: (query = '', headers = {}) => visit(w, jsonRoute, `/proof.json${query}`, { headers }),
})

/** How many of the three show a text. */
export async function shownIn(w: World, text: string): Promise<number> {
  const { page, block, json } = proof(w)
  const all = [await page(), await block(), await json()]
  return all.filter((reply) => reply.text.includes(text)).length
}
