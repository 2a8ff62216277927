import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'koe-drift-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const engines = { sqlite: 'sqlite', postgres: 'postgresql' } as const
type Engine = keyof typeof engines
const urls = { sqlite: 'file:koe.db', postgres: 'postgres://localhost/koe' }

const sqlFiles = (path: string) => readdirSync(path).filter((name) => name.endsWith('.sql')).sort() // prettier-ignore

it.each(Object.keys(engines) as Engine[])('the migrations of %s make exactly the tables of the schema', (engine) => {
  const out = join(folder, engine)
  cpSync(`db/migrations/${engine}`, out, { recursive: true })
  const before = sqlFiles(out)
  const args = [
    'generate',
    `--dialect=${engines[engine]}`,
    '--schema=./db/schema/*.ts',
    `--out=${relative('.', out)}`,
    '--name=drift',
  ]
  const run = spawnSync('node_modules/.bin/drizzle-kit', args, {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: urls[engine] },
  })
  const fresh = sqlFiles(out).filter((name) => !before.includes(name))
  expect(
    fresh.map((name) => readFileSync(join(out, name), 'utf8')),
    run.stderr,
  ).toEqual([])
  expect(run.stdout).toContain('No schema changes')
})

interface Snapshot {
  tables: Record<
    string,
    {
      name: string
      columns: Record<string, { notNull: boolean }>
      indexes: Record<string, { isUnique: boolean; where?: string }>
    }
  >
}

/** Tables, columns and indexes of the newest snapshot, in words that both engines share. */
function shape(engine: Engine) {
  const meta = `db/migrations/${engine}/meta`
  const newest = readdirSync(meta).filter((name) => name.endsWith('_snapshot.json')).sort().at(-1)! // prettier-ignore
  const { tables } = JSON.parse(readFileSync(join(meta, newest), 'utf8')) as Snapshot
  return Object.values(tables)
    .flatMap((table) => [
      ...Object.entries(table.columns).map(
        ([name, column]) => `${table.name}.${name}${column.notNull ? ' not null' : ''}`,
      ),
      ...Object.entries(table.indexes).map(([name, index]) =>
        `${table.name} ${index.isUnique ? 'unique ' : ''}index ${name} ${index.where ?? ''}`.trim(),
      ),
    ])
    .sort()
}

it('both engines have the same tables, columns and indexes', () => {
  expect(shape('sqlite')).toEqual(shape('postgres'))
  expect(shape('sqlite').length).toBeGreaterThan(200)
})

it('both engines have the same migrations, in the same order', () => {
  expect(sqlFiles('db/migrations/sqlite')).toEqual(sqlFiles('db/migrations/postgres'))
})

it('no condition of an index is left to a placeholder', () => {
  const texts = (Object.keys(engines) as Engine[]).flatMap((engine) =>
    sqlFiles(`db/migrations/${engine}`).map((name) => readFileSync(`db/migrations/${engine}/${name}`, 'utf8')),
  )
  expect(texts.filter((text) => /where[^;]*(\?|\$\d)/i.test(text))).toEqual([])
})
