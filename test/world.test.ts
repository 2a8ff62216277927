import { count } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { engine } from '#db/engine.ts'
import { contacts } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/platform.ts'
import { world } from '#test/world.ts'

it('a world has its own database, on the engine of the project', async () => {
  const [one, other] = await Promise.all([world(), world()])
  await one.contact({ accountId: (await one.account()).id })
  const rows = async (w: typeof one) => (await w.store.db.select({ n: count() }).from(contacts))[0]!.n
  expect([one.store.engine, await rows(one), await rows(other)]).toEqual([engine, 1, 0])
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
