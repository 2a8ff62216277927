import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { hostOf, isPublic, outgoingUrl } from '#app/platform/outgoing-url.ts'

/*
 * Requests to addresses that somebody typed. A name is asked once, every address of it must be public, and the
 * connection goes to the address that was looked at: a name that answers differently the second time reaches nothing.
 */

/** Why a request came to nothing: `http_<status>` when there was an answer. */
export type SendFailure =
  'bad_address' | 'private_address' | 'unknown_host' | 'no_connection' | 'timeout' | `http_${number}`

export type SendOutcome = { ok: true } | { ok: false; failure: SendFailure; lasting: boolean }

/** The edge of the world, for tests. */
export interface Outside {
  resolve(host: string): Promise<string[]>
  isPublic(address: string): boolean
  /** Certificates that are trusted besides the usual ones. */
  ca?: string
}

export const outside: Outside = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic,
}

/** Posts JSON to an address, once: no redirect is followed, and of the answer only its status counts. */
export async function postJson(
  address: string,
  body: unknown,
  { timeout = 10_000, world = outside }: { timeout?: number; world?: Outside } = {},
): Promise<SendOutcome> {
  const url = outgoingUrl(address)
  if (!url) return failed('bad_address', true)
  const host = hostOf(url)
  const found = ipaddr.isValid(host) ? [host] : await world.resolve(host).catch(() => [])
  const [first] = found
  if (first === undefined) return failed('unknown_host', false)
  if (!found.every((one) => world.isPublic(one))) return failed('private_address', true)
  const status = await post(url, JSON.stringify(body), { pinned: first, timeout, ca: world.ca })
  if (typeof status === 'string') return failed(status, false)
  if (status >= 200 && status < 300) return { ok: true }
  const passing = status >= 500 || status === 408 || status === 425 || status === 429
  return failed(`http_${status}`, !passing)
}

const failed = (failure: SendFailure, lasting: boolean): SendOutcome => ({ ok: false, failure, lasting })

function post(
  url: URL,
  body: string,
  { pinned, timeout, ca }: { pinned: string; timeout: number; ca: string | undefined },
): Promise<number | 'no_connection' | 'timeout'> {
  const family = ipaddr.parse(pinned).kind() === 'ipv6' ? 6 : 4
  const pin: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address: pinned, family }]) : done(null, pinned, family)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeout)
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pin,
        signal,
        ca,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Koe',
        },
      },
      (response) => {
        resolve(response.statusCode ?? 0)
        response.destroy()
      },
    )
    sent.on('error', () => resolve(signal.aborted ? 'timeout' : 'no_connection'))
    sent.end(body)
  })
}
