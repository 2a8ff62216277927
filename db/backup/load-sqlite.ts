import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { PlainError } from '#app/platform/errors.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import type { Value } from '#db/backup/archive.ts'
import { readArchive, type Checked } from '#db/backup/read-archive.ts'
import { quoted } from '#db/backup/source.ts'
import { settle as settleFolder } from '#db/backup/write-archive.ts'
import { migrationsOf, type ColumnKind, type TableShape } from '#db/migrations.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Db } from '#db/store/store.ts'

export interface Load {
  archive: string
  keys: Keyring
  /** What checking it found. */
  checked: Checked
  /** What is done to the new database before anybody sees it. */
  settle: (tx: Db) => Promise<void>
}

/**
 * Makes a new file of an archive beside the database, and puts it into its place in one step: whoever is killed leaves
 * the old one or the new one.
 */
export async function loadSqlite(file: string, load: Load): Promise<void> {
  const target = resolve(file)
  const folder = dirname(target)
  sweep(target)
  const free = statfsSync(folder)
  if (free.bavail * free.bsize < load.checked.inflated * 1.5)
    throw new PlainError(`The disk of ${folder} has too little room: the restored database needs about ${Math.ceil((load.checked.inflated * 1.5) / 1e6)} MB.`) // prettier-ignore
  const made = `${target}-restoring-${process.pid}`
  try {
    await fill(made, load)
    const store = openSqlite(made)
    try {
      await store.write(load.settle)
    } finally {
      await store.close() // its log is folded in and gone
    }
    verify(made)
    putInPlace(made, target)
    settleFolder(folder)
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(made + end, { force: true })
  }
}

/** What restores that were killed have left. */
function sweep(target: string) {
  const start = `${basename(target)}-restoring-`
  for (const name of readdirSync(dirname(target)))
    if (name.startsWith(start)) rmSync(join(dirname(target), name), { force: true })
}

async function fill(made: string, { archive, keys, checked }: Load) {
  const connection = new Database(made)
  try {
    // Nobody knows of this file yet, so nothing of it has to survive until it is whole.
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    connection.pragma('foreign_keys = OFF')
    const all = migrationsOf('sqlite')
    const level = all.findIndex(({ tag }) => tag === checked.header.migration)
    connection.exec('create table __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)')
    const migrate = (from: number, to: number) => {
      for (const { statements, hash, when } of all.slice(from, to)) {
        for (const statement of statements) connection.exec(statement)
        connection.pragma('foreign_keys = OFF') // a migration that makes a table anew ends with turning them on
        connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, when)
      }
    }
    migrate(0, level + 1)
    connection.exec('begin')
    const inserts = new Map<string, Database.Statement>()
    for (const { name } of checked.header.tables) connection.exec(`delete from ${quoted(name)}`) // a migration may have put rows in
    const parts = readArchive(archive, keys)
    for (;;) {
      const next = await parts.next()
      if (next.done) {
        if (next.value.seal !== checked.seal)
          throw new PlainError('The backup was changed while it was being restored.')
        break
      }
      if (next.value.kind !== 'rows') continue
      const { table, rows } = next.value
      let insert = inserts.get(table.name)
      if (!insert) inserts.set(table.name, (insert = connection.prepare(insertInto(table))))
      for (const row of rows) insert.run(row.map((value, i) => toSqlite(value, table.columns[i]![1])))
      await nextTurn()
    }
    connection.exec('commit')
    migrate(level + 1, all.length)
  } finally {
    connection.close()
  }
}

const insertInto = ({ name, columns }: TableShape) =>
  `insert into ${quoted(name)} (${columns.map(([column]) => quoted(column)).join()}) values (${columns.map(() => '?').join()})`

function toSqlite(value: Value, kind: ColumnKind) {
  if (value === null) return null
  if (kind === 'bool') return value ? 1 : 0
  if (kind === 'bytes') return Buffer.from(value as string, 'base64')
  return value
}

function verify(made: string) {
  const connection = new Database(made)
  try {
    const found = connection.pragma('integrity_check', { simple: true })
    const orphans = connection.pragma('foreign_key_check') as unknown[]
    if (found !== 'ok' || orphans.length)
      throw new PlainError(`The backup does not make a sound database (${orphans.length} rows point to nothing). The old one stays.`) // prettier-ignore
  } finally {
    connection.close()
  }
  const fd = openSync(made, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function putInPlace(made: string, target: string) {
  if (!existsSync(target)) {
    try {
      linkSync(made, target) // unlike a rename it never replaces what a server has just made there
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new PlainError('A database was made there meanwhile. It stays as it is; nothing was restored.')
      renameSync(made, target) // a disk without links
      return
    }
  }
  const held = lockOut(target)
  try {
    renameSync(made, target)
  } finally {
    held.close()
  }
}

/**
 * Holds a database for itself, with its log folded into it: the log of an old file must never meet a new one.
 * @throws PlainError when somebody works on it, or it can't be read
 */
export function lockOut(file: string): Database.Database {
  let connection: Database.Database | undefined
  try {
    connection = new Database(file, { fileMustExist: true })
    connection.pragma('busy_timeout = 500')
    connection.pragma('locking_mode = EXCLUSIVE')
    if (connection.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw busy()
    connection.exec('begin exclusive; commit')
    return connection
  } catch (error) {
    connection?.close()
    const code = (error as { code?: string }).code ?? ''
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) throw busy()
    if (error instanceof PlainError) throw error
    throw new PlainError(`The database ${file} can't be read (${(error as Error).message}), so it can't be kept. Move it away, then restore.`) // prettier-ignore
  }
}

const busy = () => new PlainError('Koe is running on this database. Stop it, then restore.')
