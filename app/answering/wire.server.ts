import { gzipSync } from 'node:zlib'
import { acceptsEncoding } from '#app/platform/http/accepts-encoding.ts'
import type { Reply } from '#app/answering/visit.ts'

/** What goes over the wire. */
export interface Sent {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Bytes below which compressing saves less than it costs. */
const worthIt = 1_024

/**
 * A reply as bytes, compressed where the browser takes it: the whole first view has to fit the first flight of a fresh
 * connection. Nothing in a page that a stranger can choose stands beside a secret that lives longer than the page.
 */
export function wire({ status, headers, body }: Reply, acceptEncoding: string | null): Sent {
  const bytes = Buffer.from(body)
  if (status === 204) return { status, headers, body: bytes }
  if (bytes.length < worthIt) return { status, headers: sized(headers, bytes), body: bytes }
  const varied = { ...headers, vary: 'accept-encoding' }
  if (!acceptsEncoding(acceptEncoding, 'gzip')) return { status, headers: sized(varied, bytes), body: bytes }
  const small = gzipSync(bytes, { level: 4 })
  return { status, headers: sized({ ...varied, 'content-encoding': 'gzip' }, small), body: small }
}

const sized = (headers: Reply['headers'], body: Buffer) => ({ ...headers, 'content-length': String(body.length) })
