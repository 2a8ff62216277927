import { EncodingSniffer } from '#app/accounts/import/encoding.ts'
import { guessDelimiter } from '#app/accounts/import/delimiter.ts'
import { headerKey } from '#app/accounts/import/header-key.ts'
import { BrokenFile, readLines, type Line } from '#app/accounts/import/read-lines.ts'
import { decoder } from '#app/accounts/import/encoding.ts'
import { Invalid, Refusal } from '#app/platform/errors.ts'
import { undoDisarm } from '#app/platform/formula.ts'

/** A list is looked through by a person, line by line: who has more sends it in parts. */
export const mostLines = 200
/** Bytes of a list. */
const mostBytes = 2 * 1024 * 1024

/** Field → the headers by which it is known. */
export type Headers<Field extends string> = Record<Field, readonly string[]>

export interface ListLine<Field extends string> {
  /** In the file, from 1. */
  line: number
  cells: Partial<Record<Field, string>>
}

/**
 * Reads a short list as spreadsheets write it: UTF-8, UTF-16 or Shift_JIS, divided by commas, semicolons or tabs. A list
 * without a header is read by `bare`, the field of its first column.
 * @throws Invalid when it is no text, broken, too long, or has no column that is known
 */
export async function readList<Field extends string>(
  content: AsyncIterable<Uint8Array>,
  { headers, bare }: { headers: Headers<Field>; bare?: { field: Field; looksLike: (cell: string) => boolean } },
): Promise<ListLine<Field>[]> {
  const lines = await linesOf(await bytesOf(content))
  const [first] = lines
  if (!first) throw new Invalid('import_empty', { file: 'import_empty' })
  const keys = Object.entries<readonly string[]>(headers).map(([field, words]) => ({
    field: field as Field,
    keys: new Set(words.map(headerKey)),
  }))
  let columns = first.cells.map((cell) => keys.find((one) => one.keys.has(headerKey(cell)))?.field)
  const hasHeader = columns.some((field) => field !== undefined)
  if (!hasHeader && bare && bare.looksLike(first.cells[0]?.trim() ?? '')) columns = [bare.field]
  else if (!hasHeader) throw new Invalid('list_no_columns', { file: 'list_no_columns' })
  const rows = hasHeader ? lines.slice(1) : lines
  if (rows.length === 0) throw new Invalid('import_empty', { file: 'import_empty' })
  if (rows.length > mostLines) throw new Invalid('list_too_long', { file: 'list_too_long' }, { most: mostLines })
  return rows.map(({ line, cells }) => {
    const read: Partial<Record<Field, string>> = {}
    columns.forEach((field, at) => {
      const text = undoDisarm((cells[at] ?? '').replace(/\0/g, '').trim())
      if (field && text !== '' && read[field] === undefined) read[field] = text
    })
    return { line, cells: read }
  })
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    if ((size += chunk.length) > mostBytes) throw new Refusal(413, 'too_large', { limit: '2 MB' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function linesOf(bytes: Buffer): Promise<Line[]> {
  const sniffer = new EncodingSniffer()
  sniffer.push(bytes)
  const { encoding, binary } = sniffer.verdict()
  if (binary) throw new Invalid(`import_${binary}`, { file: `import_${binary}` })
  const decode = decoder(encoding)
  const text = `${decode(bytes).toString()}${decode(null).toString()}`
  const lines: Line[] = []
  async function* whole() {
    yield await Promise.resolve(Buffer.from(text))
  }
  try {
    for await (const block of readLines(whole(), { encoding: 'utf-8', delimiter: guessDelimiter(text) }))
      lines.push(...block)
  } catch (error) {
    if (error instanceof BrokenFile) throw new Invalid('list_broken', { file: 'list_broken' }, { line: error.line })
    throw error
  }
  return lines
}
