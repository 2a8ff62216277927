import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { PlainError } from '#app/platform/errors.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { archiveName, FORMAT, type Header } from '#db/backup/archive.ts'
import { checkArchive, sealPurpose } from '#db/backup/read-archive.ts'
import { openSource } from '#db/backup/source.ts'
import { tablesAt } from '#db/migrations.ts'

export interface BackupOptions {
  /** The folder it goes into; made when it isn't there. */
  to: string
  keys: Keyring
  /** Of this Koe. */
  version: string
  now: number
  /** Stands in its name: `before-upgrade`. */
  note?: string
}

export interface Backup {
  file: string
  bytes: number
  rows: Record<string, number>
  /** Rows in all. */
  total: number
  header: Header
}

/**
 * Writes everything in a database into one file, as it is at one instant, while others go on writing to it; and reads
 * the file back before it gets its name.
 * @throws PlainError when there is nothing to back up, or the file can't be written
 */
export async function writeArchive(url: string, options: BackupOptions): Promise<Backup> {
  const source = await openSource(url)
  try {
    const tables = source.migration === null ? null : tablesAt(source.migration)
    if (!tables) throw new PlainError('The database is empty: there is nothing to back up.')
    const header: Header = {
      koe: 'backup',
      format: FORMAT,
      version: options.version,
      migration: source.migration!,
      engine: source.engine,
      madeAt: options.now,
      keys: [...options.keys.ids],
      tables: tables.map(({ name, columns }) => ({ name, columns: columns.map(([column, kind]) => [column, kind]) })),
    }
    const file = join(options.to, archiveName(options.now, options.version, options.note))
    const part = `${file}.part`
    try {
      mkdirSync(options.to, { recursive: true, mode: 0o700 })
      const rows = await write(part, header, source, options.keys)
      const { total } = await checkArchive(part, options.keys)
      renameSync(part, file)
      settle(options.to)
      return { file, bytes: statSync(file).size, rows, total, header }
    } catch (error) {
      if (existsSync(part)) rmSync(part)
      throw explained(error, options.to)
    }
  } finally {
    await source.close()
  }
}

async function write(
  part: string,
  header: Header,
  source: Awaited<ReturnType<typeof openSource>>,
  keys: Keyring,
): Promise<Record<string, number>> {
  const fd = openSync(part, 'w', 0o600) // it holds personal data
  try {
    const gzip = createGzip({ level: 5 })
    const file = createWriteStream(part, { fd, autoClose: false })
    gzip.pipe(file)
    const failed = new Promise<never>((_, reject) => {
      file.once('error', reject)
      gzip.once('error', reject)
    })
    failed.catch(() => {})
    const hash = createHash('sha256')
    const say = async (text: string) => {
      hash.update(text)
      if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), failed])
    }
    const rows: Record<string, number> = {}
    await say(`${JSON.stringify(header)}\n`)
    for (const table of header.tables) {
      rows[table.name] = 0
      await say(`${JSON.stringify({ table: table.name })}\n`)
      for await (const some of source.rows(table)) {
        rows[table.name]! += some.length
        if (some.length) await say(some.map((row) => `${JSON.stringify(row)}\n`).join(''))
        await nextTurn()
      }
    }
    gzip.end(`${JSON.stringify({ end: true, rows, seal: keys.sign(sealPurpose, hash.digest('hex')) })}\n`)
    await finished(file)
    fsyncSync(fd)
    return rows
  } finally {
    closeSync(fd)
  }
}

/** Makes the new name in a folder last through a power cut. */
export function settle(folder: string): void {
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function explained(error: unknown, to: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC')
    return new PlainError(`The disk of ${to} is full. Choose another folder: npm run backup -- --to <folder>.`)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST')
    return new PlainError(`No permission to write in ${to}. Choose another folder: npm run backup -- --to <folder>.`)
  return error
}
