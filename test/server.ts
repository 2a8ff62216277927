import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a start is given, on top of a clean environment, an empty data folder and a free port. */
export type ServerEnv = Record<string, string>

export type Server = Awaited<ReturnType<typeof startServer>>

/** Nothing else of this process's environment reaches the server. */
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
) as ServerEnv

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const children = new Set<ChildProcess>()
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL'))) // none outlives the tests

/** Runs the launcher as `npm start` does, without waiting for anything. */
export async function launch(env: ServerEnv = {}) {
  const port = env.PORT ?? String(await freePort())
  const ownFolder = env.KOE_DATA_DIR === undefined
  const dataDir = env.KOE_DATA_DIR ?? mkdtempSync(join(tmpdir(), 'koe-server-'))
  const child = spawn(process.execPath, ['app/server.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited,
      PORT: port,
      KOE_DATA_DIR: dataDir,
      KOE_DEMO: '0',
      LOG_LEVEL: 'error',
      ...env,
    } as ServerEnv as NodeJS.ProcessEnv,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const exited = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
    output,
  }))
  children.add(child)
  child.once('close', () => children.delete(child))
  return {
    url: `http://localhost:${port}`,
    port: Number(port),
    dataDir,
    pid: child.pid!,
    /** Everything it has printed so far. */
    output: () => output,
    /** Its code, or the signal that ended it, and all it printed. */
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Ends it as an operator would, and removes its folder. */
    async stop() {
      child.kill('SIGTERM')
      const end = await exited
      if (ownFolder) rmSync(dataDir, { recursive: true, force: true })
      return end
    },
  }
}

/** A started server that answers. @throws with its output when it ends instead */
export async function startServer(env: ServerEnv = {}) {
  const server = await launch(env)
  let ended = false
  void server.exited.then(() => (ended = true))
  for (;;) {
    if (ended) throw new Error(`The server did not start:\n${server.output()}`)
    const answer = await fetch(`${server.url}/readyz`).catch(() => null)
    if (answer?.ok) return server
    await sleep(50)
  }
}

/** The one-time address that a first start prints. */
export async function firstAdminLink(server: Server): Promise<string> {
  for (;;) {
    const link = /https?:\/\/\S+\/first-admin\S*/.exec(server.output())?.[0]
    if (link) return link
    await sleep(20)
  }
}
