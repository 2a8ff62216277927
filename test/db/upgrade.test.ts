import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, it } from 'vitest'
import { engine } from '#db/engine.ts'
import { migrate } from '#db/migrate.ts'
import { migrationsOf } from '#db/migrations.ts'
import { fileOf } from '#db/store/open.ts'
import { emptyDatabase } from '#test/database.ts'

async function run(url: string, statements: string[]) {
  if (engine === 'sqlite') {
    const connection = new Database(fileOf(url))
    connection.pragma('foreign_keys = off')
    for (const statement of statements) connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client(url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const journal = engine === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'

/** A database as the first version made it. */
async function firstVersion() {
  const url = await emptyDatabase()
  const [first] = migrationsOf(engine)
  await run(url, [
    ...(engine === 'sqlite' ? [] : ['create schema drizzle']),
    engine === 'sqlite'
      ? `create table ${journal} (id serial primary key, hash text not null, created_at numeric)`
      : `create table ${journal} (id serial primary key, hash text not null, created_at bigint)`,
    ...first!.statements,
    `insert into ${journal} (hash, created_at) values ('${first!.hash}', ${first!.when})`,
  ])
  return url
}

it('a database with older tables is backed up once before it is changed; a new one and one of today are not', async () => {
  const url = await firstVersion()
  let backups = 0
  const keep = async () => (backups++, '/safe/koe.gz')
  await migrate(url, keep)
  expect(backups).toBe(1)
  await migrate(url, keep)
  await migrate(await emptyDatabase(), keep)
  expect(backups).toBe(1)
})

it('an upgrade that fails changes nothing and says where the backup is', async () => {
  const url = await firstVersion()
  const [, second] = migrationsOf(engine)
  const table = /create table (?:if not exists )?[`"](\w+)[`"]/i.exec(second!.statements.join('\n'))![1]!
  await run(url, [`create table ${table} (in_the_way text)`])
  const failed = await migrate(url, async () => '/safe/koe.gz').catch((error: unknown) => error)
  expect(String(failed)).toMatch(/^PlainError: The upgrade of the database failed, and nothing of it was changed: .*\/safe\/koe\.gz/) // prettier-ignore
  await run(url, [`drop table ${table}`])
  await migrate(url)
})

it('without a backup nothing is upgraded', async () => {
  const url = await firstVersion()
  const refuse = () => Promise.reject(new Error('the disk is full'))
  await expect(migrate(url, refuse)).rejects.toThrow('the disk is full')
  let asked = false
  await migrate(url, async () => ((asked = true), null))
  expect(asked).toBe(true)
})
