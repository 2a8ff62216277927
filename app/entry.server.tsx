import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import { withoutNul } from '#app/platform/http/without-nul.server.ts'
import { NonceContext } from '#app/platform/nonce.tsx'

// Reached through the build (app/server.js), so that server, worker and routes share one copy of every module.
export { boot } from '#app/boot.server.ts'
export { background } from '#app/background.server.ts'
export { commands } from '#app/commands.server.ts'

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout} nonce={context.nonce} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = withoutNul()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
        onError: (error) => log.error({ requestId: context.requestId, err: plain(error) }, 'rendering'),
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Loaders and actions are wrapped by the guard, which logs what is unexpected; what comes here is a visitor who left, or a 404. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return
  if (error instanceof Error) log.error({ requestId: context.requestId, err: plain(error) }, 'unexpected')
}
