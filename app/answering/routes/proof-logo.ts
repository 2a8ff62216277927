import type { LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { publicLogo } from '#app/advocacy/quotes/logo.server.ts'
import { getProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { readFile } from '#app/platform/files.server.ts'
import { isId } from '#app/platform/id.ts'

export const handle = { access: 'public', noScript: true, bare: true }

/** A logo beside a published quote: asked for anew each time, so that what is withdrawn is gone on the next request. */
export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const id = params.id!
  const file = isId(id) && (await getProof(ctx)).shown ? await publicLogo(ctx, id) : null
  if (!file) throw new NotFound()
  const headers = {
    'content-type': file.mime,
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: `"${file.sha256.slice(0, 27)}"`,
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  const body = createReadableStreamFromReadable(Readable.from(readFile(ctx.store.db, file.id)))
  return new Response(body, { headers: { ...headers, 'content-length': String(file.bytes) } })
}
