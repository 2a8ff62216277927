import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect } from 'vitest'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { referralPath } from '#app/advocacy/referrals/code.ts'
import * as route from '#app/answering/routes/referral.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { fieldOf } from '#test/answering/browse.ts'
import type { World } from '#test/world.ts'

let networks = 0

/** Somebody at the page of a personal link, in a network of their own, as Remix calls it. */
export function leadAt(w: World, headers: Record<string, string> = {}) {
  const n = ++networks
  const address = `198.18.${n >> 8}.${n & 255}`
  async function visit(code: string, query: string, init: RequestInit = {}) {
    const after: Promise<void>[] = []
    const request = new Request(`http://koe.test/r/${encodeURIComponent(code)}${query}`, {
      ...init,
      headers: { 'user-agent': 'Mozilla/5.0 (Macintosh) Safari/605', ...headers, ...init.headers },
    })
    const context = { ctx: w.anonymous(), nonce: 'csp-nonce', requestId: 'req', remoteAddress: address, afterReply: (work: () => Promise<void>) => void after.push(work()) } // prettier-ignore
    const args = { request, params: { code }, context } as unknown as LoaderFunctionArgs
    const reply = await (request.method === 'POST' ? route.action(args) : route.loader(args))
    await Promise.all(after)
    return { status: reply.status, location: reply.headers.get('location'), html: await reply.text() }
  }
  const post = (code: string, body: BodyInit, more: HeadersInit = {}) =>
    visit(code, '?sent', { method: 'POST', body, headers: more })
  return {
    open: (code: string, query = '') => visit(code, query),
    post,
    /** Opens the page, and sends the form in ten seconds later. */
    async send(code: string, over: Record<string, string> = {}) {
      const { html } = await visit(code, '')
      w.clock.advance(10_000)
      return post(code, new URLSearchParams({ ...lead, nonce: fieldOf(html, 'nonce'), ...over }))
    },
  }
}

export const lead = { name: 'Suzuki Ken', email: 'ken@minato.example', company: 'Minato Foods', agreed: 'yes', lang: 'en' } // prettier-ignore

/** Somebody of a company of ours, with a personal link. */
export async function recommender(w: World, over: { name?: string; email?: string; domain?: string } = {}) {
  const account = await w.account({ name: 'Aoi Trading', domain: over.domain ?? 'aoi.example' })
  const contact = await w.contact({ accountId: account.id, name: over.name ?? 'Mori Hana', email: over.email ?? 'hana@aoi.example', emailKey: over.email ?? 'hana@aoi.example' }) // prettier-ignore
  return { account, contact, code: await ensureReferralLink(w.ctx(), contact.id) }
}

export const allReferrals = (w: World) => w.store.db.select().from(referrals).orderBy(referrals.createdAt, referrals.id)

/** What a lead sees when all went well. */
export const expectThanks = ({ status, location }: { status: number; location: string | null }, code: string) =>
  expect({ status, location }).toEqual({ status: 303, location: `${referralPath(code)}?thanks=1&lang=en` })
