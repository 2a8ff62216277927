import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { getCaseFile } from '#app/cases/files/case-files.server.ts'
import { readFile } from '#app/platform/files.server.ts'
import { attachment } from '#app/platform/http/attachment.ts'

export const handle = { access: 'cases.read' }

/** A file of a case: always to be saved, never shown, for whatever is in it. */
export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const file = await getCaseFile(ctx, { caseId: params.id!, id: params.fileId! })
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
