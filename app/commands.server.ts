import { getPriority, setPriority } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { system } from '#app/audit/actor.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { settleRestore } from '#app/loop/settle-restore.server.ts'
import { backUp } from '#app/platform/back-up.server.ts'
import { env } from '#app/platform/env.server.ts'
import { runDemo } from '#app/run-demo.server.ts'
import { PlainError } from '#app/platform/errors.ts'
import { findKeyring, loadKeyring, makeKeyring, secretFile } from '#app/platform/keyring.server.ts'
import { backupFolder, dropOldBackups } from '#app/platform/list-backups.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { version } from '#app/platform/version.server.ts'
import { restoreArchive } from '#db/backup/restore-archive.ts'
import { engine } from '#db/engine.ts'
import { openStore } from '#db/store/open.ts'
import { nested, type Db, type Store } from '#db/store/store.ts'

/* What is run from the console, by `app/command.js`. Paths are meant from the folder `from`. */

type Say = (line: string) => void

const number = (n: number) => n.toLocaleString('en')
const when = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const size = (bytes: number) =>
  bytes < 1e6 ? `${number(Math.ceil(bytes / 1e3))} KB` : `${number(Math.round(bytes / 1e6))} MB`

function read<T>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('. ')[0]}. ${usage}`)
  }
}

/** `npm run backup -- --to <folder>`; `--daily` is the schedule's, which also drops old ones. */
async function backup(args: string[], from: string, say: Say): Promise<void> {
  const { values } = read(
    () => parseArgs({ args, options: { to: { type: 'string' }, daily: { type: 'boolean' } } }),
    'Use: npm run backup -- --to <folder>',
  )
  if (getPriority() === 0) setPriority(10) // answers come first
  const to = values.to === undefined ? backupFolder() : resolve(from, values.to)
  const keys = findKeyring(env) ?? loadKeyring(env)
  const made = await backUp(keys, { to, note: values.daily ? 'daily' : undefined })
  const store = openStore(env.DATABASE_URL)
  try {
    const ctx = { store, keys, actor: system('backup'), now: Date.now }
    await store.write((tx) =>
      recordEvent(
        { ...ctx, tx },
        {
          type: 'platform.backed_up',
          subject: { kind: 'backup', id: newId('bkp') },
          data: { rows: made.total, bytes: made.bytes },
        },
      ),
    )
  } finally {
    await store.close()
  }
  if (values.daily) dropOldBackups(env.KOE_BACKUPS, to)
  say(
    [
      `Backup written and read back: ${made.file}`,
      `${size(made.bytes)}, ${number(made.total)} rows of ${Object.keys(made.rows).length} tables: everything in the database, files and logos included.`,
      env.KOE_SECRET?.length
        ? "Not in it: KOE_SECRET and your other settings. Keep them apart from it; without that secret it can't be restored."
        : `Not in it: the secret in ${resolve(secretFile(env))} and your other settings. Keep a copy apart from it; without that secret it can't be restored.`,
      'It holds personal data: keep it where only you can read it.',
    ].join('\n'),
  )
}

/** `npm run restore -- <file> --replace` */
async function restore(args: string[], from: string, say: Say): Promise<void> {
  const usage = 'Use: npm run restore -- <file>, with --replace to replace what is there'
  const { values, positionals } = read(
    () => parseArgs({ args, options: { replace: { type: 'boolean' } }, allowPositionals: true }),
    usage,
  )
  if (positionals.length !== 1) throw new PlainError(usage)
  const keys = findKeyring(env) ?? makeKeyring([])
  const { checked } = await restoreArchive(env.DATABASE_URL, resolve(from, positionals[0]!), {
    keys,
    version: version(),
    to: backupFolder(),
    now: Date.now(),
    replace: values.replace ?? false,
    say,
    settle: (tx, { header }) =>
      settleRestore(
        { store: inside(tx), tx, keys, actor: system('restore'), now: Date.now },
        { madeAt: header.madeAt, version: header.version },
      ),
  })
  say(
    [
      `Restored: ${number(checked.total)} rows, as of ${when(checked.header.madeAt)}.`,
      'Mail is held and nobody is signed in. Start Koe, sign in as an admin, and look at what would go out:',
      `${env.PUBLIC_URL}/settings/held-mail`,
    ].join('\n'),
  )
}

/** A store of one open transaction. */
const inside = (tx: Db): Store => ({
  engine,
  db: tx,
  write: () => Promise.reject(nested()),
  alone: (fn) => fn(),
  ping: async () => {},
  close: async () => {},
})

export const commands = { backup, restore, demo: runDemo }
