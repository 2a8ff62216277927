import { inArray, sql, type SQLWrapper } from 'drizzle-orm'
import { engine } from '#db/engine.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

type Table = Parameters<ReturnType<Db['select']>['from']>[0]

/**
 * Waits until no other transaction works on a row, and keeps it until this one ends. Read the row afterwards:
 * what was read before may be old. SQLite has one writer, so there it does nothing.
 *
 * @example
 * const lockInvitation = rowLock(invitations, invitations.id)
 * await lockInvitation(tx, id)
 */
export function rowLock(table: Table, id: SQLWrapper): (tx: Db, id: string) => Promise<void> {
  if (engine === 'sqlite') return () => Promise.resolve()
  const lock = statement((db) =>
    db
      .select({ one: sql<number>`1` })
      .from(table)
      .where(sql`${id} = ${sql.placeholder('id')} for update`),
  )
  return async (tx, value) => void (await lock(tx, { id: value }))
}

/**
 * Lets one transaction at a time do the work of a name; the others wait for its end. SQLite has one writer, so there
 * it does nothing.
 *
 * @example
 * const oneFold = nameLock('insights.scores')
 * await oneFold(tx)
 */
export function nameLock(name: string): (tx: Db) => Promise<void> {
  if (engine === 'sqlite') return () => Promise.resolve()
  const lock = statement((db) => db.select({ one: sql<number>`1` }).from(sql`pg_advisory_xact_lock(hashtext(${name}))`))
  return async (tx) => void (await lock(tx))
}

/**
 * The same for many rows, in the order of their ids, so that two transactions never wait for each other. Rows that
 * point at them can still be added.
 */
export function rowsLock(table: Table, id: SQLWrapper): (tx: Db, ids: string[]) => Promise<void> {
  if (engine === 'sqlite') return () => Promise.resolve()
  return async (tx, ids) => {
    if (ids.length)
      await tx
        .select({ one: sql<number>`1` })
        .from(table)
        .where(sql`${inArray(id, ids)} order by ${id} for no key update`)
  }
}
