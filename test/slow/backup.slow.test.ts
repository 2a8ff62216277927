import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { streams } from '#db/enums/email.ts'
import { fileOf } from '#db/store/open.ts'
import { placeOf } from '#test/answering/place.ts'
import { emptyDatabase } from '#test/database.ts'
import { invited, makeProgram } from '#test/responses/make.ts'
import { launch, startServer } from '#test/server.ts'

const root = mkdtempSync(join(tmpdir(), 'koe-slow-backup-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const people = 600
const perSecond = 50

interface Place {
  dataDir: string
  url: string
}
const envOf = ({ dataDir, url }: Place) => ({ KOE_DATA_DIR: dataDir, DATABASE_URL: url, KOE_BACKUPS: '0' })

/** Runs a command as `npm run` does. `killAfter` milliseconds it is killed, if it still lives. */
async function command(place: Place, args: string[], killAfter?: number) {
  const child = spawn(process.execPath, ['app/command.js', ...args], {
    env: { ...process.env, ...envOf(place), NODE_ENV: 'production', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const started = Date.now()
  const code = await new Promise<number | null>((done) => child.once('close', done))
  clearTimeout(timer)
  return { code, output, ms: Date.now() - started }
}

async function well(place: Place, args: string[]) {
  const run = await command(place, args)
  expect([run.code, run.output]).toEqual([0, run.output])
  return run
}

const newest = (folder: string) => join(folder, readdirSync(folder).sort().at(-1)!)

async function rowsOf<T>({ url }: Place, text: string): Promise<T[]> {
  if (url.startsWith('file:')) {
    const connection = new Database(fileOf(url), { readonly: true })
    const rows = connection.prepare(text).all() as T[]
    connection.close()
    return rows
  }
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows as T[]
}

const count = async (place: Place, table: string) =>
  Number((await rowsOf<{ n: number | string }>(place, `select count(*) n from ${table}`))[0]!.n)

async function sound(place: Place) {
  if (!place.url.startsWith('file:')) return
  const [found] = await rowsOf<{ integrity_check: string }>(place, 'pragma integrity_check')
  expect(found).toEqual({ integrity_check: 'ok' })
  expect(await rowsOf(place, 'pragma foreign_key_check')).toEqual([])
}

async function place(engine: 'sqlite' | 'postgres', from?: Place): Promise<Place> {
  const dataDir = mkdtempSync(join(root, 'data-'))
  if (from) copyFileSync(join(from.dataDir, 'secret'), join(dataDir, 'secret'))
  return { dataDir, url: engine === 'sqlite' ? `file:${join(dataDir, 'koe.db')}` : await emptyDatabase('postgres') }
}

/** People who were invited, on SQLite, with what their browser would post. */
async function seeded() {
  const here = await place('sqlite')
  const server = await startServer(envOf(here))
  const made = await placeOf(server)
  const program = await makeProgram(made)
  const posts: { id: string; path: string; body: URLSearchParams }[] = []
  for (let n = 0; n < people; n++) {
    const { invitation } = await invited(made, { program })
    const nonce = makeNonce(made.keys, invitation.id, Date.now() - 5_000)
    const body = new URLSearchParams({ score: String(n % 11), comment: `遅い ${n} "quoted"`, nonce, lang: 'en' })
    posts.push({ id: invitation.id, path: `/s/${invitationToken(made.keys, invitation)}`, body })
  }
  await made.close()
  await server.stop()
  return { here, posts }
}

for (const engine of ['sqlite', 'postgres'] as const) {
  it(`a backup of ${engine} while ${perSecond} answers a second are posted holds every answer that was thanked for before it`, async () => {
    const { here: seed, posts } = await seeded()
    let here = seed
    if (engine === 'postgres') {
      // The move to the other engine is a backup and a restore.
      await well(seed, ['backup', '--to', join(seed.dataDir, 'out')])
      here = await place('postgres', seed)
      await well(here, ['restore', newest(join(seed.dataDir, 'out'))])
      expect(await count(here, 'invitations')).toBe(people)
    }
    const server = await startServer(envOf(here))
    const thanked: { id: string; at: number; ms: number }[] = []
    const work: Promise<void>[] = []
    let began = 0
    let ended = 0
    let backup: Promise<void> | undefined
    for (const [n, { id, path, body }] of posts.entries()) {
      if (n === Math.floor(people / 3)) {
        began = Date.now()
        backup = well(here, ['backup', '--to', join(here.dataDir, 'out')]).then(() => void (ended = Date.now()))
      }
      work.push(
        (async () => {
          const from = performance.now()
          const reply = await fetch(`${server.url}${path}`, {
            method: 'POST',
            body,
            headers: { origin: server.url },
            redirect: 'manual',
          })
          expect(reply.status).toBe(303)
          thanked.push({ id, at: Date.now(), ms: performance.now() - from })
        })(),
      )
      await sleep(1000 / perSecond)
    }
    await Promise.all(work)
    await backup
    await server.stop()

    const there = await place(engine, here)
    await well(there, ['restore', newest(join(here.dataDir, 'out'))])
    await sound(there)
    const kept = await rowsOf<{ invitation_id: string }>(there, 'select invitation_id from responses')
    const ids = new Set(kept.map((row) => row.invitation_id))
    expect(thanked.filter(({ id, at }) => at < began && !ids.has(id))).toEqual([])
    expect(ids.size).toBeGreaterThanOrEqual(thanked.filter(({ at }) => at < began).length)
    expect(ids.size).toBeLessThan(people)
    // None is there by half: its accepted revision, its event and its share of the score came along.
    const half = await rowsOf(
      there,
      `select r.id from responses r
       where not exists (select 1 from response_revisions v where v.response_id = r.id and v.standing = 'accepted')
          or not exists (select 1 from events e where e.subject_id = r.id and e.type = 'responses.recorded')`,
    )
    expect(half).toEqual([])
    const times = (during: boolean) => {
      const list = thanked.filter(({ at }) => (at >= began && at <= ended) === during).map(({ ms }) => ms).sort((a, b) => a - b) // prettier-ignore
      const at = (share: number) => Math.round(list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0)
      return { n: list.length, p50: at(0.5), p95: at(0.95), max: at(1) }
    }
    process.stdout.write(
      `${engine} ${JSON.stringify({ backupMs: ended - began, answersInIt: ids.size, msDuring: times(true), msOtherwise: times(false) })}\n`,
    )
  })

  it(`a restore on ${engine} that is killed leaves the old database or the new one, whole, and may be run again`, async () => {
    const { here: seed } = await seeded()
    const out = join(seed.dataDir, 'out')
    // The new one: large enough to be killed in.
    const connection = new Database(fileOf(seed.url))
    connection.exec(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 120000)
       insert into touches (id, invitation_id, at, method, network, agent_hash, flags)
       select 'tch_' || i, (select id from invitations limit 1), ${Date.now()} + i, 'GET', 'net', 'agent', '[]' from n`,
    )
    connection.close()
    await well(seed, ['backup', '--to', out])
    const large = newest(out)
    const total = await count(seed, 'touches')
    // The old one: other content under the same secret.
    const old = await place(engine, seed)
    await well(old, ['restore', large])
    await change(old, `update organisation set name = 'Old'`)
    await change(old, 'delete from touches')
    mkdirSync(join(old.dataDir, 'kept'))
    await well(old, ['backup', '--to', join(old.dataDir, 'kept')])
    const small = newest(join(old.dataDir, 'kept'))
    const whole = await well(old, ['restore', large, '--replace'])
    const seen = { old: 0, new: 0 }
    for (let step = 1; step <= 8; step++) {
      await well(old, ['restore', small, '--replace'])
      const run = await command(old, ['restore', large, '--replace'], (whole.ms * step) / 8.5)
      const [org] = await rowsOf<{ name: string }>(old, 'select name from organisation')
      const which = org!.name === 'Old' ? 'old' : 'new'
      seen[which]++
      expect({ step, which, touches: await count(old, 'touches') }).toEqual({
        step,
        which,
        touches: which === 'old' ? 0 : total,
      })
      expect(await count(old, 'held_streams')).toBe(streams.length)
      expect(run.code === 0 ? which : 'any').toMatch(/new|any/)
      await sound(old)
      const server = await launch(envOf(old))
      await expect.poll(() => fetch(`${server.url}/readyz`).then((reply) => reply.status, () => 0), { timeout: 60_000 }).toBe(200) // prettier-ignore
      await server.stop()
    }
    expect(seen.old).toBeGreaterThan(3)
    await well(old, ['restore', large, '--replace'])
    if (engine === 'sqlite') expect(readdirSync(old.dataDir).filter((name) => /restor/.test(name))).toEqual([])
    process.stdout.write(`${engine} ${JSON.stringify({ restoreMs: whole.ms, seen })}\n`)
  })
}

async function change({ url }: Place, text: string) {
  if (url.startsWith('file:')) {
    const connection = new Database(fileOf(url))
    connection.exec(text)
    connection.close()
    return
  }
  const client = new pg.Client(url)
  await client.connect()
  await client.query(text)
  await client.end()
}
