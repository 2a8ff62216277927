import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

export type WithNonce = ServerResponse & { nonce: string }

/** Security headers for every reply. A resource route may send its own policy, which then replaces this one. */
export function securityHeaders({ secure, dev }: { secure: boolean; dev: boolean }) {
  const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as WithNonce).nonce}'`
  const apply = helmet({
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
  })
  return (req: IncomingMessage, res: ServerResponse) =>
    new Promise<void>((done, fail) =>
      apply(req, res, (error?: unknown) => (error instanceof Error ? fail(error) : done())),
    )
}
