import { createWriteStream, openSync, closeSync, writeSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { stringify } from 'csv-stringify/sync'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { DAY } from '#app/platform/day.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { fileOf, openStore } from '#db/store/open.ts'
import { startServer } from '#test/server.ts'
import { makeAnswerWorld } from './answer-world.ts'
import { median, percentile, rounded, type Bench } from './bench.ts'
import { peakMib, postAnswers } from './post-answers.ts'

/** Answers in the list; fewer for a quick look, and then the figures are not the issue's. */
const rows = Number(process.env.KOE_BENCH_ROWS ?? 1_000_000)
/** Answers posted every second for the whole time. */
const pace = 20
const longestMinutes = 10
const idleSeconds = 10
const formats = ['csv', 'sjis', 'json'] as const

/**
 * A million answers out of the real server in each format, one after the other, while answers are posted and a reader
 * who takes nothing holds a fourth download open. Its yardstick, before and after: one SELECT of the same columns with
 * the same joins through better-sqlite3, a thousand rows at a time through `csv-stringify` into a file.
 */
export default async function exportBench({ folder, say }: Bench): Promise<Record<string, number>> {
  const world = await makeAnswerWorld(pace * 60 * longestMinutes)
  await world.close()
  const started = performance.now()
  insertAnswers()
  say(`${rows} answers inserted in ${Math.round((performance.now() - started) / 1000)} s`)
  const cookie = await adminCookie()
  const yardsticks = [yardstick(join(folder, 'bare.csv'))]
  say(`yardstick: ${Math.round(rows / yardsticks[0]!)} rows a second`)
  const server = await startServer({ KOE_DATA_DIR: env.KOE_DATA_DIR })
  try {
    const idle = postAnswers(world, server.port, { pace })
    await sleep(idleSeconds * 1000)
    const idleAnswers = await idle()
    const before = peakMib(server.pid)
    const stalled = await open(server.port, cookie, 'csv')
    const busy = postAnswers(world, server.port, { pace, from: idleAnswers.length })
    const seconds: Record<string, number> = {}
    for (const format of formats) {
      const file = join(folder, `responses.${format}`)
      seconds[format] = await download(server.port, cookie, format, file)
      say(`${format}: ${Math.round(rows / seconds[format])} rows a second, peak ${Math.round(peakMib(server.pid))} MiB`)
    }
    const answers = await busy()
    stalled.destroy()
    const peak = peakMib(server.pid)
    yardsticks.push(yardstick(join(folder, 'bare.csv')))
    say(`yardstick: ${Math.round(rows / yardsticks[1]!)} rows a second`)
    return {
      peak_rss_mib: Math.round(peak),
      rss_before_mib: Math.round(before),
      rows_per_second: Math.round(rows / seconds.csv!),
      sjis_rows_per_second: Math.round(rows / seconds.sjis!),
      json_rows_per_second: Math.round(rows / seconds.json!),
      rows_ratio: rounded(median(yardsticks) / seconds.csv!),
      answer_p99_ms: rounded(percentile(answers, 99), 1),
      answer_p50_ms: rounded(percentile(answers, 50), 1),
      answer_idle_p99_ms: rounded(percentile(idleAnswers, 99), 1),
      answers: answers.length,
      rows,
    }
  } finally {
    await server.stop()
  }
}

/** Every third with a comment, half of these Japanese, some with what Shift_JIS lacks or a spreadsheet would run. */
const comments = [
  null,
  'Support answers within the hour, every time; the export is slow on Mondays.',
  '画面の表示が遅く、月末の締め作業に支障が出ています。改善をお願いします。',
  null,
  null,
  '=HYPERLINK("http://example.com") 𠮷野家の件、ありがとうございました 😀',
]

function insertAnswers() {
  const db = new Database(fileOf(env.DATABASE_URL))
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  const program = db.prepare('select id, current_version_id as version from programs').get() as Record<string, string>
  const people = db.prepare('select id, account_id as account from contacts').all() as Record<string, string>[]
  const insert = db.prepare(
    `insert into responses (id, invitation_id, program_id, version_id, contact_id, account_id, state, score, class, comment, language, answered_at, day, counts,
       is_test, tier, region, industry, plan, stage, products)
     values (?, ?, ?, ?, ?, ?, 'counted', ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?, 'live', '[]')`,
  )
  // The server refuses to start on rows that point nowhere.
  const invite = db.prepare(
    `insert into invitations (id, program_id, version_id, contact_id, account_id, channel, occasion, respondent_key, state, due_at, sent_at, sent_day, expires_at,
       answered_at, language, gen, is_test, created_at)
     values (?, ?, ?, ?, ?, 'import', ?, ?, 'sent', 0, 0, 0, 0, 0, 'en', 1, 0, 0)`,
  )
  const today = Math.floor(Date.now() / DAY)
  db.transaction(() => {
    for (let i = 0; i < rows; i++) {
      const person = people[(i * 7919) % people.length]!
      const score = (i * 31) % 11
      const day = today - 730 + Math.floor((i * 730) / rows)
      const comment = comments[i % comments.length]
      const invitation = `inv_bench_${i}`
      invite.run(invitation, program.id, program.version, person.id, person.account, invitation, person.id)
      insert.run(
        newId('res', day * DAY + (i % DAY)),
        invitation,
        program.id,
        program.version,
        person.id,
        person.account,
        score,
        classOf('nps', score),
        comment,
        i % 2 ? 'ja' : 'en',
        day * DAY + ((i * 1009) % DAY),
        day,
        ['gold', 'silver', 'bronze'][i % 3],
        `region ${i % 6}`,
        `industry ${i % 12}`,
        `plan ${i % 3}`,
      )
    }
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function adminCookie(): Promise<string> {
  const store = openStore(env.DATABASE_URL)
  const ctx: Ctx = { store, keys: loadKeyring(env), actor: system('bench'), now: Date.now }
  const id = newId('usr')
  const secret = await store.write(async (tx) => {
    await tx.insert(users).values({
      id,
      email: 'admin@koe.test',
      emailKey: 'admin@koe.test',
      name: 'Admin',
      locale: 'ja',
      state: 'active',
      createdAt: Date.now(),
    })
    await tx.insert(userRoles).values({ userId: id, role: 'admin' })
    return (await startSession({ ...ctx, tx }, id, 'bench')).secret
  })
  await store.close()
  return `koe_session=${secret}`
}

function open(port: number, cookie: string, format: string): Promise<IncomingMessage> {
  const path = `/responses/export?format=${format}`
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers: { cookie, host: `localhost:${port}` } }, (reply) => {
      if (reply.statusCode === 200) resolve(reply)
      else reject(new Error(`${path} came with ${reply.statusCode}`))
    }).on('error', reject)
  })
}

/** @returns the seconds it took @throws when not every row came */
async function download(port: number, cookie: string, format: string, file: string): Promise<number> {
  const started = performance.now()
  const reply = await open(port, cookie, format)
  const out = createWriteStream(file)
  let lines = 0
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 0x0a) lines++
    if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  const seconds = (performance.now() - started) / 1000
  if (lines < rows) throw new Error(`${format}: only ${lines} lines`)
  return seconds
}

/** @returns seconds */
function yardstick(file: string): number {
  const db = new Database(fileOf(env.DATABASE_URL), { readonly: true })
  const out = openSync(file, 'w')
  const started = performance.now()
  const select = db
    .prepare(
      `select r.id, r.answered_at, r.day, p.name, p.id, p.metric, r.score, r.class, r.comment, r.language, r.state, r.counts, c.name, c.id, a.name, a.id,
         r.tier, r.plan, r.stage, r.region, r.industry
       from responses r join programs p on p.id = r.program_id left join contacts c on c.id = r.contact_id left join accounts a on a.id = r.account_id
       order by r.day desc, r.id desc limit ${rows}`,
    )
    .raw()
  let some: unknown[] = []
  for (const row of select.iterate()) {
    some.push(row)
    if (some.length < 1000) continue
    writeSync(out, stringify(some as string[][]))
    some = []
  }
  writeSync(out, stringify(some as string[][]))
  closeSync(out)
  db.close()
  return (performance.now() - started) / 1000
}
