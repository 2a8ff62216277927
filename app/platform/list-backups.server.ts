import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from '#app/platform/env.server.ts'
import { readArchiveName } from '#db/backup/archive.ts'

export interface StoredBackup {
  name: string
  bytes: number
  /** When it was made, by its name. */
  madeAt: number
  version: string
  /** Why, when nobody asked for it: `daily`, `before-upgrade`, `before-restore`. */
  note: string
}

/** Where backups go unless said otherwise. */
export const backupFolder = () => resolve(env.KOE_DATA_DIR, 'backups')

/** The backups in a folder of this machine, the newest first. */
export function listBackups(folder = backupFolder()): StoredBackup[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const read = readArchiveName(name)
      return read ? [{ name, bytes: statSync(join(folder, name)).size, ...read }] : []
    })
    .sort((a, b) => b.madeAt - a.madeAt)
}

/** Removes the oldest daily backups, so that `keep` of them stay. Those that somebody asked for are never touched. */
export function dropOldBackups(keep: number, folder = backupFolder()): number {
  const old = listBackups(folder)
    .filter((backup) => backup.note === 'daily')
    .slice(keep)
  for (const { name } of old) rmSync(join(folder, name), { force: true })
  return old.length
}
