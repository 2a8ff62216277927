import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { findAnything } from '#app/insights/find-anything.server.ts'
import { DAY } from '#app/platform/day.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { beforeWalk } from '#app/responses/index-progress.server.ts'
import { walkTexts } from '#app/responses/walk-texts.server.ts'
import { median, percentile, rounded, type Benchmark } from '#test/bench/bench.ts'
import { fillSearch, today } from '#test/bench/search-world.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 1_000_000)

/** What is looked for in comments: each is a figure of its own, the worst of them is `p95_ms`. */
const searches: Record<string, Parameters<typeof listResponses>[1][]> = {
  common_word: [{ q: 'support' }, { q: 'サポート' }, { q: 'the' }],
  rare_word: [{ q: 'varsolten' }, { q: 'mopliex' }, { q: '監査' }],
  two_characters: [{ q: '遅い' }, { q: '請求' }, { q: '料金' }, { q: '監渉' }],
  one_character: [{ q: '高' }, { q: 'a' }, { q: '。' }],
  several_words: [
    { q: 'export slow report' },
    { q: '請求書 エラー' },
    { q: 'billing outage contract' },
    { q: '帳票 承認 在庫' },
  ],
  words_that_never_meet: [{ q: 'support サポート' }, { q: 'the です' }],
  pieces_that_never_join: [{ q: 'ですます料金' }, { q: 'サポートの料金が' }, { q: 'supporting' }],
  nothing: [{ q: 'zzzzqqq' }, { q: '鷺鷥' }],
  word_and_filter: [{ q: 'support', class: 'low' }, { q: 'サポート', program: 'prg_d' }, { q: 'billing', class: 'mid', program: 'prg_d', from: '2025-06-01', to: '2025-12-31' }], // prettier-ignore
  word_of_one_account: [
    { q: 'support', account: 'acc_000000007' },
    { q: '遅い', account: 'acc_000004711' },
  ],
}

/** What is typed into the search over everything, at 100,000 people in 10,000 companies. */
const typed = [
  's',
  'sato',
  '佐藤花子',
  'サトウ',
  'tanaka.anna9',
  'nobody at all',
  '株式会社ソラ 12',
  'northwind',
  'support',
  '遅い',
]

/** Comments found at 1,000,000 answers, each with one; the first page of each search, five rounds, in turns. */
const search: Benchmark = async ({ folder, say }) => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'koe.db')
  await migrate(`file:${file}`)
  fillSearch(file, size)
  const before = statSync(file).size
  say(`${size} answers: ${Math.round(before / 1e6)} MB`)
  const store = openStore(`file:${file}`)
  const now = () => (today + 1) * DAY
  const keys = makeKeyring(['a secret of the benchmark, longer than 32 characters'])
  const ctx: Ctx = { store, keys, actor: system('bench'), now }
  const started = performance.now()
  const cpu = process.cpuUsage()
  for (let below = beforeWalk, steps = 0; below !== ''; steps++) {
    below = await walkTexts(ctx, below)
    if (steps % 200 === 199)
      say(`${(steps + 1) * 500} indexed in ${Math.round((performance.now() - started) / 1000)} s`)
  }
  const { user, system: kernel } = process.cpuUsage(cpu)
  const cpuSeconds = (user + kernel) / 1e6
  const figures: Record<string, number> = {}
  const rounds: Record<string, number[]>[] = []
  const cpus: number[] = []
  for (let round = 0; round < 6; round++) {
    const p95s: Record<string, number[]> = {}
    for (const [name, filters] of Object.entries(searches)) {
      p95s[name] = []
      for (let i = 0; i < 10 * filters.length; i++) {
        const from = performance.now()
        const used = process.cpuUsage()
        await listResponses(ctx, { limit: 50, ...filters[i % filters.length] })
        p95s[name].push(performance.now() - from)
        const { user, system: kernel } = process.cpuUsage(used)
        cpus.push((user + kernel) / 1000)
      }
    }
    p95s.everything = []
    for (const q of typed) {
      const from = performance.now()
      const used = process.cpuUsage()
      await findAnything(ctx, q, 'en')
      p95s.everything.push(performance.now() - from)
      if (round === 1) say(`everything by “${q}”: ${(process.cpuUsage(used).user / 1000).toFixed(1)} ms of CPU`)
    }
    if (round > 0) rounds.push(p95s) // the first one warms up
  }
  for (const name of [...Object.keys(searches), 'everything']) {
    figures[name] = rounded(median(rounds.map((round) => percentile(round[name]!, 95))), 1)
  }
  for (const filters of Object.values(searches))
    for (const filter of filters) {
      const from = performance.now()
      const used = process.cpuUsage()
      const { responses, next, lookedTo } = await listResponses(ctx, { limit: 50, ...filter })
      say(
        `${JSON.stringify(filter)}: ${responses.length}${next ? '+' : ''}${lookedTo ? ' (stopped)' : ''} in ${(performance.now() - from).toFixed(1)} ms, ${(process.cpuUsage(used).user / 1000).toFixed(1)} of CPU`,
      )
    }
  await store.close()
  return {
    p95_ms: Math.max(...Object.values(figures)),
    /** Of all of them: what a machine that does nothing else would take. */
    cpu_p95_ms: rounded(percentile(cpus, 95), 1),
    cpu_p50_ms: rounded(percentile(cpus, 50), 1),
    ...figures,
    responses: size,
    index_megabytes: Math.round((statSync(file).size - before) / 1e6),
    index_cpu_microseconds_each: Math.round((cpuSeconds * 1e6) / size),
  }
}
export default search
