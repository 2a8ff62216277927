import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { freshDatabase } from '#test/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'koe-kill-'))
const outDir = join(resolve('node_modules/.cache'), folder.split('/').at(-1)!) // inside the project, so that its packages are found

let worker = ''

/** Builds the worker, a file of this folder, for the tests of this file. */
export function buildWorker(name: string) {
  worker = join(outDir, `${name}.mjs`)
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: resolve(`test/slow/${name}.ts`),
        outDir,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
    })
  })
  afterAll(() => [folder, outDir].forEach((path) => rmSync(path, { recursive: true, force: true })))
}

export const newDatabase = {
  sqlite: async () => `file:${join(folder, `${Math.random().toString(36).slice(2)}.db`)}`,
  postgres: () => freshDatabase('postgres'),
}

export function start(DATABASE_URL: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [worker, ...args], {
    env: { ...process.env, DATABASE_URL, LOG_LEVEL: 'silent', KOE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export const gone = (child: ChildProcess) =>
  new Promise<void>((done) =>
    child.exitCode !== null || child.signalCode !== null ? done() : child.once('exit', () => done()),
  )

/** What it printed, once it has ended well. */
export async function ended(child: ChildProcess): Promise<string> {
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk) => (out += String(chunk)))
  child.stderr!.on('data', (chunk) => (err += String(chunk)))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Error(`the worker ended with ${String(code)}: ${err.slice(-2000)}`)
  return out.trim().split('\n').at(-1)!
}

export async function until(so: () => boolean, worker: ChildProcess, most = 60_000) {
  let err = ''
  worker.stderr!.on('data', (chunk) => (err += String(chunk)))
  const end = Date.now() + most
  while (!so()) {
    if (worker.exitCode !== null) throw new Error(`the worker ended before it was killed: ${err.slice(-2000)}`)
    if (Date.now() > end) throw new Error(`the worker did not send its share in ${most / 1000} s: ${err.slice(-2000)}`)
    await new Promise((done) => setTimeout(done, 2))
  }
}
