import { engineOf } from '#db/engine.ts'
import { openPostgres } from '#db/store/postgres.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import type { Turns } from '#db/store/turns.ts'

/**
 * Opens the database that a URL names. Its tables must be migrated (`db/migrate.ts`) first. `turns` are for the second
 * store of a process, which otherwise would stand in the first one's way.
 */
export function openStore(url: string, turns?: Turns): Store {
  return engineOf(url) === 'postgres' ? openPostgres(url) : openSqlite(fileOf(url), turns && { turns, maxHoldMs: 10 })
}

/** The path in `file:./data/koe.db`. */
export const fileOf = (url: string) => url.replace(/^file:(\/\/)?/, '')
