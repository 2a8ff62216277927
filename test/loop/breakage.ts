import Database from 'better-sqlite3'
import pg from 'pg'
import { engine } from '#db/engine.ts'
import { fileOf } from '#db/store/open.ts'
import type { World } from '#test/world.ts'

/** Makes a table refuse one kind of statement, as a fault in the room that owns it would. @returns what mends it */
export async function breakTable(
  w: World,
  table: string,
  operation: 'insert' | 'update' | 'delete',
): Promise<() => Promise<void>> {
  const name = `broken_${table}`
  if (engine === 'postgres') {
    await run(
      w,
      `create or replace function koe_break() returns trigger language plpgsql as $$ begin raise exception 'broken for the test'; end $$`,
    )
    await run(w, `create trigger ${name} before ${operation} on ${table} for each row execute function koe_break()`)
    return () => run(w, `drop trigger ${name} on ${table}`)
  }
  await run(
    w,
    `create trigger ${name} before ${operation} on ${table} begin select raise(abort, 'broken for the test'); end`,
  )
  return () => run(w, `drop trigger ${name}`)
}

async function run(w: World, statement: string) {
  if (engine === 'sqlite') {
    const file = new Database(fileOf(w.url))
    file.exec(statement)
    file.close()
    return
  }
  const client = new pg.Client(w.url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
