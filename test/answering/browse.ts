import type { LoaderFunctionArgs } from '@remix-run/node'
import * as surveyRoute from '#app/answering/routes/survey.ts'
import * as unsubscribeRoute from '#app/answering/routes/unsubscribe.ts'
import { invitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import type { World } from '#test/world.ts'

type Link = { id: string; gen: number }
type Fields = Record<string, string> | [string, string][]

/** A customer at the loaders and actions of the answer pages, as Remix calls them. */
export function customerOf(w: World, headers: Record<string, string> = {}) {
  const afterReply: Promise<void>[] = []
  async function visit(route: typeof surveyRoute, path: string, token: string, init: RequestInit = {}) {
    const request = new Request(`http://koe.test${path}`, {
      ...init,
      headers: { 'user-agent': 'a browser', ...headers, ...init.headers },
    })
    const context = {
      ctx: w.anonymous(),
      user: null,
      sessionId: null,
      locale: 'en',
      theme: null,
      nonce: 'csp-nonce',
      requestId: 'req_test',
      remoteAddress: '203.0.113.9',
      afterReply: (work: () => Promise<void>) => void afterReply.push(work()),
      bodyLimit: { max: 1024 * 1024, exceeded: false },
    }
    const args = { request, params: { token }, context } as LoaderFunctionArgs
    const response = await (request.method === 'POST' ? route.action(args) : route.loader(args))
    return { status: response.status, location: response.headers.get('location'), html: await response.text() }
  }
  const survey = (link: Link) => invitationToken(w.keys, link)
  return {
    open: (link: Link, query = '', init?: RequestInit) =>
      visit(surveyRoute, `/s/${survey(link)}${query}`, survey(link), init),
    openToken: (token: string, init?: RequestInit) =>
      visit(surveyRoute, `/s/${encodeURIComponent(token)}`, token, init),
    post: (link: Link, fields: Fields) =>
      visit(surveyRoute, `/s/${survey(link)}`, survey(link), { method: 'POST', body: new URLSearchParams(fields) }),
    unsubscribe: (link: Link, fields?: Fields, query = '') =>
      visit(
        unsubscribeRoute,
        `/u/${unsubscribeToken(w.keys, link)}${query}`,
        unsubscribeToken(w.keys, link),
        fields && { method: 'POST', body: new URLSearchParams(fields) },
      ),
    /** Resolves when what happens after the replies has happened. */
    async settle() {
      await Promise.all(afterReply)
      await settleTouches(w.store)
    },
  }
}

/** The value of a hidden field. */
export const fieldOf = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
/** What stands in the comment field. */
export const commentOf = (page: string) => /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? null
/** The score that is chosen. */
export const chosenIn = (page: string) => /value="(\d+)" required aria-label="[^"]*" checked/.exec(page)?.[1] ?? null
