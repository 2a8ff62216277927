import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of this run's SQLite files; `template.db` is migrated and empty. */
    sqliteFolder: string
  }
}

/** One migrated, empty file, which every world copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'koe-sqlite-'))
  await migrate(`file:${join(folder, 'template.db')}`)
  project.provide('sqliteFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
