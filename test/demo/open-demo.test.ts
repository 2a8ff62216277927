import { expect, it } from 'vitest'
import { getTableName } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { createFirstAdmin } from '#app/access/create-first-admin.server.ts'
import { loadDemo } from '#app/demo/load-demo.server.ts'
import { demoPassword, demoSignIn } from '#app/demo/demo-password.server.ts'
import { beginDemo, getDemo } from '#app/demo/demo-state.server.ts'
import { openDemo, type Opened } from '#app/demo/open-demo.server.ts'
import { removeDemo } from '#app/demo/remove-demo.server.ts'
import { mayLeave } from '#app/email/address.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { emptyTables, everyTable, isEmpty } from '#db/every-table.ts'
import { engine } from '#db/engine.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { anchor, trade } from '#test/demo/make.ts'
import { world, type World } from '#test/world.ts'

const open = (w: World, over: Partial<Parameters<typeof openDemo>[1]> = {}) =>
  openDemo(w.system(), { anchor, scale: 0.02, trade, ...over })

function begun(opened: Opened) {
  if (opened.kind !== 'begun') throw new Error(opened.kind)
  return opened.run
}

it('a new database gets the demo once, and its admin signs in with the password of this install', async () => {
  const w = await world({ bare: true })
  await begun(await open(w))()
  expect((await getDemo(w.system())).state).toBe('loaded')
  expect((await open(w)).kind).toBe('loaded')
  const known = await demoSignIn(w.system())
  expect(known).toEqual({ email: 'admin@kumoi.example', password: demoPassword(w.keys) })
  expect(demoPassword(makeKeyring(['another secret, as long as it has to be here']))).not.toBe(known!.password)
}, 600_000)

it('a database in which anything was ever written is left alone', async () => {
  const w = await world({ bare: true })
  await w.user({})
  expect((await open(w)).kind).toBe('not_empty')
  expect(await w.store.db.select().from(accounts)).toEqual([])
})

it('a load that was killed half-way is taken away and begun anew by the next start', async () => {
  const w = await world({ bare: true })
  const gone = 'elsewhere/1/w_1'
  expect(await beginDemo(w.system(), { scale: 0.02, by: gone })).toBe('begun')
  let calls = 0
  const options = { anchor, scale: 0.02, password: 'demo-half-way-1', trade, stopping: () => ++calls > 3 }
  await expect(loadDemo(w.system(), options)).rejects.toMatchObject({ name: 'DemoStopped' })
  expect((await w.store.db.select().from(contacts)).length).toBeGreaterThan(0)
  // Another host's process can't be asked whether it lives: it is given an hour.
  expect(await beginDemo(w.system(), { scale: 0.02, by: 'here/1/w_2' })).toBe('elsewhere')
  w.clock.advance(2 * 3_600_000)
  await begun(await open(w))()
  expect(await w.store.db.select().from(contacts)).toHaveLength(22)
  expect((await getDemo(w.system())).state).toBe('loaded')
}, 600_000)

it('taken away, nothing of it is left, it does not come back, and the link makes the first admin', async () => {
  const w = await world({ bare: true })
  await begun(await open(w))()
  const [lead] = await w.store.db.select().from(users)
  const viewer = { kind: 'user', id: lead!.id, roles: ['viewer'], teamId: null, name: '' } as const
  expect(() => removeDemo(w.ctx({ ...viewer, roles: ['viewer'] }))).toThrow()
  const link = await removeDemo(w.system())
  for (const table of everyTable) {
    const rows = await w.store.db.select().from(table)
    expect([getTableName(table), rows.length]).toEqual([
      getTableName(table),
      ['events', 'user_tokens'].includes(getTableName(table)) ? 1 : 0,
    ])
  }
  expect((await open(w)).kind).toBe('not_empty')
  await expect(removeDemo(w.system())).rejects.toMatchObject({ code: 'no_demo' })
  await createFirstAdmin(w.anonymous(), {
    token: new URL(link, 'http://koe').searchParams.get('token')!,
    organisation: 'Real Inc.',
    name: 'Rin',
    email: 'rin@koe.test',
    password: 'a long and good passphrase',
    locale: 'ja',
    zone: 'Asia/Tokyo',
  })
  expect(await w.store.db.select().from(users)).toHaveLength(1)
}, 600_000)

it('a portal that was never a demo can’t be emptied', async () => {
  const w = await world()
  await expect(removeDemo(w.ctx())).rejects.toMatchObject({ code: 'no_demo' })
  expect(await w.store.db.select().from(users)).toHaveLength(1)
})

it('every table of the database is known, in an order in which all can be emptied', async () => {
  const w = await world()
  await w.contact({ accountId: (await w.account({ ownerId: w.admin.id! })).id })
  expect(await isEmpty(w.store.db)).toBe(false)
  await w.store.write(emptyTables)
  expect(await isEmpty(w.store.db)).toBe(true)
  const source =
    engine === 'postgres'
      ? sql`(select table_name as name from information_schema.tables where table_schema = 'public') as t`
      : sql`(select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\') as t`
  const stored = await w.store.db.select({ name: sql<string>`name` }).from(source)
  expect(everyTable.map(getTableName).sort()).toEqual(stored.map(({ name }) => name).sort())
})

it('mail to .example stays on this machine, whatever may leave', () => {
  expect(mayLeave('sato@aoba-works.example', ['*'])).toBe(false)
  expect(mayLeave('sato@aoba.example', ['aoba.example'])).toBe(false)
  expect(mayLeave('sato@example.com', ['*'])).toBe(true)
})
