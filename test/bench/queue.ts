import { join } from 'node:path'
import { median, rounded, type Benchmark } from '#test/bench/bench.ts'
import { colleagues, fillQueue } from '#test/bench/queue-world.ts'
import { closeSides, get, measure, openSide, type Side, type Sides } from '#test/bench/sides.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 100_000)
const small = 1_000
/** Requests of one page in one round. */
const calls = 20
/** Cases that fifty colleagues want at the same time, one after the other. */
const wanted = 20

const lists = { all: '/cases?scope=all', mine: '/cases?scope=mine', team: '/cases?scope=team', late: '/cases?scope=all&late=1' } // prettier-ignore
const names = Object.keys(lists) as (keyof typeof lists)[]

/**
 * The queue of the real, built server with 100,000 open cases among 1,000,000, and with 1,000 among 10,000: the first
 * page of each list with its counts, and the next one, as `measure` says.
 * Then fifty colleagues claim the same twenty cases at once: each case must have one winner, and everybody else be told.
 */
const bench: Benchmark = async ({ folder, say }) => {
  const open = (name: string, cases: number) =>
    openSide(join(folder, name), async (file, key) => {
      const started = performance.now()
      const secrets = await fillQueue(file, cases, key)
      say(`${cases} open cases after ${Math.round((performance.now() - started) / 1000)} s`)
      return secrets
    })
  const sides = { large: await open('large', size), small: await open('small', small) }
  try {
    const figures = await measure(sides, await pagesOf(sides), calls, say)
    return { ...figures, ...(await compete(sides.large)), cases: size }
  } finally {
    await closeSides(sides)
  }
}
export default bench

/** Each list's first page, and its second as the first one links to it. */
async function pagesOf(sides: Sides) {
  const after = async (side: Side, path: string) => {
    const link = /href="(\/cases\?[^"]*after=[^"]*)"/.exec(await get(side, path))?.[1]
    if (!link) throw new Error(`${path} came with no next page`)
    return link.replaceAll('&amp;', '&')
  }
  const pages = []
  for (const name of names) {
    const path = lists[name]
    pages.push({ name, paths: { large: [path], small: [path] } })
    pages.push({
      name: `${name}_next`,
      paths: { large: [await after(sides.large, path)], small: [await after(sides.small, path)] },
    })
  }
  return pages
}

/** @throws when a case has no winner or two, or somebody else isn't told */
async function compete(side: Side) {
  const { server, cookies } = side
  const list = await get(side, `/cases?scope=all&unclaimed=1&limit=${wanted}`)
  const ids = [...new Set([...list.matchAll(/\/cases\/(cas_\d+)/g)].map((match) => match[1]!))]
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
