import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { readFile } from '#app/platform/files.server.ts'
import { attachment } from '#app/platform/http/attachment.ts'
import type { Db } from '#db/store/store.ts'

/** A stored file that somebody sent: always to be saved, never shown, for whatever is in it. */
export function fileToSave(db: Db, file: { fileId: string; name: string; mime: string; bytes: number }): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(readFile(db, file.fileId))), {
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
