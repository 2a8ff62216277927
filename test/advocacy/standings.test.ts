import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { countAskable, listAskable } from '#app/advocacy/asking/list-askable.server.ts'
import { listAsks, listReserved } from '#app/advocacy/asking/list-asks.server.ts'
import { reserveAsk, reservedFor } from '#app/advocacy/asking/reserve-ask.server.ts'
import { weighAgain, weighStandings } from '#app/advocacy/asking/weigh-standings.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'
import { events } from '#db/schema/audit.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

async function weigh(payload: Record<string, unknown> = {}) {
  const seen: { done: number; total: number }[] = []
  const run: JobRun = {
    id: 'job',
    attempt: 1,
    payload,
    progress: (at) => Promise.resolve(void seen.push(at)),
    stopping: () => false,
  }
  await weighStandings(w.system(), run)
  return seen
}
const names = async (filter: Parameters<typeof listAskable>[1]) =>
  (await listAskable(w.ctx(), filter)).people.map((one) => one.person).sort()

test('the list is chosen by the standings, says how far they are, and tells what has changed since', async () => {
  const account = await w.account({ name: 'Aoi', health: 'green', industry: 'Food', region: 'Japan' })
  const other = await w.account({ name: 'Beta', health: 'red', industry: 'Media', region: 'Japan' })
  const [ann] = await promoters(w, account, ['Ann', 'Ben'])
  await promoters(w, other, ['Cy'])
  expect(await names({})).toEqual([])
  const seen = await weigh()
  expect(seen.at(-1)).toEqual({ done: 24, total: 24 }) // three people, eight kinds
  expect(await names({ kind: 'referral' })).toEqual(['Ann', 'Ben'])
  expect(await names({ kind: 'referral', who: 'cannot' })).toEqual(['Cy'])
  expect(await countAskable(w.ctx(), 'referral')).toEqual({ can: 2, cannot: 1 })
  expect(await names({ kind: 'referral', industry: 'Media' })).toEqual([])
  expect(await names({ kind: 'referral', industry: 'Food', region: 'Japan', q: 'be' })).toEqual(['Ben'])

  await reserveAsk(w.ctx(), { kind: 'referral', contactId: ann!.id })
  const shown = (await listAskable(w.ctx(), { kind: 'referral' })).people
  expect(shown.find((one) => one.person === 'Ann')!.blocks).toEqual(['asked_now'])
  const [event] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.ask_reserved')
  await weighAgain(w.system(), event!)
  expect(await names({ kind: 'referral' })).toEqual(['Ben'])
})

test('what changed only is written, who is gone is dropped, and who is new is found between the nights', async () => {
  const account = await w.account({ health: 'green' })
  const [ann, ben] = await promoters(w, account, ['Ann', 'Ben'])
  await weigh()
  const at = async () => (await w.store.db.select().from(askStandings)).map((row) => row.checkedAt)
  const before = await at()
  w.clock.advance(DAY)
  await weigh()
  expect(await at()).toEqual(before)
  await w.store.write(async (tx) => void (await tx.update(accounts).set({ health: 'red' })))
  await weigh({ kinds: ['referral'] })
  expect(await names({ kind: 'referral', who: 'cannot' })).toEqual(['Ann', 'Ben'])
  expect(await names({ kind: 'review' })).toEqual(['Ann', 'Ben']) // not looked at: by its list still, by its row not
  await w.store.write(async (tx) => void (await tx.delete(advocates).where(eq(advocates.contactId, ben!.id))))
  await weigh()
  expect(new Set((await w.store.db.select().from(askStandings)).map((row) => row.contactId))).toEqual(
    new Set([ann!.id]),
  )
  w.clock.advance(DAY)
  const [cy] = await promoters(w, await w.account({ health: 'green' }), ['Cy'])
  await weigh({ within: 11 * MINUTE })
  expect((await w.store.db.select().from(askStandings).where(eq(askStandings.contactId, cy!.id))).length).toBe(8)
})

test('who has left is in no list, and the pages of a list follow each other without gap or double', async () => {
  const account = await w.account({ health: 'green' })
  const people = await promoters(
    w,
    account,
    Array.from({ length: 53 }, (_, i) => `P${String(i).padStart(2, '0')}`),
  )
  await weigh()
  await w.store.write(async (tx) => void (await tx.update(contacts).set({ state: 'left' }).where(eq(contacts.id, people[0]!.id)))) // prettier-ignore
  const first = await listAskable(w.ctx(), { kind: 'referral' })
  const second = await listAskable(w.ctx(), { kind: 'referral', after: first.next! })
  const all = [...first.people, ...second.people].map((one) => one.person)
  expect([first.people.length, second.people.length, second.next]).toEqual([50, 2, null])
  expect(new Set(all).size).toBe(52)
})

test('what is reserved is listed for who reserved it, until its time is over', async () => {
  const [ann] = await promoters(w, await w.account({ health: 'green' }), ['Ann'])
  await reserveAsk(w.ctx(), { kind: 'referral', contactId: ann!.id })
  const other = await w.user({ roles: ['marketer'] })
  expect((await listReserved(w.ctx())).map((one) => one.person)).toEqual(['Ann'])
  expect(await listReserved(w.ctx(other.actor))).toEqual([])
  expect((await listAsks(w.ctx(other.actor))).asks.map((one) => one.state)).toEqual(['reserved'])
  w.clock.advance(reservedFor)
  expect(await listReserved(w.ctx())).toEqual([])
  expect((await listAsks(w.ctx())).asks.map((one) => one.state)).toEqual(['lapsed'])
})
