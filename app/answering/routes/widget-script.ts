import type { LoaderFunctionArgs } from '@remix-run/node'
import { widgetScript } from '#app/answering/widget/widget-script.server.ts'

export const handle = { access: 'public' }

/** The script that a product's pages load: the same for every door. */
export function loader({ request }: LoaderFunctionArgs) {
  const { body, encoding, tag } = widgetScript(request.headers.get('accept-encoding'))
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
    etag: tag,
    ...(encoding && { 'content-encoding': encoding }),
  }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(body), { headers: { ...headers, 'content-length': String(body.length) } })
}
