import { setTimeout as sleep } from 'node:timers/promises'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { system } from '#app/audit/actor.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { rebuildScores } from '#app/insights/rebuild-scores.server.ts'
import { DAY } from '#app/platform/day.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { median, percentile, rounded, type Benchmark } from '#test/bench/bench.ts'

const programs = ['prg_a', 'prg_b', 'prg_c', 'prg_d']
const days = 730
const calls = 200
const now = Date.parse('2026-03-02T01:00:00Z')
const today = Math.floor(now / DAY)

/**
 * What Today needs, at 1,000,000 and at 10,000 responses of four programs over two years, with 500 changes that still
 * wait to be folded. Both are asked in turns, five rounds of 200 calls; the figures are medians of the rounds.
 */
const overview: Benchmark = async ({ folder, say }) => {
  const small = await fill(join(folder, 'small'), 10_000, say)
  const large = await fill(join(folder, 'large'), 1_000_000, say)
  const rounds: { small: number[]; large: number[] }[] = []
  for (let round = 0; round < 6; round++) {
    const times = { small: await time(small.ctx), large: await time(large.ctx) }
    if (round > 0) rounds.push(times) // the first one warms up
    await sleep(200)
  }
  await small.close()
  await large.close()
  const p95 = (which: 'small' | 'large') => median(rounds.map((times) => percentile(times[which], 95)))
  const p50 = (which: 'small' | 'large') => median(rounds.map((times) => percentile(times[which], 50)))
  return {
    p95_ms: rounded(p95('large')),
    p50_ms: rounded(p50('large')),
    small_p95_ms: rounded(p95('small')),
    small_p50_ms: rounded(p50('small')),
    growth: rounded(p95('large') / p95('small')),
    growth_ms: rounded(p95('large') - p95('small')),
    rebuild_seconds: rounded(large.rebuildSeconds, 0),
    responses: 1_000_000,
  }
}
export default overview

async function time(ctx: Ctx): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < calls; i++) {
    const started = performance.now()
    const { headline } = await getOverview(ctx, i % 2 ? { programId: programs[i % programs.length] } : {})
    taken.push(performance.now() - started)
    if (!headline.score) throw new Error('the overview is empty')
  }
  return taken
}

/** Responses by the bulk path, then the score table by the product's own rebuild. */
async function fill(folder: string, size: number, say: (line: string) => void) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'koe.db')
  await migrate(`file:${file}`)
  const started = performance.now()
  insertAnswers(file, size)
  say(`${size} responses inserted in ${Math.round((performance.now() - started) / 1000)} s`)
  const store = openStore(`file:${file}`)
  const ctx: Ctx = {
    store,
    keys: makeKeyring(['a secret of the benchmark, longer than 32 characters']),
    actor: system('bench'),
    now: () => now,
  }
  const rebuilt = performance.now()
  await rebuildScores(ctx, {
    id: 'bench',
    payload: {},
    attempt: 1,
    progress: () => Promise.resolve(),
    stopping: () => false,
  })
  const rebuildSeconds = (performance.now() - rebuilt) / 1000
  say(`their scores rebuilt in ${Math.round(rebuildSeconds)} s`)
  insertWaiting(file)
  return { ctx, rebuildSeconds, close: () => store.close() }
}

/** The same pseudo-random numbers in every run. */
function makeRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function insertAnswers(file: string, size: number) {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  const random = makeRandom(size)
  const words = JSON.stringify({})
  db.transaction(() => {
    db.prepare(`insert into brands (id, name, colour, sender_name) values ('brd', 'Koe', '#000000', 'Koe')`).run()
    const program = db.prepare(
      `insert into programs (id, name, metric, kind, state, brand_id, audience, case_rule, min_interval_days, in_score, created_at, updated_at)
       values (?, ?, 'nps', 'relationship', 'live', 'brd', ?, ?, 90, 1, 0, 0)`,
    )
    for (const id of programs) program.run(id, id, words, words)
    const response = db.prepare(
      `insert into responses (id, invitation_id, program_id, version_id, contact_id, account_id, state, score, class, language, answered_at, day, counts, is_test,
         tier, region, industry, plan, stage, products, owner_id)
       values (?, ?, ?, 'ver', ?, ?, 'counted', ?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const send = db.prepare('insert into sends (program_id, day, invited, failed, answered) values (?, ?, ?, ?, ?)')
    const daily = Math.ceil(size / days)
    let made = 0
    for (let back = days - 1; back >= 0; back--) {
      const day = today - back
      for (let i = 0; i < daily && made < size; i++, made++) {
        const person = random(size / 4)
        const score = Math.min(10, random(14))
        const id = `rsp_${String(made).padStart(9, '0')}`
        response.run(
          id,
          `inv_${made}`,
          programs[person % programs.length],
          `con_${String(person).padStart(9, '0')}`,
          `acc_${person % 5000}`,
          score,
          classOf('nps', score),
          made % 3 ? 'ja' : 'en',
          day * DAY + i,
          day,
          ['gold', 'silver', 'bronze', null][person % 4],
          `region ${person % 6}`,
          `industry ${person % 12}`,
          `plan ${person % 3}`,
          'live',
          person % 5 ? '["crm"]' : '["crm","erp"]',
          `usr_${person % 30}`,
        )
      }
      for (const id of programs) send.run(id, day, daily, 3, Math.ceil(daily / 4))
    }
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Changes that a worker has not folded yet: as many as 250 answers a second leave between two folds. */
function insertWaiting(file: string) {
  const db = new Database(file)
  const insert = db.prepare(
    `insert into score_deltas (id, response_id, program_id, day, language, products, n, low, mid, high, sum) values (?, ?, ?, ?, 'en', '[]', 1, 0, 0, 1, 9)`,
  )
  db.transaction(() => {
    for (let i = 0; i < 500; i++) insert.run(`scd_${i}`, `rsp_${i}`, programs[i % programs.length], today)
  })()
  db.close()
}
