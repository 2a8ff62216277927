import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { hostOf, isPublic, outgoingUrl } from '#app/platform/outgoing-url.ts'

/*
 * Requests to addresses that somebody typed. A name is asked once, every address of it must be public, and the
 * connection goes to the first of these that answers: a name that says something else the second time reaches nothing.
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

/**
 * Posts JSON to an address, once: no redirect is followed, and of the answer only its status counts. `timeout`: in
 * milliseconds, for all of it.
 */
export async function postJson(
  address: string,
  body: unknown,
  { timeout = 10_000, world = outside }: { timeout?: number; world?: Outside } = {},
): Promise<SendOutcome> {
  const url = outgoingUrl(address)
  if (!url) return failed('bad_address', true)
  const host = hostOf(url)
  const signal = AbortSignal.timeout(timeout)
  const found = ipaddr.isValid(host) ? [host] : await within(signal, world.resolve(host)).catch(() => [])
  if (signal.aborted) return failed('timeout', false)
  if (!found.length) return failed('unknown_host', false)
  if (!found.every((one) => world.isPublic(one))) return failed('private_address', true)
  const status = await post(url, JSON.stringify(body), { pinned: found, signal, ca: world.ca })
  if (typeof status === 'string') return failed(status, false)
  if (status >= 200 && status < 300) return { ok: true }
  const passing = status >= 500 || status === 408 || status === 425 || status === 429
  return failed(`http_${status}`, !passing)
}

/** A promise that fails, too, when a signal comes first. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true }),
  )
  return Promise.race([promise, aborted])
}

const failed = (failure: SendFailure, lasting: boolean): SendOutcome => ({ ok: false, failure, lasting })

/** Milliseconds for a connection before the next address is tried; Node's own 250 are too few for another continent. */
const patience = { autoSelectFamilyAttemptTimeout: 1_500 }

function post(
  url: URL,
  body: string,
  { pinned, signal, ca }: { pinned: string[]; signal: AbortSignal; ca: string | undefined },
): Promise<number | 'no_connection' | 'timeout'> {
  const all = pinned.map((address) => ({ address, family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4 }))
  // Node asks for all of them, and tries one after the other until it is connected.
  const pin: LookupFunction = (_host, options, done) =>
    options.all ? done(null, all) : done(null, all[0]!.address, all[0]!.family)
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pin,
        ...patience,
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
