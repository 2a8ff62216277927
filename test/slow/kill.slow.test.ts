import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { badProvider } from '#test/slow/provider.ts'

const sends = 2_000
const kills = 20
const outDir = resolve('node_modules/.cache/koe-slow') // inside the project, so that its packages are found
const folder = mkdtempSync(join(tmpdir(), 'koe-kill-'))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('test/slow/mail-worker.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'mail-worker.mjs' } },
    },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newDatabase = {
  sqlite: async () => `file:${join(folder, `${Math.random().toString(36).slice(2)}.db`)}`,
  postgres: () => freshDatabase('postgres'),
}

for (const engine of ['sqlite', 'postgres'] as const) {
  it.concurrent(
    `2,000 sends survive 20 kills on ${engine} with none lost and none sent twice; without idempotency keys they would not`,
    async ({ expect }) => {
      const run = await sendThroughKills(engine)
      expect({ kills: run.kills, inFlight: run.killedInFlight }).toEqual({ kills, inFlight: kills })
      expect(run.states).toEqual({ sent: sends })
      expect({ lost: run.lost, twice: run.twice }).toEqual({ lost: 0, twice: 0 })
      expect(Object.keys(run.fates)).toEqual(
        expect.arrayContaining([
          '429',
          '500',
          '500 after accepting',
          'cut before accepting',
          'reply lost',
          'silent',
          'replayed',
        ]),
      )
      expect(Object.keys(run.fates)).not.toContain('409 other body')

      const keyless = await sendThroughKills(engine, 'keyless')
      expect(keyless.lost).toBe(0)
      expect(keyless.twice).toBeGreaterThanOrEqual(5)
    },
  )
}

async function sendThroughKills(engine: 'sqlite' | 'postgres', ...mode: string[]) {
  const started = Date.now()
  const DATABASE_URL = await newDatabase[engine]()
  const provider = await badProvider()
  await ended(start(DATABASE_URL, 'seed', String(sends)))
  let killed = 0
  let killedInFlight = 0
  while (killed < kills) {
    const worker = start(DATABASE_URL, 'work', provider.url, ...mode)
    const before = provider.delivered.size
    // Each one sends its share and dies with requests under way.
    await until(() => provider.delivered.size >= Math.min(before + 60, sends - 100) && provider.inFlight() > 0, worker)
    if (provider.inFlight() > 0) killedInFlight++
    worker.kill('SIGKILL')
    await gone(worker)
    killed++
  }
  const states = JSON.parse(await ended(start(DATABASE_URL, 'work', provider.url, ...mode))) as Record<string, number>
  await provider.close()
  const times = [...provider.delivered.values()]
  const run = {
    kills: killed,
    killedInFlight,
    lost: sends - times.length,
    twice: times.filter((n) => n > 1).length,
    states,
    fates: provider.fates,
  }
  process.stdout.write(
    `${[engine, ...mode].join(' ')} ${JSON.stringify({ ...run, seconds: Math.round((Date.now() - started) / 1000) })}\n`,
  )
  return run
}

function start(DATABASE_URL: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(outDir, 'mail-worker.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL, LOG_LEVEL: 'silent', KOE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const gone = (child: ChildProcess) =>
  new Promise<void>((done) =>
    child.exitCode !== null || child.signalCode !== null ? done() : child.once('exit', () => done()),
  )

/** What it printed, once it has ended well. */
async function ended(child: ChildProcess): Promise<string> {
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk) => (out += String(chunk)))
  child.stderr!.on('data', (chunk) => (err += String(chunk)))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Error(`the worker ended with ${String(code)}: ${err.slice(-2000)}`)
  return out.trim().split('\n').at(-1)!
}

async function until(so: () => boolean, worker: ChildProcess, most = 60_000) {
  let err = ''
  worker.stderr!.on('data', (chunk) => (err += String(chunk)))
  const end = Date.now() + most
  while (!so()) {
    if (worker.exitCode !== null) throw new Error(`the worker ended before it was killed: ${err.slice(-2000)}`)
    if (Date.now() > end) throw new Error(`the worker did not send its share in ${most / 1000} s: ${err.slice(-2000)}`)
    await new Promise((done) => setTimeout(done, 2))
  }
}
