import type { IncomingMessage } from 'node:http'

/**
 * The visitor's address: of the connection, or what the outermost trusted proxy saw.
 * Entries further left in `X-Forwarded-For` may be invented by the visitor.
 */
export function remoteAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, trustedHops: number): string {
  const own = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!trustedHops) return own
  const header = req.headers['x-forwarded-for']
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return seen.at(-trustedHops) ?? own
}

export const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')
