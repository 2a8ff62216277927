import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { countUnhappyRenewals, listUnhappyRenewals } from '#app/insights/unhappy-renewals.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { accounts } from '#db/schema/accounts.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { answers, asked, caseOf, work } from '#test/cases/recovery.ts'
import type { UserRow } from '#test/make.ts'
import { monday, world, type World } from '#test/world.ts'

let w: World
let me: UserRow
beforeEach(async () => {
  w = await world()
  me = await w.user({ name: 'Mei' })
})

/** The names in their order; the number that leads to them is theirs. */
async function renewals(reader = me) {
  const { renewals } = await listUnhappyRenewals(w.ctx(reader.actor))
  expect(await countUnhappyRenewals(w.ctx(reader.actor))).toBe(renewals.length)
  return renewals.map(({ name }) => name)
}

interface Unhappy {
  owner?: UserRow
  /** When its person last answered, and how. */
  at?: number
  last?: 'low' | 'mid' | 'high' | null
  state?: 'active' | 'left'
}
async function account(name: string, renewalOn: string | null, of: Unhappy = {}) {
  const { owner = me, at = w.now(), last = 'low', state = 'active' } = of
  const made = await w.account({ name, renewalOn, ownerId: owner.id })
  const contact = await w.contact({ accountId: made.id, lastClass: last, lastAnsweredAt: last && at, state })
  return { account: made, contact }
}

test('those from today to 90 days from today where the organisation is, the first to renew first', async () => {
  // 2 March 2026 in Tokyo; 29 days are left of March, 30 of April make 59, and 31 of May make 90.
  for (const [name, on] of [
    ['Yesterday', '2026-03-01'],
    ['Last', '2026-05-31'],
    ['Today', '2026-03-02'],
    ['Beyond', '2026-06-01'],
    ['Never', null],
  ] as const)
    await account(name, on)
  expect(await renewals()).toEqual(['Today', 'Last'])
  w.clock.set(Date.parse('2026-03-02T15:00:00Z')) // the 3rd in Tokyo
  expect(await renewals()).toEqual(['Last', 'Beyond'])
})

test('by a low last answer of somebody who is there, of 180 days at most', async () => {
  await account('Low', '2026-03-10', { at: w.now() - 180 * DAY })
  await account('Long ago', '2026-03-11', { at: w.now() - 180 * DAY - 1 })
  await account('Happy', '2026-03-12', { last: 'high' })
  await account('Silent', '2026-03-13', { last: null })
  await account('Left', '2026-03-14', { state: 'left' })
  const two = await account('Two', '2026-03-15', { last: 'high' })
  await w.contact({ accountId: two.account.id, lastClass: 'low', lastAnsweredAt: w.now() })
  expect(await renewals()).toEqual(['Low', 'Two'])
})

test('by an open case, whoever answered how; it leads to the case, which stands with value and health', async () => {
  const program = await makeProgram(w)
  const made = await w.account({ name: 'Aoi', ownerId: me.id, renewalOn: '2026-03-30', arrMinor: 1_200_000, currency: 'JPY', health: 'red' }) // prettier-ignore
  const contact = await w.contact({ accountId: made.id, lastClass: 'high', lastAnsweredAt: w.now() })
  const { caseId } = await land(w, program, contact, me.id)
  const { renewals: rows } = await listUnhappyRenewals(w.ctx(me.actor))
  expect(rows).toEqual([{ id: made.id, name: 'Aoi', renewalOn: '2026-03-30', arrMinor: 1_200_000, currency: 'JPY', health: 'red', caseId, lowAt: null, standingIn: false }]) // prettier-ignore
  await closeCase(w.ctx(me.actor), { caseId, kind: 'dismissed', text: 'Nothing in it.' })
  expect(await renewals()).toEqual([]) // their last answer is a high one
})

test('until the customer says, when asked again, that it was put right', async () => {
  const right = await asked(w)
  await w.store.write((tx) => tx.update(accounts).set({ renewalOn: '2026-04-30' }).where(eq(accounts.id, right.account.id))) // prettier-ignore
  const owner = right.owner
  expect(await renewals(owner)).toHaveLength(1) // resolved, and so open still
  await answers(w, right.contacts[0]!.id, 5)
  await work(w)
  expect((await caseOf(w, right.caseId)).closeKind).toBe('verified')
  expect(await renewals(owner)).toEqual([])
})

test('a case that closed because nobody said anything leaves its account unhappy', async () => {
  const silent = await asked(w)
  await w.store.write((tx) => tx.update(accounts).set({ renewalOn: '2026-04-30' }).where(eq(accounts.id, silent.account.id))) // prettier-ignore
  w.clock.advance(15 * DAY)
  await work(w)
  expect(await caseOf(w, silent.caseId)).toMatchObject({ state: 'closed', closeKind: 'silent' })
  const [row] = (await listUnhappyRenewals(w.ctx(silent.owner.actor))).renewals
  expect(row).toMatchObject({ id: silent.account.id, caseId: null, lowAt: monday })
})

test('of who is away for who stands in; a case that was kept from them makes nobody unhappy to them', async () => {
  const away = await w.user({ name: 'Away' })
  const program = await makeProgram(w)
  await account('Theirs', '2026-03-10', { owner: away })
  const kept = await account('Kept', '2026-03-11', { owner: away, last: null })
  await land(w, program, kept.contact, away.id, { keptFrom: me.id })
  expect(await renewals(away)).toEqual(['Theirs', 'Kept'])
  expect(await renewals()).toEqual([])
  await addAbsence(w.ctx(), { userId: away.id, from: '2026-03-02', to: '2026-03-03', standInId: me.id })
  expect(await renewals()).toEqual(['Theirs'])
  expect((await listUnhappyRenewals(w.ctx(me.actor))).renewals[0]!.standingIn).toBe(true)
})

test('pages follow each other without a gap, two that renew on one day too', async () => {
  for (const name of ['A', 'B', 'C', 'D', 'E']) await account(name, name < 'D' ? '2026-03-10' : '2026-03-20')
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await listUnhappyRenewals(w.ctx(me.actor), { after, limit: 2 })
    names.push(...page.renewals.map((row) => row.name))
    after = page.next ?? undefined
  } while (after)
  expect(names.sort()).toEqual(['A', 'B', 'C', 'D', 'E'])
  w.clock.advance(HOUR)
  await expect(listUnhappyRenewals(w.ctx((await w.user({ roles: ['marketer'] })).actor))).rejects.toMatchObject({ status: 403 }) // prettier-ignore
})
