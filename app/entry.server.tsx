import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import { NonceContext } from '#app/platform/nonce.tsx'

// Reached through the build (app/server.js), so that server, worker and routes share one copy of every module.
export { boot } from '#app/boot.server.ts'
export { background } from '#app/background.server.ts'
export { commands } from '#app/commands.server.ts'

/**
 * A page in one piece: nothing on our pages comes later, and a stream in small buffers costs a tenth of the whole.
 * What can't be rendered is thrown, and Remix renders the nearest error boundary in its place.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const html = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={remix} url={request.url} nonce={context.nonce} />
    </NonceContext.Provider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** Loaders and actions are wrapped by the guard, which logs what is unexpected; what comes here is a visitor who left, or a 404. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return
  if (error instanceof Error) log.error({ requestId: context.requestId, err: plain(error) }, 'unexpected')
}
