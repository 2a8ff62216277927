import { beforeEach, expect, it } from 'vitest'
import { preferences } from '#db/schema/delivery.ts'
import { customerOf } from '#test/answering/browse.ts'
import { invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
  customer = customerOf(w)
})
const wishes = async () =>
  (await w.store.db.select().from(preferences)).map((row) => [row.contactId, row.scope, row.choice, row.source])

it('opening the link changes nothing', async () => {
  expect(await customer.unsubscribe(one.invitation)).toMatchObject({
    status: 200,
    html: expect.stringContaining('Stop sending'),
  })
  expect(await wishes()).toEqual([])
})

it('a mail program’s one click stops all surveys, and a second one changes nothing', async () => {
  for (let i = 0; i < 2; i++)
    expect((await customer.unsubscribe(one.invitation, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect(await wishes()).toEqual([[one.contact.id, 'all', 'off', 'one_click']])
})

it('this survey only, and back again', async () => {
  const done = await customer.unsubscribe(one.invitation, { scope: 'program', lang: 'ja' })
  expect(done.html).toContain('<html lang="ja">')
  expect(await wishes()).toEqual([[one.contact.id, `program:${one.program.id}`, 'off', 'unsubscribe']])
  expect((await customer.unsubscribe(one.invitation)).html).toContain('You have stopped this before.')
  expect((await customer.unsubscribe(one.invitation, { undo: 'program' })).html).toContain('Undone.')
  expect(await wishes()).toEqual([])
})

it('works with the link of any mail, also an old one, and with no other', async () => {
  expect((await customer.unsubscribe({ ...one.invitation, gen: 7 }, { scope: 'all' })).status).toBe(200)
  expect((await customer.unsubscribe({ id: 'inv_nobody', gen: 1 }, { scope: 'all' })).status).toBe(404)
  expect(await wishes()).toHaveLength(1)
})
