import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { responses } from '#db/schema/responses.ts'
import { invitations } from '#db/schema/delivery.ts'
import type { Db } from '#db/store/store.ts'
import { serve } from '#test/access/listener.ts'
import { chosenIn, commentOf, customerOf, fieldOf } from '#test/answering/browse.ts'
import { openedDoor } from '#test/answering/doors.ts'
import { invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})
const pragma = (tx: Db, text: string) => void (tx as unknown as BetterSQLite3Database).run(sql.raw(`pragma ${text}`))

/** No page more for the database, as on a disk that is full. @returns what makes room again */
async function fillDisk() {
  await w.store.write(async (tx) => pragma(tx, 'max_page_count = 1')) // never below what is there
  return () => w.store.write(async (tx) => pragma(tx, 'max_page_count = 1000000'))
}
/** Longer than what free pages there may still be. */
const long = `kept ${'と'.repeat(4_900)}`

it('an answer on a full disk is told with 503, keeps what was typed, and counts once there is room', async () => {
  const { invitation } = await invited(w)
  const customer = customerOf(w)
  const { html } = await customer.open(invitation)
  w.clock.advance(10_000)
  const fields = { score: '3', comment: long, nonce: fieldOf(html, 'nonce') }
  const makeRoom = await fillDisk()
  const reply = await customer.post(invitation, fields)
  expect([reply.status, commentOf(reply.html), chosenIn(reply.html)]).toEqual([503, long, '3'])
  expect(await w.store.db.select().from(responses)).toEqual([])
  await makeRoom()
  // The retry of a browser that never saw the reply, and then the button on the page it did see.
  expect((await customer.post(invitation, fields)).status).toBe(303)
  w.clock.advance(5_000)
  expect((await customer.post(invitation, { ...fields, nonce: fieldOf(reply.html, 'nonce') })).status).toBe(303)
  expect(await w.store.db.select().from(responses)).toMatchObject([{ score: 3, comment: long, state: 'counted' }])
})

it('so is one at a link for everybody, and no invitation stands without its answer', async () => {
  const { token } = await openedDoor(w)
  const served = await serve(w)
  const nonce = fieldOf(await (await served.fetch(`/s/${token}`)).text(), 'nonce')
  w.clock.advance(10_000)
  const post = () =>
    served.fetch(`/s/${token}`, { method: 'POST', body: new URLSearchParams({ score: '3', comment: long, nonce }) })
  const makeRoom = await fillDisk()
  const reply = await post()
  expect([reply.status, reply.headers.get('retry-after'), commentOf(await reply.text())]).toEqual([503, '10', long])
  expect(await w.store.db.select().from(invitations)).toEqual([])
  await makeRoom()
  expect((await post()).status).toBe(303)
  await served.close()
})
