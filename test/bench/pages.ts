import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { median, percentile, rounded, type Benchmark } from '#test/bench/bench.ts'
import { load } from '#test/bench/load.ts'
import { fillPages } from '#test/bench/pages-world.ts'
import { scriptSize } from '#test/script-size.ts'
import { startServer, type Server } from '#test/server.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 1_000_000)
const small = 10_000
const rounds = 5
/** Requests of one page in one round, spread over its addresses: enough that the first few, which find other pages in the caches, are not the 95th percentile. */
const calls = 100

const today = Math.floor(Date.now() / DAY)
const since = isoOfDay(today - 89)

/** Every page with the addresses that are asked for in turn: what people open, common and rare filters alike. */
const pages: Record<string, string[]> = {
  today: ['/', '/?metric=nps&program=prg_b'],
  responses: [
    '/responses',
    '/responses?class=low',
    `/responses?class=low&tier=gold&program=prg_a&from=${since}`,
    '/responses?topic=top_3&class=low&comment=1',
    '/responses?owner=usr_000000003&language=ja&view=table',
    '/responses?case=1&stage=onboarding',
    `/responses?numbers=1&latest=1&metric=nps&from=${since}&to=${isoOfDay(today)}`,
    '/responses?program=prg_d&owner=usr_000000003&class=high&tier=silver',
    '/responses?tier=platinum',
  ],
  account: ['/accounts/acc_000000007', '/accounts/acc_000004711', '/accounts/acc_000000123'],
  queue: ['/cases?scope=all', '/cases?scope=mine', '/cases?late=1', '/cases?scope=closed'],
}
const names = Object.keys(pages)

/**
 * Pages of the real, built server for somebody signed in, at 1,000,000 answers of 100,000 people and at 10,000 of as
 * many: one request at a time, a page's requests to one server and then to the other (at every request in turn, both
 * would find the processor's caches full of the other's, which no server of one's own does), the other one first in the
 * next of five rounds. The figures are medians of the rounds' 95th percentiles. `growth` is the ratio of the two, or 1
 * where the larger one takes at most 5 ms more.
 */
const bench: Benchmark = async ({ folder, say }) => {
  const sides = {
    large: await open(join(folder, 'large'), size, say),
    small: await open(join(folder, 'small'), small, say),
  }
  const taken: Record<string, { large: number[]; small: number[] }> = Object.fromEntries(
    names.map((name) => [name, { large: [], small: [] }]),
  )
  try {
    for (let round = 0; round <= rounds; round++)
      for (const name of names) {
        const of = await ask(sides, pages[name]!, round)
        if (round === 0) continue // the first one warms up
        for (const side of ['large', 'small'] as const) taken[name]![side].push(percentile(of[side], 95))
        say(`${name}: ${of.large.map((ms) => ms.toFixed(0)).join(' ')}`)
      }
    const script = await scriptSize('/', (path) => get(sides.large, path))
    const figures: Record<string, number> = {}
    for (const name of names) {
      const [large, little] = [median(taken[name]!.large), median(taken[name]!.small)]
      figures[`${name}_p95_ms`] = rounded(large, 1)
      figures[`${name}_small_p95_ms`] = rounded(little, 1)
      figures[`${name}_growth`] = rounded(large - little <= 5 ? Math.min(1, large / little) : large / little)
    }
    const worst = (what: string) => Math.max(...names.map((name) => figures[`${name}_${what}`]!))
    return {
      p95_ms: worst('p95_ms'),
      growth: worst('growth'),
      ...figures,
      script_kb: rounded(script, 1),
      responses: size,
    }
  } finally {
    await sides.large.server.stop()
    await sides.small.server.stop()
  }
}
export default bench

interface Side {
  server: Server
  cookie: string
}

const key = 'benchmark-secret-of-more-than-32-characters'

/** A filled folder and its server, without a worker: what it would index is not what is measured. */
async function open(folder: string, answers: number, say: (line: string) => void): Promise<Side> {
  mkdirSync(folder, { recursive: true })
  const { secret } = await fillPages(join(folder, 'koe.db'), answers, key, say)
  const server = await startServer({
    KOE_DATA_DIR: folder,
    KOE_SECRET: key,
    KOE_PROCESS: 'web',
    NODE_ENV: 'production',
  })
  return { server, cookie: `koe_session=${secret}` }
}

async function get({ server, cookie }: Side, path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} came with ${answer.status}: ${text.slice(0, 500)}`)
  return text
}

/** Milliseconds from asking for a page until its last byte, one request after the other on one connection, one side after the other. */
async function ask(sides: { large: Side; small: Side }, paths: string[], round: number) {
  const ms = { large: [] as number[], small: [] as number[] }
  const order = ['large', 'small'] as const
  for (const name of round % 2 ? order.toReversed() : order) {
    const { server, cookie } = sides[name]
    const requests = Array.from({ length: calls }, (_, i) => request(paths[i % paths.length]!, server.port, cookie))
    ms[name] = (await load(server.port, requests, { connections: 1, expected: 200 })).ms
  }
  return ms
}

const request = (path: string, port: number, cookie: string) =>
  `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\naccept: text/html\r\naccept-encoding: gzip, deflate\r\n\r\n`
