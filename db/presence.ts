import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type pg from 'pg'
import { PlainError } from '#app/platform/errors.ts'
import { connectPostgres } from '#db/backup/source.ts'
import { engineOf } from '#db/engine.ts'
import { fileOf } from '#db/store/open.ts'

/*
 * Who works on a database: any number of servers, or one restore. On PostgreSQL a lock that servers share says so; a
 * SQLite file is held open by its server, and a restore leaves a mark beside it for servers that are started meanwhile.
 */

/** Any number will do, as long as every Koe uses the same. */
const presenceLock = 5_340_212

export interface Presence {
  /** Call it once the store is open. @throws PlainError when a restore came in between */
  confirm(): void
  leave(): Promise<void>
}

const underWay = (detail = '') =>
  new PlainError(`A backup is being restored into this database${detail}. Start again when it is done.`)

/**
 * Says that a server works on a database, from before it migrates until it ends.
 * @throws PlainError while a restore is under way
 */
export async function attend(url: string): Promise<Presence> {
  if (engineOf(url) === 'postgres') return attendPostgres(url)
  const file = fileOf(url)
  refuseMark(file)
  const before = existsSync(file) ? statSync(file).ino : null
  return {
    confirm() {
      refuseMark(file)
      if (before !== null && statSync(file).ino !== before) throw underWay()
    },
    leave: async () => {},
  }
}

async function attendPostgres(url: string): Promise<Presence> {
  let left = false
  let client: pg.Client
  let timer: NodeJS.Timeout | undefined
  async function join() {
    client = await connectPostgres(url)
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock_shared($1) ok', [presenceLock])
    if (!rows[0]!.ok) {
      await client.end()
      throw underWay()
    }
    client.once('end', () => left || again())
  }
  /** The connection was lost, and the lock with it. */
  function again() {
    timer = setTimeout(() => void join().catch(() => left || again()), 2_000)
    timer.unref()
  }
  await join()
  return {
    confirm() {},
    async leave() {
      left = true
      clearTimeout(timer)
      await client.end().catch(() => {})
    },
  }
}

/**
 * Runs a restore while no server works on the database, and keeps servers from starting meanwhile.
 * @throws PlainError when a server runs, or another restore
 */
export async function alone<T>(url: string, fn: () => Promise<T>): Promise<T> {
  if (engineOf(url) === 'postgres') {
    const client = await connectPostgres(url)
    try {
      const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) ok', [presenceLock])
      if (!rows[0]!.ok) throw new PlainError('Koe is running on this database. Stop it, then restore.')
      return await fn()
    } finally {
      await client.end().catch(() => {})
    }
  }
  const mark = markOf(fileOf(url))
  leaveMark(mark)
  try {
    return await fn()
  } finally {
    rmSync(mark, { force: true })
  }
}

const markOf = (file: string) => `${file}-restore`
const mine = () => JSON.stringify({ pid: process.pid, host: hostname() })

function leaveMark(mark: string) {
  try {
    writeFileSync(mark, mine(), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new PlainError(`No permission to write beside the database (${mark}).`)
    if (holderOf(mark)) throw new PlainError('Another restore into this database is under way.')
    writeFileSync(mark, mine())
  }
}

/** A mark of a restore that was killed means nothing: the database is either the old one or the new one, whole. */
function refuseMark(file: string) {
  const mark = markOf(file)
  const holder = holderOf(mark)
  if (holder) throw underWay(` (${holder}; if that is long over, delete ${mark})`)
  rmSync(mark, { force: true })
}

/** Who is restoring, as far as this host can tell; null when nobody is. */
function holderOf(mark: string): string | null {
  let text: string
  try {
    text = readFileSync(mark, 'utf8')
  } catch {
    return null
  }
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string }
    if (host !== hostname()) return `on ${host}`
    if (pid === process.pid) return null // a container gives its one process the same number each time
    process.kill(pid, 0)
    return `process ${pid}`
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'another process' : null
  }
}
