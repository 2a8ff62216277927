import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { median, percentile, rounded } from '#test/bench/bench.ts'
import { load } from '#test/bench/load.ts'
import { startServer, type Server } from '#test/server.ts'

/** A filled folder, the real, built server on it, and who is signed in there. */
export interface Side {
  server: Server
  cookies: string[]
}

const order = ['large', 'small'] as const
export type Sides = Record<(typeof order)[number], Side>

const key = 'benchmark-secret-of-more-than-32-characters'

/**
 * A server without a worker: what it would index is not what is measured.
 * @param fill gives back the secrets of the sessions that it began
 */
export async function openSide(folder: string, fill: (file: string, key: string) => Promise<string[]>): Promise<Side> {
  mkdirSync(folder, { recursive: true })
  const secrets = await fill(join(folder, 'koe.db'), key)
  const server = await startServer({
    KOE_DATA_DIR: folder,
    KOE_SECRET: key,
    KOE_PROCESS: 'web',
    NODE_ENV: 'production',
  })
  return { server, cookies: secrets.map((secret) => `koe_session=${secret}`) }
}

export async function closeSides(sides: Sides) {
  for (const side of order) await sides[side].server.stop()
}

/** An address as the first one signed in sees it. @throws when it isn't there */
export async function get({ server, cookies }: Side, path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { cookie: cookies[0]! }, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} came with ${answer.status}: ${text.slice(0, 500)}`)
  return text
}

export interface MeasuredPage {
  name: string
  /** The addresses that are asked for in turn. */
  paths: Record<keyof Sides, string[]>
}

const rounds = 5

/**
 * One request at a time, a page's requests to one server and then to the other (at every request in turn, both would find
 * the processor's caches full of the other's, which no server of one's own does), the other one first in the next of five
 * rounds. The figures are medians of the rounds' 95th percentiles in milliseconds. `growth` is the ratio of the two, or 1
 * where the larger one takes at most 5 ms more.
 * @param calls requests of one page in one round
 */
export async function measure(sides: Sides, pages: MeasuredPage[], calls: number, say: (line: string) => void) {
  const taken = new Map(pages.map(({ name }) => [name, { large: [] as number[], small: [] as number[] }]))
  for (let round = 0; round <= rounds; round++)
    for (const { name, paths } of pages)
      for (const side of round % 2 ? order.toReversed() : order) {
        const ms = await ask(sides[side], paths[side], calls)
        if (round === 0) continue // the first one warms up
        taken.get(name)![side].push(percentile(ms, 95))
        if (side === 'large') say(`${name}: ${ms.map((one) => one.toFixed(0)).join(' ')}`)
      }
  const figures: Record<string, number> = {}
  for (const [name, of] of taken) {
    const [large, little] = [median(of.large), median(of.small)]
    figures[`${name}_p95_ms`] = rounded(large, 1)
    figures[`${name}_small_p95_ms`] = rounded(little, 1)
    figures[`${name}_growth`] = rounded(large - little <= 5 ? Math.min(1, large / little) : large / little)
  }
  const worst = (what: string) => Math.max(...pages.map(({ name }) => figures[`${name}_${what}`]!))
  return { p95_ms: worst('p95_ms'), growth: worst('growth'), ...figures }
}

/** Milliseconds from asking for a page until its last byte, one request after the other on one connection. */
async function ask({ server, cookies }: Side, paths: string[], calls: number) {
  const requests = Array.from({ length: calls }, (_, i) => request(paths[i % paths.length]!, server.port, cookies[0]!))
  return (await load(server.port, requests, { connections: 1, expected: 200 })).ms
}

const request = (path: string, port: number, cookie: string) =>
  `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\naccept: text/html\r\naccept-encoding: gzip, deflate\r\n\r\n`
