import { env } from '#app/platform/env.server.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { backupFolder } from '#app/platform/list-backups.server.ts'
import { version } from '#app/platform/version.server.ts'
import { hasContent } from '#db/backup/source.ts'
import { writeArchive, type Backup } from '#db/backup/write-archive.ts'

/** Takes a backup of the database of this process, wherever it is needed. @throws PlainError when it can't be written */
export function backUp(
  keys: Keyring,
  { to = backupFolder(), note }: { to?: string; note?: string } = {},
): Promise<Backup> {
  return writeArchive(env.DATABASE_URL, { to, keys, note, version: version(), now: Date.now() })
}

/** The file with what was there before an upgrade; null when the database holds nothing that anybody would miss. */
export async function backUpBeforeUpgrade(keys: Keyring): Promise<string | null> {
  if (!(await hasContent(env.DATABASE_URL)).full) return null
  return (await backUp(keys, { note: 'before-upgrade' })).file
}
