import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PlainError } from '#app/platform/errors.ts'
import { loadPostgres } from '#db/backup/load-postgres.ts'
import { loadSqlite, lockOut, type Load } from '#db/backup/load-sqlite.ts'
import { checkArchive, type Checked } from '#db/backup/read-archive.ts'
import { hasContent } from '#db/backup/source.ts'
import { writeArchive, type BackupOptions } from '#db/backup/write-archive.ts'
import { engineOf } from '#db/engine.ts'
import { alone } from '#db/presence.ts'
import { fileOf } from '#db/store/open.ts'

export interface RestoreOptions extends BackupOptions {
  /** Whether a database with content may be replaced, after a backup of it into the folder `to`. */
  replace: boolean
  /** What is done to the restored database before anybody sees it. */
  settle: (tx: Parameters<Load['settle']>[0], checked: Checked) => Promise<void>
  /** Told what is going on. */
  say?: (line: string) => void
}

/**
 * Puts an archive into the place of a database: everything is checked first, and whatever happens in between leaves
 * the old database or the new one.
 * @returns what was restored, and the backup that was taken of what was there
 * @throws PlainError, one sentence, when it can't be done; then nothing has changed
 */
export async function restoreArchive(url: string, archive: string, options: RestoreOptions) {
  const { say = () => {} } = options
  const checked = await checkArchive(archive, options.keys)
  say(`The backup is sound: ${checked.total} rows, every checksum fits.`)
  const postgres = engineOf(url) === 'postgres'
  if (!postgres) mkdirSync(dirname(resolve(fileOf(url))), { recursive: true })
  return alone(url, async () => {
    if (!postgres && existsSync(fileOf(url))) lockOut(fileOf(url)).close()
    const { migration, full } = await hasContent(url)
    if (full && !options.replace)
      throw new PlainError('The database is not empty. To replace it, after a backup of it is taken, add --replace.')
    const kept = full ? await writeArchive(url, { ...options, note: 'before-restore' }) : null
    if (kept) say(`What was there is kept in ${kept.file}.`)
    const load: Load = { archive, keys: options.keys, checked, settle: (tx) => options.settle(tx, checked) }
    await (postgres ? loadPostgres(url, migration, load) : loadSqlite(fileOf(url), load))
    return { checked, kept }
  })
}
