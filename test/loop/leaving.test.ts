import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letContactReturn } from '#app/accounts/let-contact-go.server.ts'
import { leavingSchema } from '#app/accounts/leaving.ts'
import { letContactLeave } from '#app/loop/let-contact-leave.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { world, type World } from '#test/world.ts'

const form = (person: { updatedAt: number }, over: Record<string, unknown> = {}) =>
  leavingSchema.parse({ seenAt: person.updatedAt, on: '2026-03-01', ...over })
const person = async (w: World, id: string) => (await w.store.db.select().from(contacts).where(eq(contacts.id, id)))[0]!
const account = async (w: World, id: string) =>
  (await w.store.db.select().from(accounts).where(eq(accounts.id, id)))[0]!

test('Who leaves names a successor, who becomes the sponsor; taken back, all is as before', async () => {
  const w = await world()
  const acme = await w.account({ name: 'Acme' })
  const [old, young] = [await w.contact({ accountId: acme.id }), await w.contact({ accountId: acme.id })]
  await w.store.write(async (tx) => tx.update(accounts).set({ sponsorId: old.id }).where(eq(accounts.id, acme.id)))
  const gone = await letContactLeave(w.ctx(), old.id, form(old, { successor: young.id }))
  expect(gone).toMatchObject({ successorId: young.id, wasSponsor: true, stopped: 0 })
  expect(await person(w, old.id)).toMatchObject({
    state: 'left',
    leftOn: '2026-03-01',
    successorId: young.id,
    accountId: acme.id,
  })
  expect((await account(w, acme.id)).sponsorId).toBe(young.id)
  await expect(letContactLeave(w.ctx(), old.id, form(old))).rejects.toMatchObject({ code: 'contact_left_already' })
  await letContactReturn(w.ctx(), old.id, { sponsor: true })
  expect(await person(w, old.id)).toMatchObject({ state: 'active', leftOn: null, successorId: null })
  expect((await account(w, acme.id)).sponsorId).toBe(old.id)
  const types = (await w.store.db.select().from(events).where(eq(events.contactId, old.id))).map((row) => row.type)
  expect(types.sort()).toEqual(['contacts.left', 'contacts.returned'])
})

test('Who moves takes their address along, and a new person takes over at the old account', async () => {
  const w = await world()
  const [acme, bolt] = [await w.account({ name: 'Acme' }), await w.account({ name: 'Bolt' })]
  const old = await w.contact({ accountId: acme.id, department: 'IT' })
  const moved = { how: 'moved', to: 'Bolt', email: 'new@bolt.test', successor: 'new', successorName: 'Neo' }
  const gone = await letContactLeave(w.ctx(), old.id, form(old, moved))
  expect(await person(w, old.id)).toMatchObject({ state: 'active', accountId: bolt.id, emailKey: 'new@bolt.test' })
  expect(await person(w, gone.successorId!)).toMatchObject({ name: 'Neo', accountId: acme.id, department: 'IT' })
})

test.each([
  [{ how: 'moved' }, 'account_not_found'],
  [{ how: 'moved', to: 'Acme' }, 'moved_nowhere'],
  [{ successor: 'new' }, 'successor_name'],
  [{ successor: 'con_nobody' }, 'successor_unknown'],
])('What cannot be is refused, and nothing is written: %j', async (over, code) => {
  const w = await world()
  const acme = await w.account({ name: 'Acme' })
  const old = await w.contact({ accountId: acme.id })
  await expect(letContactLeave(w.ctx(), old.id, form(old, over))).rejects.toMatchObject({ code })
  expect(await person(w, old.id)).toMatchObject({ state: 'active', accountId: acme.id })
})

test('A CSM lets go only people of accounts that are their own', async () => {
  const w = await world()
  const [mine, theirs] = [await w.user({}), await w.user({})]
  const old = await w.contact({ accountId: (await w.account({ ownerId: theirs.id })).id })
  await expect(letContactLeave(w.ctx(mine.actor), old.id, form(old))).rejects.toMatchObject({ status: 403 })
})
