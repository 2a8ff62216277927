import type { Delimiter } from '#app/accounts/import/delimiter.ts'
import { decoder } from '#app/accounts/import/encoding.ts'
import type { Encoding } from '#app/accounts/import/encodings.ts'
import { deepestHeader, mostHeaderRows } from '#app/accounts/import/form.ts'
import { findHeader, joinHeader, type HeaderPlace } from '#app/accounts/import/header.ts'
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

export interface FileForm extends HeaderPlace {
  encoding: Encoding
  delimiter: Delimiter
}

/**
 * The first records of a file, of which one or more are its header, and the lines below it; the last one may be cut off
 * and is left out of a long file. Without a place, the header is looked for.
 */
export async function sampleOf(
  ctx: Ctx,
  fileId: string,
  { encoding, delimiter, ...form }: Omit<FileForm, keyof HeaderPlace> & Partial<HeaderPlace>,
): Promise<{ top: string[][]; place: HeaderPlace; header: string[]; samples: string[][] }> {
  async function* start() {
    for await (const chunk of readFile(ctx.store.db, fileId)) {
      yield chunk.subarray(0, beginning)
      return
    }
  }
  const found: string[][] = []
  try {
    for await (const lines of readLines(start(), { encoding, delimiter })) {
      for (const { cells } of lines) found.push(cells)
      if (found.length > rows + deepestHeader + mostHeaderRows) break
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error // the check says where; a quote cut off at the end is none
  }
  const place =
    form.headerAt === undefined || form.headerRows === undefined
      ? findHeader(found)
      : { headerAt: form.headerAt, headerRows: form.headerRows }
  const below = place.headerAt + place.headerRows
  return {
    top: found.slice(0, deepestHeader),
    place,
    header: joinHeader(found.slice(place.headerAt, below)),
    samples: found.slice(below, below + rows),
  }
}
