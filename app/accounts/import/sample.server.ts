import type { Delimiter } from '#app/accounts/import/delimiter.ts'
import { decoder } from '#app/accounts/import/encoding.ts'
import type { Encoding } from '#app/accounts/import/encodings.ts'
import { BrokenFile, readLines } from '#app/accounts/import/read-lines.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { readFile } from '#app/platform/files.server.ts'

/** Bytes looked at for a sample. */
const beginning = 64 * 1024
const rows = 30

/** The beginning of a file as text. */
export async function textOf(ctx: Ctx, fileId: string, encoding: Encoding): Promise<string> {
  for await (const chunk of readFile(ctx.store.db, fileId))
    return decoder(encoding)(chunk.subarray(0, beginning)).toString()
  return ''
}

/** The header of a file and its first lines; the last one may be cut off and is left out of a long file. */
export async function sampleOf(
  ctx: Ctx,
  fileId: string,
  form: { encoding: Encoding; delimiter: Delimiter },
): Promise<{ header: string[]; samples: string[][] }> {
  async function* start() {
    for await (const chunk of readFile(ctx.store.db, fileId)) {
      yield chunk.subarray(0, beginning)
      return
    }
  }
  const found: string[][] = []
  try {
    for await (const lines of readLines(start(), form)) {
      for (const { cells } of lines) found.push(cells)
      if (found.length > rows) break
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error // the check says where; a quote cut off at the end is none
  }
  const [header = [], ...samples] = found
  return { header: header.map((cell) => cell.trim()), samples: samples.slice(0, rows) }
}
