import type { Ctx } from '#app/audit/context.server.ts'

/** What a customer sent: the body as far as it was read. */
export interface SentBody {
  text: string
  /** Whether it ended before the limit. */
  whole: boolean
}

/** One request for a customer's page, free of any framework. */
export interface Visit {
  ctx: Ctx
  token: string
  method: string
  query: URLSearchParams
  header: (name: string) => string | null
  body: () => Promise<SentBody>
  /** Lets the page's style through the content security policy. */
  cspNonce: string
  requestId: string
  remoteAddress: string
  afterReply: (work: () => Promise<void>) => void
}

/** What goes back. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

/** Bytes of a form that are kept; the longest comment in percent-encoded Japanese is a fifth of it. */
export const mostBody = 256 * 1024

export const htmlReply = (body: string, status = 200, headers?: Record<string, string>): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body,
})

export const seeOther = (location: string): Reply => ({ status: 303, headers: { location }, body: '' })
