import { EncodingSniffer } from '#app/accounts/import/encoding.ts'
import { guessDelimiter } from '#app/accounts/import/delimiter.ts'
import type { ImportKind } from '#app/accounts/import/fields.ts'
import { columnsFor } from '#app/accounts/import/remembered.server.ts'
import { mostBytes, mostColumns } from '#app/accounts/import.ts'
import { sampleOf, textOf } from '#app/accounts/import/sample.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Invalid } from '#app/platform/errors.ts'
import { dropFile, saveStream } from '#app/platform/files.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cleanText } from '#app/platform/text.ts'
import { imports } from '#db/schema/accounts.ts'

/** How long the uploaded file and the refused lines are kept. */
const keep = 90 * DAY

/**
 * Takes in a CSV file as it arrives, and guesses how it is written and what its columns are. Nothing of it is held in
 * memory whole.
 * @throws Refusal 413 over the limit; Invalid when it is empty or no text
 */
export async function uploadImport(
  ctx: Ctx,
  { name, content, kind = 'customers' }: { name: string; content: AsyncIterable<Uint8Array>; kind?: ImportKind },
): Promise<string> {
  authorise(ctx, 'accounts.import')
  const at = ctx.now()
  const sniffer = new EncodingSniffer()
  async function* sniffed() {
    for await (const chunk of content) {
      sniffer.push(chunk)
      yield chunk
    }
  }
  const fileName = (cleanText(name.split(/[\\/]/).at(-1) ?? '') ?? 'import.csv').slice(0, 200)
  const file = await saveStream(
    ctx.store,
    { kind: 'import', name: fileName, mime: 'text/csv', at, expiresAt: at + keep },
    sniffed(),
    { maxBytes: mostBytes },
  )
  try {
    const { encoding, binary } = sniffer.verdict()
    if (file.bytes === 0) throw new Invalid('import_empty', { file: 'import_empty' })
    if (binary) throw new Invalid(`import_${binary}`, { file: `import_${binary}` })
    const delimiter = guessDelimiter(await textOf(ctx, file.id, encoding))
    const { header, samples, place } = await sampleOf(ctx, file.id, { encoding, delimiter })
    if (header.length > mostColumns) throw new Invalid('import_too_many_columns', { file: 'import_too_many_columns' })
    const { mapping, options } = await columnsFor(ctx, { kind, header, samples })
    if (!header.length) throw new Invalid('import_empty', { file: 'import_empty' })
    const id = newId('imp', at)
    await write(ctx, async (ctx) => {
      await ctx.tx.insert(imports).values({
        id,
        kind,
        fileId: file.id,
        fileName,
        encoding,
        delimiter,
        mapping,
        options: { ...options, ...place },
        state: 'uploaded',
        appliedLines: 0,
        createdBy: ctx.actor.id ?? ctx.actor.kind,
        createdAt: at,
      })
      await recordEvent(ctx, {
        type: 'accounts.import_uploaded',
        subject: { kind: 'import', id },
        data: { bytes: file.bytes, kind },
      })
    })
    return id
  } catch (error) {
    await dropFile(ctx.store, file.id)
    throw error
  }
}
