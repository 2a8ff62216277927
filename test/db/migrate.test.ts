import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, it } from 'vitest'
import { PlainError } from '#app/platform/errors.ts'
import { engine } from '#db/engine.ts'
import { migrate } from '#db/migrate.ts'
import { fileOf, openStore } from '#db/store/open.ts'
import { emptyDatabase } from '#test/database.ts'

/** One statement on a database, past our own code. */
async function run(url: string, statement: string) {
  if (engine === 'sqlite') {
    const connection = new Database(fileOf(url))
    connection.pragma('foreign_keys = off')
    connection.exec(statement)
    connection.close()
    return
  }
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

const journal = engine === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
const refusal = (url: string) => migrate(url).then(() => null, (error: unknown) => error) // prettier-ignore

it('a new database gets its tables once', async () => {
  const url = await emptyDatabase()
  expect(await migrate(url)).toEqual({ fresh: true })
  expect(await migrate(url)).toEqual({ fresh: false })
  const store = openStore(url)
  await store.ping()
  await store.close()
})

it('five processes that start at once migrate once', async () => {
  const url = await emptyDatabase()
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate(url)))
  expect(results.filter(({ fresh }) => fresh)).toHaveLength(1)
})

it('a database of a newer version is refused in plain words', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await run(url, `insert into ${journal} (hash, created_at) values ('of tomorrow', 99999999999999)`)
  const error = await refusal(url)
  expect(error).toBeInstanceOf(PlainError)
  expect(String(error)).toContain('newer version')
})

it('a database that can’t be used is refused in plain words', async () => {
  if (engine === 'postgres') {
    const error = await refusal('postgres://nobody:wrong@127.0.0.1:1/koe')
    expect(error).toBeInstanceOf(PlainError)
    expect(String(error)).toContain('PostgreSQL can’t be reached'.replace('’', "'"))
    return
  }
  const url = await emptyDatabase()
  writeFileSync(fileOf(url), 'no database at all '.repeat(500))
  const damaged = await refusal(url)
  expect(damaged).toBeInstanceOf(PlainError)
  expect(String(damaged)).toMatch(/can't be (opened|used)/)
  const folder = await refusal('file:/dev/null/koe.db')
  expect(folder).toBeInstanceOf(PlainError)
})
