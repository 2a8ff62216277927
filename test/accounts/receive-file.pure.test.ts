import { expect, test } from 'vitest'
import { receiveFile } from '#app/accounts/receive-file.server.ts'

const posted = (form: FormData) => new Request('http://localhost/imports/new', { method: 'POST', body: form })

async function read({ name, content }: { name: string; content: AsyncIterable<Uint8Array> }) {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return { name, parts, text: Buffer.concat(parts).toString() }
}

/** A posted form of `pieces` × 64 KiB that is made only as it is read. */
function streamed(pieces: number) {
  const made = { pieces: 0 }
  const head =
    '--B\r\ncontent-disposition: form-data; name="before"\r\n\r\nx\r\n--B\r\ncontent-disposition: form-data; name="file"; filename="顧客.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const body = new ReadableStream({
    pull(controller) {
      const piece = made.pieces++
      if (piece === 0) controller.enqueue(Buffer.from(head))
      else if (piece <= pieces) controller.enqueue(Buffer.alloc(64 * 1024, 'a,b\n'))
      else {
        controller.enqueue(Buffer.from('\r\n--B--\r\n'))
        controller.close()
      }
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=B' }
  const request = new Request('http://localhost/imports/new', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  return { request, made }
}

test('A posted file is taken while it arrives: never more than a few pieces of it are held', async () => {
  const { request, made } = streamed(200)
  let bytes = 0
  let ahead = 0
  const name = await receiveFile(request, 'file', async (file) => {
    for await (const part of file.content) {
      bytes += part.length
      ahead = Math.max(ahead, made.pieces - bytes / (64 * 1024))
    }
    return file.name
  })
  expect(name).toBe('顧客.csv')
  expect(bytes).toBe(200 * 64 * 1024)
  expect(ahead).toBeLessThan(8)
})

test('No file, another field, or no form at all is said as such', async () => {
  const empty = new FormData()
  empty.set('file', new File([], ''))
  await expect(receiveFile(posted(empty), 'file', read)).rejects.toMatchObject({ code: 'import_no_file' })
  const other = new FormData()
  other.set('other', new File(['a'], 'a.csv'))
  await expect(receiveFile(posted(other), 'file', read)).rejects.toMatchObject({ code: 'import_no_file' })
  const bare = new Request('http://localhost/imports/new', { method: 'POST', body: 'a=b' })
  await expect(receiveFile(bare, 'file', read)).rejects.toMatchObject({ status: 400, code: 'bad_request' })
})

test('What goes wrong while a file is taken in comes back as it is', async () => {
  const form = new FormData()
  form.set('file', new File(['a,b'], 'a.csv'))
  const broken = () => Promise.reject(new TypeError('the disk is full'))
  await expect(receiveFile(posted(form), 'file', broken)).rejects.toThrow('the disk is full')
})
