import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { Readable } from 'node:stream'
import { exportRejects } from '#app/accounts/export-rejects.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'accounts.import' }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, parts } = await exportRejects(context.ctx, params.id!, translator(context.locale))
  return new Response(createReadableStreamFromReadable(Readable.from(parts)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(`${name}-rejected.csv`)}`,
    },
  })
}
