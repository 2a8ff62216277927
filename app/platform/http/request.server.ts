import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { Refusal } from '#app/platform/errors.ts'

export interface BodyLimit {
  max: number
  exceeded: boolean
}

/** What a route may receive unless its `handle.maxBody` says more. */
export const defaultMaxBody = 1024 * 1024

/** Node's request as a web Request. Its URL is built on PUBLIC_URL, never on the Host header. */
export function toRequest(req: IncomingMessage, res: ServerResponse, publicUrl: string, limit: BodyLimit): Request {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableEnded) gone.abort()
  })
  const headers = new Headers()
  for (let i = 0; i < req.rawHeaders.length; i += 2) headers.append(req.rawHeaders[i]!, req.rawHeaders[i + 1]!)
  const init: RequestInit & { duplex?: 'half' } = { method: req.method, headers, signal: gone.signal }
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(limited(req, limit))
    init.duplex = 'half'
  }
  return new Request(new URL(pathOf(req.url), publicUrl), init)
}

/** `//evil.example/x` as a request target must not become another host. */
const pathOf = (target = '/') => (target.startsWith('/') ? target.replace(/^\/+/, '/') : '/')

function limited(req: IncomingMessage, limit: BodyLimit): Readable {
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= limit.max) return done(null, chunk)
      limit.exceeded = true
      done(new Refusal(413, 'too_large', { limit: `${Math.round(limit.max / 1024)} KB` }))
    },
  })
  req.on('error', (error) => count.destroy(error))
  return req.pipe(count)
}

/**
 * Writes a web Response to Node's. What the visitor doesn't take yet isn't made yet, and who leaves ends the body:
 * Remix's own writer does neither, and would hold a long download whole.
 */
export async function sendResponse(response: Response, req: IncomingMessage, res: ServerResponse) {
  res.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) res.setHeader('set-cookie', cookies)
  if (response.body && req.method !== 'HEAD')
    return pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), res)
  await response.body?.cancel()
  res.end()
}
