import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { median, percentile, rounded, type Benchmark } from '#test/bench/bench.ts'
import { load } from '#test/bench/load.ts'
import { colleagues, fillQueue } from '#test/bench/queue-world.ts'
import { startServer, type Server } from '#test/server.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 100_000)
const small = 1_000
const rounds = 5
const calls = 40
/** Cases that fifty colleagues want at the same time, one after the other. */
const wanted = 100

const lists = { all: '/cases?scope=all', mine: '/cases?scope=mine', team: '/cases?scope=team', late: '/cases?scope=all&late=1' } // prettier-ignore
const names = Object.keys(lists) as (keyof typeof lists)[]

/**
 * The queue of the real, built server with 100,000 open cases among 1,000,000, and with 1,000 among 10,000: the first
 * page of each list with its counts, and the next one. One request at a time, the two servers in turn; the figures are
 * medians of five rounds' 95th percentiles, `growth` the ratio of the two (1 where the larger one takes at most 5 ms more).
 * Then fifty colleagues claim the same hundred cases at once: each case must have one winner, and everybody else be told.
 */
const bench: Benchmark = async ({ folder, say }) => {
  const sides = {
    large: await open(join(folder, 'large'), size, say),
    small: await open(join(folder, 'small'), small, say),
  }
  try {
    const pages = await pagesOf(sides)
    const taken = new Map(pages.map(({ name }) => [name, { large: [] as number[], small: [] as number[] }]))
    for (let round = 0; round <= rounds; round++)
      for (const { name, paths } of pages)
        for (const side of round % 2 ? (['small', 'large'] as const) : (['large', 'small'] as const)) {
          const ms = await ask(sides[side], paths[side])
          if (round > 0) taken.get(name)![side].push(percentile(ms, 95)) // the first one warms up
        }
    const figures: Record<string, number> = {}
    for (const [name, of] of taken) {
      const [large, little] = [median(of.large), median(of.small)]
      figures[`${name}_p95_ms`] = rounded(large, 1)
      figures[`${name}_small_p95_ms`] = rounded(little, 1)
      figures[`${name}_growth`] = rounded(large - little <= 5 ? Math.min(1, large / little) : large / little)
    }
    const worst = (what: string) => Math.max(...pages.map(({ name }) => figures[`${name}_${what}`]!))
    return {
      p95_ms: worst('p95_ms'),
      growth: worst('growth'),
      ...figures,
      ...(await compete(sides.large)),
      cases: size,
    }
  } finally {
    await sides.large.server.stop()
    await sides.small.server.stop()
  }
}
export default bench

interface Side {
  server: Server
  cookies: string[]
}
type Sides = { large: Side; small: Side }

const key = 'benchmark-secret-of-more-than-32-characters'

async function open(folder: string, cases: number, say: (line: string) => void): Promise<Side> {
  const started = performance.now()
  mkdirSync(folder, { recursive: true })
  const secrets = await fillQueue(join(folder, 'koe.db'), cases, key)
  say(`${cases} open cases after ${Math.round((performance.now() - started) / 1000)} s`)
  const server = await startServer({
    KOE_DATA_DIR: folder,
    KOE_SECRET: key,
    KOE_PROCESS: 'web',
    NODE_ENV: 'production',
  })
  return { server, cookies: secrets.map((secret) => `koe_session=${secret}`) }
}

/** Each list's first page, and its second as the first one links to it. */
async function pagesOf(sides: Sides) {
  const after = async ({ server, cookies }: Side, path: string) => {
    const answer = await fetch(server.url + path, { headers: { cookie: cookies[0]! } })
    const link = /href="(\/cases\?[^"]*after=[^"]*)"/.exec(await answer.text())?.[1]
    if (answer.status !== 200 || !link) throw new Error(`${path} came with ${answer.status} and no next page`)
    return link.replaceAll('&amp;', '&')
  }
  const pages = []
  for (const name of names) {
    const path = lists[name]
    pages.push({ name, paths: { large: path, small: path } })
    pages.push({
      name: `${name}_next`,
      paths: { large: await after(sides.large, path), small: await after(sides.small, path) },
    })
  }
  return pages
}

async function ask({ server, cookies }: Side, path: string) {
  const request = `GET ${path} HTTP/1.1\r\nhost: localhost:${server.port}\r\ncookie: ${cookies[0]}\r\naccept: text/html\r\naccept-encoding: gzip, deflate\r\n\r\n`
  const requests = Array.from({ length: calls }, () => request)
  return (await load(server.port, requests, { connections: 1, expected: 200 })).ms
}

/** @throws when a case has no winner or two, or somebody else isn't told */
async function compete({ server, cookies }: Side) {
  const list = await fetch(`${server.url}/cases?scope=all&unclaimed=1&limit=${wanted}`, {
    headers: { cookie: cookies[0]! },
  })
  const ids = [...new Set([...(await list.text()).matchAll(/\/cases\/(cas_\d+)/g)].map((match) => match[1]!))]
  if (ids.length < wanted) throw new Error(`only ${ids.length} cases nobody has claimed`)
  const claim = async (id: string, cookie: string) => {
    const answer = await fetch(`${server.url}/cases/${id}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'intent=claim',
    })
    await answer.arrayBuffer()
    return answer.status
  }
  const ms: number[] = []
  let winners = 0
  for (const id of ids.slice(0, wanted)) {
    const from = performance.now()
    const got = await Promise.all(cookies.map((cookie) => claim(id, cookie)))
    ms.push(performance.now() - from)
    const won = got.filter((status) => status === 302 || status === 204).length
    const told = got.filter((status) => status === 409 || status === 403).length
    if (won !== 1 || told !== colleagues - 1) throw new Error(`${id} had ${won} winners: ${got.join(' ')}`)
    winners += won
  }
  return { claims: wanted * colleagues, winners, fifty_claims_ms: rounded(median(ms), 1) }
}
