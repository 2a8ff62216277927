import { CsvError, parse } from 'csv-parse'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { decoder } from '#app/accounts/import/encoding.ts'
import type { Encoding } from '#app/accounts/import/encodings.ts'
import type { Delimiter } from '#app/accounts/import/delimiter.ts'

export interface Line {
  /** Number of the line in the file, from 1, as an editor counts it. */
  line: number
  cells: string[]
}

/** A file that can't be split into lines and cells from some point on. */
export class BrokenFile extends Error {
  constructor(
    readonly code: 'quote_not_closed' | 'quote_misplaced' | 'line_too_long',
    readonly line: number,
    /** From 1. */
    readonly column: number,
  ) {
    super(code)
  }
}

/** A record longer than this is a quote that was never closed. */
const longestRecord = 1024 * 1024
/** Bytes parsed in one go: about two milliseconds, so that answers get their turn. */
const slice = 32 * 1024

/**
 * Splits a file into lines of cells, a few hundred at a time; blank lines are left out. Never holds more than one
 * chunk.
 * @throws BrokenFile with the line and column of a quote that is out of place
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<Line[]> {
  let lines: Line[] = []
  let next = 1
  let blank = 0
  let failed: unknown
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
  })
  // Records are taken where they would enter the stream's buffer: that, or `on_record` with all it is told, takes a
  // quarter of the parser's time.
  parser.push = (cells: string[] | null) => {
    if (cells === null) return false
    next += parser.info.empty_lines - blank
    blank = parser.info.empty_lines
    const line = next++
    let empty = true
    for (const cell of cells) {
      if (cell === '') continue
      empty = false
      if (cell.includes('\n') || cell.includes('\r')) next += cell.split(/\r\n|\n|\r/).length - 1
    }
    if (!empty) lines.push({ line, cells })
    return true
  }
  parser.on('error', (error) => (failed = error))
  parser.resume()
  const decode = decoder(encoding)
  const give = () => {
    const full = lines
    lines = []
    return full
  }
  const check = () => {
    if (failed) throw broken(failed, next)
  }
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += slice) {
      const text = decode(chunk.subarray(at, at + slice))
      if (text.length === 0) continue
      parser.write(text)
      check()
      if (lines.length) yield give()
      await nextTurn()
    }
  }
  const rest = decode(null)
  if (rest.length) parser.write(rest)
  parser.end()
  await nextTurn()
  check()
  if (lines.length) yield give()
}

function broken(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error
  const column = Number((error as unknown as { index?: number }).index ?? 0) + 1
  const at = Number((error as unknown as { lines?: number }).lines ?? line)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new BrokenFile('quote_not_closed', line, column)
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new BrokenFile('line_too_long', line, column)
  return new BrokenFile('quote_misplaced', Math.max(at, line), column)
}
