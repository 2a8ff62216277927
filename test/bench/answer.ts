import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { makeAnswerWorld, get, post } from './answer-world.ts'
import { median, percentile, rounded, type Bench } from './bench.ts'
import { fetchOnce, load } from './load.ts'
import { freePort, startServer } from '#test/server.ts'

const rounds = 5
/** Answers of one round on each side. */
const answers = 4_000
const warmUp = 1_500
const pages = 4_000
const connections = 50

/**
 * Answers and pages of the real, built server on SQLite, each against its yardstick in the same run: posts against a
 * bare server with one durable INSERT, pages against an empty Remix resource route behind the same listener.
 */
export default async function answer({ folder, say }: Bench): Promise<Record<string, number>> {
  const people = warmUp + rounds * answers
  say(`${people} people with an invitation …`)
  const made = await makeAnswerWorld(people)
  await made.close()
  const posts = await measurePosts(folder, say, made)
  const page = await measurePages(folder, say, made)
  return { ...posts, ...page }
}

type Made = Awaited<ReturnType<typeof makeAnswerWorld>>

async function measurePosts(folder: string, say: Bench['say'], made: Made) {
  const app = await startServer({ KOE_DATA_DIR: folder })
  const barePort = await freePort()
  const bare = await start('test/bench/bare-server.js', [String(barePort), join(folder, 'bare.db')])
  const bareForm =
    'score=9&comment=Support+answers+within+the+hour&nonce=mi9x3k2a.AAAAAAAAAAAA..BBBBBBBBBBBBBBBBBBBBBB&lang=en'
  const barePosts = (n: number) => Array.from({ length: n }, (_, i) => post(`/s/inv_${i}`, bareForm, barePort))
  const appPosts = (from: number, n: number) => Array.from({ length: n }, (_, i) => made.answer(from + i, app.port))
  const options = { connections, expected: 303 }
  const ratios: number[] = []
  const rates: number[] = []
  const p99: number[] = []
  try {
    await load(barePort, barePosts(warmUp), options)
    await load(app.port, appPosts(0, warmUp), options)
    for (let round = 0; round < rounds; round++) {
      const yardstick = await load(barePort, barePosts(answers), options)
      const measured = await load(app.port, appPosts(warmUp + round * answers, answers), options)
      ratios.push(measured.perSecond / yardstick.perSecond)
      rates.push(measured.perSecond)
      p99.push(percentile(measured.ms, 99))
      say(
        `answers: ${Math.round(measured.perSecond)} a second (bare ${Math.round(yardstick.perSecond)}), p99 ${p99.at(-1)!.toFixed(1)} ms`,
      )
    }
  } finally {
    await end(bare)
    await app.stop()
  }
  return {
    post_ratio: rounded(median(ratios)),
    p99_ms: rounded(median(p99), 1),
    answers_per_second: Math.round(median(rates)),
  }
}

async function measurePages(folder: string, say: Bench['say'], made: Made) {
  const port = await freePort()
  const server = await start('test/bench/served-build.js', [String(port)], { PORT: String(port), KOE_DATA_DIR: folder })
  const empties = Array.from({ length: pages }, () => get('/bench-empty', port))
  const views = Array.from({ length: pages }, (_, i) => made.open(i, port))
  const options = { connections, expected: 200 }
  const ratios: number[] = []
  const rates: number[] = []
  let bytes: number
  try {
    bytes = await firstView(port, made.open(0, port))
    await load(port, empties.slice(0, warmUp), options)
    await load(port, views.slice(0, warmUp), options)
    for (let round = 0; round < rounds; round++) {
      const yardstick = await load(port, empties, options)
      const measured = await load(port, views, options)
      ratios.push(measured.perSecond / yardstick.perSecond)
      rates.push(measured.perSecond)
      say(`pages: ${Math.round(measured.perSecond)} a second (empty route ${Math.round(yardstick.perSecond)})`)
    }
  } finally {
    await end(server)
  }
  return { page_ratio: rounded(median(ratios)), pages_per_second: Math.round(median(rates)), first_view_bytes: bytes }
}

/** Headers and bodies of the page and of everything that it loads. */
async function firstView(port: number, request: string): Promise<number> {
  const page = await fetchOnce(port, request)
  if (page.status !== 200) throw new Error(`the page came with ${page.status}`)
  let bytes = page.bytes
  for (const [, path] of page.text.matchAll(/<(?:img|script|link)[^>]*(?:src|href)="(\/[^"]+)"/g)) {
    const part = await fetchOnce(port, get(path!, port))
    if (part.status !== 200) throw new Error(`${path} came with ${part.status}`)
    bytes += part.bytes
  }
  return bytes
}

async function start(script: string, args: string[], over: Record<string, string> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production', ...over },
  })
  process.once('exit', () => child.kill('SIGKILL'))
  for await (const text of child.stdout) if (String(text).includes('ready')) return child
  throw new Error(`${script} did not start`)
}

async function end(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
