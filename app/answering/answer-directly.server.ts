import type { IncomingMessage, ServerResponse } from 'node:http'
import { anonymous } from '#app/audit/actor.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { showWhatIsAsked, takeWhatIsSaid } from '#app/answering/survey-visit.server.ts'
import { mostBody, type SentBody, type Visit } from '#app/answering/visit.ts'
import { wire } from '#app/answering/wire.server.ts'

/** What the listener knows of a request. */
export type Known = Pick<Visit, 'cspNonce' | 'requestId' | 'remoteAddress' | 'afterReply'>

/** Bytes after which a body isn't even read and dropped any more. */
const mostRead = 1024 * 1024

const address = /^\/s\/([^/?#]+)(?:\?([^#]*))?$/

/**
 * Answers `/s/:token` without the framework's router, streams and request objects, which cost more than recording the
 * answer. The route does the same with the same functions; whatever isn't plainly a survey is left to it.
 * @returns false when the request is for somebody else
 */
export async function answerDirectly(
  ctx: Ctx,
  req: IncomingMessage,
  res: ServerResponse,
  known: Known,
): Promise<boolean> {
  const method = req.method ?? ''
  const parts = address.exec(req.url ?? '')
  if (!parts || (method !== 'GET' && method !== 'HEAD' && method !== 'POST')) return false
  const visit: Visit = {
    ...known,
    ctx: as(ctx, anonymous),
    token: decode(parts[1]!),
    method,
    query: new URLSearchParams(parts[2]),
    header(name) {
      const value = req.headers[name]
      return typeof value === 'string' ? value : null
    },
    body: () => readBody(req),
  }
  const reply = method === 'POST' ? await takeWhatIsSaid(visit) : await showWhatIsAsked(visit)
  const { status, headers, body } = wire(reply, visit.header('accept-encoding'))
  res.writeHead(status, headers)
  res.end(method === 'HEAD' ? undefined : body)
  return true
}

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The body as far as it is kept. The rest is read and dropped, so that the reply arrives; what is endless is cut off. */
function readBody(req: IncomingMessage): Promise<SentBody> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let bytes = 0
    const end = (ended: boolean) => {
      const text = parts.length === 1 ? parts[0]!.toString('utf8') : Buffer.concat(parts).toString('utf8')
      resolve({ text, whole: ended && bytes <= mostBody })
    }
    req.on('data', (part: Buffer) => {
      if (bytes < mostBody) parts.push(part.subarray(0, mostBody - bytes))
      bytes += part.length
      if (bytes <= mostRead) return
      req.removeAllListeners('data')
      end(false)
    })
    req.on('end', () => end(true))
    req.on('error', () => end(false))
  })
}
