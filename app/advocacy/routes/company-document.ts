import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { getDocument } from '#app/advocacy/company/list-company-consents.server.ts'
import { readFile } from '#app/platform/files.server.ts'
import { attachment } from '#app/platform/http/attachment.ts'

export const handle = { access: 'accounts.read' }

/** What a company signed: always to be saved, never shown, for whatever is in it. */
export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const file = await getDocument(ctx, { accountId: params.accountId!, id: params.id! })
  return new Response(createReadableStreamFromReadable(Readable.from(readFile(ctx.store.db, file.fileId))), {
    headers: {
      'content-type': file.mime,
      'content-length': String(file.bytes),
      'content-disposition': attachment(file.name),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
