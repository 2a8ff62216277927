import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { PlainError } from '#app/platform/errors.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import {
  fits,
  FORMAT,
  headerSchema,
  longestLine,
  mostInflation,
  trailerSchema,
  type Header,
  type Value,
} from '#db/backup/archive.ts'
import { tablesAt, type TableShape } from '#db/migrations.ts'

export const sealPurpose = 'backup'

export type Part = { kind: 'header'; header: Header } | { kind: 'rows'; table: TableShape; rows: Value[][] }

export interface Checked {
  header: Header
  rows: Record<string, number>
  total: number
  /** Bytes of the content. */
  inflated: number
  /** The same for the same content. */
  seal: string
}

/**
 * Reads an archive from its first line to its seal and keeps nothing of it.
 * @throws PlainError, one sentence, when it isn't whole, isn't unchanged, isn't ours, or is of a newer Koe
 */
export async function checkArchive(file: string, keys: Keyring): Promise<Checked> {
  const parts = readArchive(file, keys)
  for (;;) {
    const next = await parts.next()
    if (next.done) return next.value
  }
}

/** The parts of an archive as they come; that it is whole and unchanged is known at its end only. @throws as `checkArchive` */
export async function* readArchive(file: string, keys: Keyring): AsyncGenerator<Part, Checked> {
  const hash = createHash('sha256')
  const lines = linesOf(file)
  const first = await lines.next()
  const header = readHeader(first.done ? '' : first.value.text, keys)
  hash.update(first.value!.bytes)
  yield { kind: 'header', header }

  const rows: Record<string, number> = {}
  let at = -1
  let some: Value[][] = []
  let held = 0
  for await (const line of lines) {
    const value = parsed(line.text)
    if (Array.isArray(value)) {
      hash.update(line.bytes)
      const table = header.tables[at]
      if (!table || value.length !== table.columns.length || !value.every((one, i) => fits(one, table.columns[i]![1])))
        throw changed()
      some.push(value as Value[])
      rows[table.name]!++
      held += line.bytes.length
      if (some.length >= 500 || held > 4_000_000) {
        yield { kind: 'rows', table, rows: some }
        some = []
        held = 0
      }
      continue
    }
    if (some.length) yield { kind: 'rows', table: header.tables[at]!, rows: some }
    some = []
    held = 0
    const named = (value as { table?: unknown } | null)?.table
    if (named !== undefined) {
      hash.update(line.bytes)
      const next = header.tables[++at]
      if (next?.name !== named) throw changed()
      rows[next.name] = 0
      continue
    }
    const end = trailerSchema.safeParse(value)
    if (!end.success || at !== header.tables.length - 1) throw changed()
    if (header.tables.some(({ name }) => end.data.rows[name] !== rows[name])) throw changed()
    if (keys.open(sealPurpose, end.data.seal) !== hash.digest('hex')) throw changed()
    if (!(await lines.next()).done) throw changed()
    const total = Object.values(rows).reduce((sum, n) => sum + n, 0)
    return { header, rows, total, inflated: line.end, seal: end.data.seal }
  }
  throw cut()
}

const changed = () =>
  new PlainError('The backup is damaged or was changed after it was made: its checksums do not fit. Use another one.')
const cut = () => new PlainError('The backup is not whole: its end is missing. Copy it again, or use another one.')
const foreign = () => new PlainError('This file is not a backup of Koe.')

function readHeader(text: string, keys: Keyring): Header {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw foreign()
  }
  if ((value as { koe?: unknown } | null)?.koe !== 'backup') throw foreign()
  const { format, version } = value as { format?: unknown; version?: unknown }
  const maker = typeof version === 'string' && version.length < 60 ? ` (${version})` : ''
  const newer = () => new PlainError(`The backup was made by a newer Koe${maker}. Install that version, then restore.`)
  if (typeof format === 'number' && format > FORMAT) throw newer()
  const header = headerSchema.safeParse(value)
  if (!header.success) throw changed()
  const known = tablesAt(header.data.migration)
  if (!known) throw newer()
  refuseOtherSecret(header.data.keys, keys)
  // Names from a file go into statements only when they are our own.
  if (JSON.stringify(known) !== JSON.stringify(header.data.tables)) throw changed()
  return header.data
}

/** Links need the secret they were made with, and addresses are recognised by the oldest one. */
function refuseOtherSecret(wanted: string[], keys: Keyring) {
  const lacking = wanted.filter((id) => !keys.ids.includes(id))
  if (!lacking.length && wanted.at(-1) === keys.ids.at(-1)) return
  const theirs = wanted.join(', ')
  throw new PlainError(
    keys.ids.length
      ? `The backup belongs to another secret (${theirs}; this install has ${keys.ids.join(', ')}), and without it no link in a mail and no unsubscribed address would be known. Set KOE_SECRET to the one that was kept with the backup, or put its file "secret" into the data folder, then restore.`
      : `The secret that belongs to the backup (${theirs}) is not here. Set KOE_SECRET to it, or put its file "secret" into the data folder, then restore.`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw changed()
  }
}

interface Line {
  text: string
  /** With its end of line. */
  bytes: Buffer
  /** Where it ends in the content. */
  end: number
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  const size = sizeOf(file)
  const most = Math.max(64 * 1024 * 1024, size * mostInflation)
  const input = createReadStream(file)
  const gunzip = createGunzip()
  input.once('error', (error) => gunzip.destroy(error))
  input.pipe(gunzip)
  let pieces: Buffer[] = []
  let held = 0
  let end = 0
  let seen = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      seen += chunk.length
      if (seen > most) throw new PlainError('The backup unpacks to far more than a backup does, so it is not one.')
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        pieces.push(chunk.subarray(from, at + 1))
        const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
        end += bytes.length
        pieces = []
        held = 0
        from = at + 1
        yield { text: bytes.toString('utf8', 0, bytes.length - 1), bytes, end }
      }
      if (from < chunk.length) {
        pieces.push(chunk.subarray(from))
        held += chunk.length - from
        if (held > (end === 0 ? 4 * 1024 * 1024 : longestLine)) throw end === 0 ? foreign() : changed()
      }
    }
    if (held) throw cut()
  } catch (error) {
    throw explained(error, end)
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

function sizeOf(file: string): number {
  try {
    const found = statSync(file)
    if (found.isFile()) return found.size
  } catch {
    throw new PlainError(`There is no file ${file}.`)
  }
  throw new PlainError(`${file} is not a file.`)
}

function explained(error: unknown, read: number): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'Z_BUF_ERROR') return read ? cut() : foreign()
  if (code.startsWith('Z_')) return read ? changed() : foreign()
  if (code === 'EACCES' || code === 'EPERM') return new PlainError('No permission to read the backup.')
  return error
}
