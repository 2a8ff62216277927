import { MaxPartSizeExceededError, unstable_parseMultipartFormData } from '@remix-run/node'
import { Invalid, Refusal } from '#app/platform/errors.ts'

/**
 * Hands over the one file of a posted form while it arrives: nothing of it is kept here. Other fields are left out.
 * @throws Invalid when no file was chosen, Refusal 400 when it isn't such a form
 */
export async function receiveFile<T>(
  request: Request,
  field: string,
  take: (file: { name: string; content: AsyncIterable<Uint8Array> }) => Promise<T>,
): Promise<T> {
  let taken: { value: T } | undefined
  let failed: unknown
  try {
    await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
      if (name !== field || filename === undefined || taken) {
        for await (const _ of data) if (failed) break
        return undefined
      }
      if (filename === '') return undefined
      try {
        taken = { value: await take({ name: filename, content: data }) }
      } catch (error) {
        failed = error
        throw error
      }
      return undefined
    })
  } catch (error) {
    const reason = failed ?? error
    if (reason instanceof Refusal) throw reason
    if (reason instanceof MaxPartSizeExceededError) throw new Refusal(413, 'too_large', { limit: '256 MB' })
    if (failed) throw failed
    throw new Refusal(400, 'bad_request')
  }
  if (!taken) throw new Invalid('import_no_file', { file: 'import_no_file' })
  return taken.value
}
