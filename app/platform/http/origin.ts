import type { IncomingMessage } from 'node:http'

/** Doors that are meant for other sites and programs; each proves itself in another way. */
const open = [/^\/webhooks\//, /^\/api\//, /^\/w\//]
/** Mail programs post there from their servers, without an origin. Who has one is a browser, and must be on our page. */
const byMail = [/^\/u\//, /^\/m\//]

/**
 * Whether a state-changing request comes from elsewhere, or carries no proof that it doesn't.
 * `Sec-Fetch-Site` decides where present: no page can forge it, and it survives `Origin: null`.
 */
export function foreignOrigin(req: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, publicUrl: string): boolean {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return false
  if (open.some((path) => path.test(req.url ?? '/'))) return false
  const site = req.headers['sec-fetch-site']
  if (site) return site !== 'same-origin'
  if (req.headers.origin === undefined && byMail.some((path) => path.test(req.url ?? '/'))) return false
  return req.headers.origin !== new URL(publicUrl).origin
}
