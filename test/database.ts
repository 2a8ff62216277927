import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { engine } from '#db/engine.ts'

/** The URL of a new, migrated, empty database on the engine of this project. Thrown away with the run. */
export async function freshDatabase(on = engine): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  if (on === 'sqlite') {
    const folder = inject('sqliteFolder')
    copyFileSync(join(folder, 'template.db'), join(folder, `${name}.db`))
    return `file:${join(folder, `${name}.db`)}`
  }
  await administer(`create database ${name} template koe_template`)
  return inject('postgresUrl') + name
}

/** The URL of a database that has no tables yet. */
export async function emptyDatabase(on = engine): Promise<string> {
  const name = `e_${randomBytes(6).toString('hex')}`
  if (on === 'sqlite') return `file:${join(inject('sqliteFolder'), `${name}.db`)}`
  await administer(`create database ${name}`)
  return inject('postgresUrl') + name
}

async function administer(statement: string) {
  const admin = new pg.Client(`${inject('postgresUrl')}postgres`)
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
