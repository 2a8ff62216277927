import type { LoaderFunctionArgs } from '@remix-run/node'
import { mostBody, type Reply, type SentBody, type Visit } from '#app/answering/visit.ts'

/** A request that came through Remix, as a visit. */
export function visitOf({ request, params, context }: LoaderFunctionArgs): Visit {
  const { ctx, nonce, requestId, remoteAddress, afterReply } = context
  return {
    ctx,
    token: params.token ?? '',
    method: request.method,
    query: new URL(request.url).searchParams,
    header: (name) => request.headers.get(name),
    body: () => readBody(request),
    cspNonce: nonce,
    requestId,
    remoteAddress,
    afterReply,
  }
}

export const responseOf = ({ status, headers, body }: Reply) => new Response(body || null, { status, headers })

/** The body as far as it is not too large. What is too much is read and dropped, so that the reply arrives. */
async function readBody(request: Request): Promise<SentBody> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      if (bytes < mostBody) parts.push(part.subarray(0, mostBody - bytes))
      bytes += part.byteLength
    }
  } catch {
    bytes = Infinity // beyond what the listener lets in, or the visitor left
  }
  return { text: Buffer.concat(parts).toString('utf8'), whole: bytes <= mostBody }
}
