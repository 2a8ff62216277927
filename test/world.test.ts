import { count } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { engine } from '#db/engine.ts'
import { contacts } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/platform.ts'
import { world, type World } from '#test/world.ts'

let before: World
const rows = async (w: World) => (await w.store.db.select({ n: count() }).from(contacts))[0]!.n

it('a world has its own database, on the engine of the project', async () => {
  const [one, other] = await Promise.all([world(), world()])
  await one.contact({ accountId: (await one.account()).id })
  expect([one.store.engine, await rows(one), await rows(other)]).toEqual([engine, 1, 0])
  before = one
})

it('what a test has opened is emptied or closed after it', async () => {
  expect([0, 'closed']).toContain(await rows(before).catch(() => 'closed'))
})

it('the clock of a world moves only when told', async () => {
  const w = await world({ at: 1000 })
  w.clock.advance(500)
  expect(w.ctx().now()).toBe(1500)
})

it('a bare world has no rows', async () => {
  const w = await world({ bare: true })
  expect(await w.store.db.select().from(organisation)).toEqual([])
})
