import { engineOf } from '#db/engine.ts'
import { openPostgres } from '#db/store/postgres.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'

/** Opens the database that a URL names. Its tables must be migrated (`db/migrate.ts`) first. */
export function openStore(url: string): Store {
  return engineOf(url) === 'postgres' ? openPostgres(url) : openSqlite(fileOf(url))
}

/** The path in `file:./data/koe.db`. */
export const fileOf = (url: string) => url.replace(/^file:(\/\/)?/, '')
