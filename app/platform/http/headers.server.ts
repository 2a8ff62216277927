import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** Stands for the request's own nonce while the headers are made. */
const placeholder = '{nonce}'

/**
 * Security headers for every reply, as helmet says them, put together once: they differ by nothing but the nonce. A
 * resource route may send its own policy, which then replaces this one.
 */
export function securityHeaders({ secure, dev }: { secure: boolean; dev: boolean }) {
  const nonce = `'nonce-${placeholder}'`
  const headers = said(
    helmet({
      referrerPolicy: { policy: 'same-origin' }, // helmet's own `no-referrer` makes browsers post forms with `Origin: null`
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: secure,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
          connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  )
  const [own, same] = [true, false].map((its) => headers.filter(([, value]) => value.includes(placeholder) === its))
  return (res: ServerResponse, nonce: string) => {
    for (const [name, value] of same!) res.setHeader(name, value)
    for (const [name, value] of own!) res.setHeader(name, value.replaceAll(placeholder, nonce))
  }
}

/** What a middleware sets on a reply. @throws what it refuses in its options */
function said(middleware: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = []
  const reply = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader() {},
  }
  middleware({} as IncomingMessage, reply as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error as Error
  })
  if (headers.length === 0) throw new Error('helmet has not said its headers at once')
  return headers
}
