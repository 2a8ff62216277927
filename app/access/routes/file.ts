import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/platform/errors.ts'
import { getFile, readFile } from '#app/platform/files.server.ts'

export const handle = { access: 'public' }

/** A logo, as mail and answer pages show it. Its id is made anew for every upload, so that it may be kept for good. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await getFile(context.ctx.store.db, params.id!)
  if (file?.kind !== 'logo') throw new NotFound()
  return new Response(createReadableStreamFromReadable(Readable.from(readFile(context.ctx.store.db, file.id))), {
    headers: {
      'content-type': file.mime,
      'content-length': String(file.bytes),
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
