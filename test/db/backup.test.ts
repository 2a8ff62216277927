import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { system } from '#app/audit/actor.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { saveFile } from '#app/platform/files.server.ts'
import { checkArchive } from '#db/backup/read-archive.ts'
import { restoreArchive } from '#db/backup/restore-archive.ts'
import { writeArchive } from '#db/backup/write-archive.ts'
import { engine } from '#db/engine.ts'
import { migrationsOf, tablesAt } from '#db/migrations.ts'
import { attend } from '#db/presence.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { fileChunks } from '#db/schema/platform.ts'
import { fileOf, openStore } from '#db/store/open.ts'
import { emptyDatabase } from '#test/database.ts'
import { world, type World } from '#test/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'koe-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let n = 0
const options = (w: Pick<World, 'keys'>) => ({
  to: join(folder, `to${++n}`),
  keys: w.keys,
  version: '0.1.0',
  now: Date.parse('2026-11-22T01:45:00Z'),
  replace: false,
  settle: async () => {},
})

/** A database with text of every kind in it. */
async function filled() {
  const w = await world()
  const account = await w.account({ name: '青空商事 "株" \\ \n 🌸' })
  await w.contact({ accountId: account.id, name: 'O’Neil; drop table contacts', isTest: true })
  const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, i) => (i * 7) % 256))
  await w.store.write(async (tx) => {
    await saveFile(tx, { kind: 'logo', name: 'a.png', mime: 'image/png', at: w.now() }, bytes)
    await recordEvent(
      { ...w.system(), tx },
      { type: 'x.y', subject: { kind: 'a', id: 'b' }, data: { deep: [1, null, { ja: '声', q: '"\\' }], t: true } },
    )
  })
  return w
}

/** Everything in a database, table by table, in one order for both engines. */
async function contentOf(url: string) {
  const archive = await writeArchive(url, options({ keys: makeKeyring(['x'.repeat(40)]) }))
  const lines = gunzipSync(readFileSync(archive.file)).toString().trimEnd().split('\n').slice(1, -1)
  const sorted: string[] = []
  let some: string[] = []
  for (const line of [...lines, '{"table":"end"}']) {
    if (!line.startsWith('{')) some.push(line)
    else {
      sorted.push(...some.sort(), line)
      some = []
    }
  }
  return sorted.map((line) => line.replaceAll(/\\"|[: ]/g, '')).join('\n') // engines space JSON differently
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: Error) => `${error.name}: ${error.message}`,
  )

it('a restored database holds what the other one held, byte for byte', async () => {
  const w = await filled()
  const made = await writeArchive(w.url, options(w))
  expect(made.file).toMatch(/koe-20261122-014500-v0\.1\.0\.koe\.gz$/)
  const url = await emptyDatabase()
  await restoreArchive(url, made.file, options(w))
  expect(await contentOf(url)).toBe(await contentOf(w.url))
  const store = openStore(url)
  const [chunk] = await store.db.select().from(fileChunks).where(eq(fileChunks.n, 1))
  const [event] = await store.db.select().from(events).where(eq(events.type, 'x.y'))
  const [contact] = await store.db.select().from(contacts)
  await store.close()
  expect(createHash('sha256').update(chunk!.data).digest('hex')).toBe(
    createHash('sha256').update(Buffer.from(Array.from({ length: 262_144 }, (_, i) => ((i + 262_144) * 7) % 256))).digest('hex'), // prettier-ignore
  )
  expect(event!.data).toEqual({ deep: [1, null, { ja: '声', q: '"\\' }], t: true })
  expect(contact).toMatchObject({ isTest: true, name: 'O’Neil; drop table contacts' })
})

it('a database with content is replaced only when asked, and kept in a backup then', async () => {
  const [w, other] = [await filled(), await world()]
  const made = await writeArchive(w.url, options(w))
  const before = await contentOf(other.url)
  await other.close()
  expect(await refusal(restoreArchive(other.url, made.file, options(w)))).toContain('add --replace')
  expect(await contentOf(other.url)).toBe(before)
  const { kept } = await restoreArchive(other.url, made.file, { ...options(w), replace: true })
  expect(await contentOf(other.url)).toBe(await contentOf(w.url))
  await restoreArchive(other.url, kept!.file, { ...options(w), replace: true })
  expect(await contentOf(other.url)).toBe(before)
})

it('a restore is refused while a server works on the database, and a server while a restore does', async () => {
  const w = await filled()
  const made = await writeArchive(w.url, options(w))
  const presence = await attend(w.url)
  presence.confirm()
  expect(await refusal(restoreArchive(w.url, made.file, { ...options(w), replace: true }))).toContain(
    'Koe is running on this database',
  )
  await presence.leave()
  await w.close()
  let started = ''
  await restoreArchive(w.url, made.file, {
    ...options(w),
    replace: true,
    settle: async () => {
      if (engine === 'sqlite') writeFileSync(`${fileOf(w.url)}-restore`, JSON.stringify({ pid: 1, host: 'elsewhere' }))
      started = await refusal(attend(w.url))
    },
  })
  expect(started).toContain('A backup is being restored')
  await (await attend(w.url)).leave()
})

it('a backup of another secret is refused, and one of a secret that was added to since is not', async () => {
  const w = await filled()
  const made = await writeArchive(w.url, options(w))
  const old = 'a secret of the tests, longer than 32 characters'
  const other = 'another secret, which is longer than 32 characters'
  const url = await emptyDatabase()
  expect(await refusal(restoreArchive(url, made.file, { ...options(w), keys: makeKeyring([other]) }))).toMatch(
    /^PlainError: The backup belongs to another secret/,
  )
  expect(await refusal(restoreArchive(url, made.file, { ...options(w), keys: makeKeyring([old, other]) }))).toContain(
    'another secret',
  )
  expect(await refusal(restoreArchive(url, made.file, { ...options(w), keys: makeKeyring([]) }))).toContain(
    'is not here',
  )
  await checkArchive(made.file, makeKeyring([other, old]))
})

it('what is cut, altered, foreign, of the future or a bomb is refused in one sentence, before anything is touched', async () => {
  const w = await filled()
  const made = await writeArchive(w.url, options(w))
  const whole = readFileSync(made.file)
  const lines = gunzipSync(whole).toString().split('\n')
  const rewritten = (edit: (lines: string[]) => string[]) => gzipSync(edit([...lines]).join('\n'))
  const header = (changes: object) =>
    rewritten((all) => [JSON.stringify({ ...(JSON.parse(all[0]!) as object), ...changes }), ...all.slice(1)])
  const flipped = (at: number) => {
    const copy = Buffer.from(whole)
    copy[at]! ^= 0x10
    return copy
  }
  const hostile: Record<string, [Buffer, RegExp]> = {
    'cut in the middle': [whole.subarray(0, whole.length / 2), /not whole/],
    'cut by one byte': [whole.subarray(0, -1), /not whole/],
    'a bit flipped at the start': [flipped(1), /not a backup/],
    'a bit flipped in the middle': [flipped(Math.floor(whole.length / 2)), /damaged|not whole/],
    'a bit flipped in the checksum': [flipped(whole.length - 6), /damaged/],
    'a value changed': [rewritten((all) => all.map((line) => line.replace('Aiko', 'Evil'))), /damaged/],
    'a row left out': [rewritten((all) => all.filter((line) => !line.includes('Aiko'))), /damaged/],
    'the end left out': [rewritten((all) => all.slice(0, -2)), /not whole/],
    'something after the end': [rewritten((all) => [...all.slice(0, -1), '["more"]', '']), /damaged/],
    'a newer format': [header({ format: 2, version: '9.0.0' }), /newer Koe \(9\.0\.0\)/],
    'a newer database': [header({ migration: '9999_tomorrow', version: '9.0.0' }), /newer Koe/],
    'a table of another name': [
      header({ tables: [{ name: '../../etc/passwd"; drop table users; --', columns: [['id', 'text']] }] }),
      /damaged/,
    ],
    'a migration with a path': [header({ migration: '../../../../etc/0000_x' }), /newer Koe/],
    zeros: [gzipSync(Buffer.alloc(200_000_000)), /not a backup/],
    'zeros after a header': [gzipSync(Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.alloc(200_000_000, 'a')])), /damaged|far more/], // prettier-ignore
    'endless rows': [gzipSync(`${lines[0]}\n{"table":"account_moves"}\n${'[]\n'.repeat(1_000_000)}`), /damaged/],
    'a text': [Buffer.from('hello'), /not a backup/],
    nothing: [Buffer.alloc(0), /not a backup/],
    'JSON that is no backup': [gzipSync('{"a":1}\n'), /not a backup/],
    null: [gzipSync('null\n'), /not a backup/],
  }
  const url = await emptyDatabase()
  for (const [name, [bytes, words]] of Object.entries(hostile)) {
    const file = join(folder, 'hostile.koe.gz')
    writeFileSync(file, bytes)
    const said = await refusal(restoreArchive(url, file, options(w)))
    expect(said, name).toMatch(/^PlainError: /)
    expect(said, name).toMatch(words)
    expect(said.split('\n'), name).toHaveLength(1)
  }
  for (const missing of [join(folder, 'nowhere'), folder])
    expect(await refusal(restoreArchive(url, missing, options(w)))).toMatch(/^PlainError: .*(no file|not a file)/)
  const fresh = await emptyDatabase()
  await restoreArchive(fresh, made.file, options(w))
  expect(await refusal(writeArchive(url, options(w)))).toMatch(/no database|empty/) // nothing was made there
})

it('a backup that can’t be written leaves nothing behind', async () => {
  const w = await filled()
  expect(await refusal(writeArchive(w.url, { ...options(w), to: '/dev/null/x' }))).toMatch(/^PlainError: No permission/)
  const to = options(w)
  const made = await writeArchive(w.url, to)
  truncateSync(made.file, 10)
  expect(readdirSync(to.to)).toHaveLength(1)
})

it('an older backup is brought to the tables of today', async () => {
  const w = await filled()
  const made = await writeArchive(w.url, options(w))
  const old = migrationsOf(engine)[0]!.tag
  const lines = gunzipSync(readFileSync(made.file)).toString().split('\n')
  // The same rows as the first version would have written them, signed by us.
  const tables = tablesAt(old)!
  const rows = Object.fromEntries(tables.map(({ name }) => [name, 0]))
  const kept = [JSON.stringify({ ...(JSON.parse(lines[0]!) as object), migration: old, tables })]
  for (const { name } of tables) {
    kept.push(JSON.stringify({ table: name }))
    if (name !== 'organisation') continue
    const today = tablesAt(migrationsOf(engine).at(-1)!.tag)!.find((table) => table.name === name)!
    const row = JSON.parse(lines[lines.indexOf(JSON.stringify({ table: name })) + 1]!) as unknown[]
    const value = (column: string) => row[today.columns.findIndex(([known]) => known === column)]
    kept.push(JSON.stringify(tables.find((table) => table.name === name)!.columns.map(([column]) => value(column))))
    rows[name] = 1
  }
  const body = `${kept.join('\n')}\n`
  const seal = w.keys.sign('backup', createHash('sha256').update(body).digest('hex'))
  const file = join(folder, 'old.koe.gz')
  writeFileSync(file, gzipSync(`${body}${JSON.stringify({ end: true, rows, seal })}\n`))
  const url = await emptyDatabase()
  await restoreArchive(url, file, options(w))
  expect((await writeArchive(url, options(w))).header.migration).toBe(migrationsOf(engine).at(-1)!.tag)
  const store = openStore(url)
  const ctx = { store, keys: w.keys, actor: system('test'), now: w.now }
  await store.write((tx) => recordEvent({ ...ctx, tx }, { type: 'x.y', subject: { kind: 'a', id: 'b' } }))
  await store.close()
})

it('a backup knows every table that there is', async () => {
  const w = await world()
  const found =
    engine === 'sqlite'
      ? new Database(fileOf(w.url), { readonly: true })
          .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
          .pluck()
          .all()
      : (await w.store.db.select({ name: sql<string>`tablename` }).from(sql`pg_tables where schemaname = current_schema()`)).map((row) => row.name) // prettier-ignore
  const known = tablesAt(migrationsOf(engine).at(-1)!.tag)!.map((table) => table.name)
  expect((found as string[]).filter((name) => name !== '__drizzle_migrations').sort()).toEqual(known)
})
