import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { deactivateUser } from '#app/access/deactivate-user.server.ts'
import { write } from '#app/audit/context.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { openOrJoinCaseOfVoice } from '#app/cases/open-case.server.ts'
import { reassignCases } from '#app/cases/reassign-cases.server.ts'
import { whyOwner } from '#app/cases/routing/why-owner.server.ts'
import { upsertAccounts } from '#app/integrations/upsert-customers.server.ts'
import { changeOwner } from '#app/loop/change-owner.server.ts'
import { translator } from '#app/platform/words.ts'
import { teams, users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import { merge } from '#test/loop/merging.ts'
import { customersImported, undone } from '#test/loop/undo.ts'
import { insert, next, type AccountRow, type UserRow } from '#test/make.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'

let w: Routing
let ann: UserRow
beforeEach(async () => {
  w = await routing()
  ann = await w.user({ name: 'Ann', email: 'ann@koe.test' })
})
const change = (id: string, set: Partial<typeof accounts.$inferInsert>) =>
  w.store.write(async (tx) => tx.update(accounts).set(set).where(eq(accounts.id, id)))

/** Something unhappy that was heard elsewhere. */
async function heard(account: AccountRow, language: 'en' | 'ja') {
  w.clock.advance(1_000)
  const row = { source: 'staff', channel: 'phone', day: 20_514, at: w.now(), text: 'Hm', textKey: 'hm', feeling: 'low', createdBy: 'system', createdAt: w.now(), updatedAt: w.now() } as const // prettier-ignore
  const voice = await insert(w.store, voices, { ...row, id: `voi_${next()}`, accountId: account.id, language })
  const about = { severity: 'normal' as const, account: { id: account.id, ownerId: account.ownerId }, contactId: null }
  return write(w.system(), (ctx) => openOrJoinCaseOfVoice(ctx, { voice, ...about }))
}

describe('when a colleague leaves', () => {
  let leaver: UserRow
  beforeEach(async () => {
    leaver = await w.user({ name: 'Leaver' })
  })
  async function leaves() {
    await deactivateUser(w.ctx(), { userId: leaver.id })
    w.clock.advance(1_000)
    return reassignCases(w.system(), { userId: leaver.id })
  }

  test('each case goes where a new one would go, and says why', async () => {
    const [standIn, back, ruled] = [await w.user({}), await w.user({}), await w.user({})]
    const [theirs, away, nobody] = [
      await w.account({ ownerId: leaver.id, tier: 'Gold' }),
      await w.account({ ownerId: leaver.id }),
      await w.account({ ownerId: leaver.id, tier: 'Gold' }),
    ]
    const ids = []
    for (const account of [theirs, away, nobody]) ids.push((await w.unhappy(account)).caseId)
    const { id } = await w.rule({ tiers: ['Gold'] }, 'user', ruled.id)
    await w.away(back, 0, 3, standIn)
    await change(away.id, { ownerId: back.id })
    expect(await leaves()).toBe(3)
    expect(await w.whose(ids[0]!)).toEqual({ ownerId: ruled.id, why: `rule:${id}` })
    expect(await w.whose(ids[1]!)).toEqual({ ownerId: standIn.id, why: 'stand_in', forId: back.id })
    expect(await w.whose(ids[2]!)).toEqual({ ownerId: ruled.id, why: `rule:${id}` })
    expect(await reassignCases(w.system(), { userId: leaver.id })).toBe(0)
  })

  test('the newest answer counts though somebody was heard elsewhere since; without an answer, what was heard', async () => {
    const japanese = await w.user({})
    const [answered, spoken] = [await w.account({ ownerId: leaver.id }), await w.account({ ownerId: leaver.id })]
    const { caseId } = await w.unhappy(answered, { language: 'ja' })
    expect((await heard(answered, 'en')).caseId).toBe(caseId)
    const other = await heard(spoken, 'ja')
    const { id } = await w.rule({ languages: ['ja'] }, 'user', japanese.id)
    expect(await leaves()).toBe(2)
    expect(await w.whose(caseId)).toEqual({ ownerId: japanese.id, why: `rule:${id}` })
    expect(await w.whose(other.caseId)).toEqual({ ownerId: japanese.id, why: `rule:${id}` })
  })

  test('nobody from whom an answer of a case is kept gets it, by whatever way', async () => {
    const [bea, cem] = [await w.user({ name: 'Bea' }), await w.user({ name: 'Cem' })]
    const kept = { keptFrom: bea.id }
    const [ruled, stood] = [await w.account({ ownerId: bea.id }), await w.account({ ownerId: bea.id })]
    const ids = [(await w.unhappy(ruled, kept)).caseId, (await w.unhappy(stood, kept)).caseId]
    for (const id of ids) expect((await w.caseRow(id)).ownerId).toBe('usr_admin')
    await w.store.write(async (tx) => tx.update(responses).set(kept))
    await w.rule({}, 'user', bea.id)
    await change(ruled.id, { ownerId: null })
    await change(stood.id, { ownerId: cem.id })
    await w.away(cem, 0, 1, bea)
    const other = await w.user({ name: 'Olga', roles: ['admin'] })
    await deactivateUser(w.ctx(other.actor), { userId: 'usr_admin' })
    w.clock.advance(1_000)
    expect(await reassignCases(w.system(), { userId: 'usr_admin' })).toBe(2)
    for (const id of ids) expect(await w.whose(id)).toEqual({ ownerId: other.id, why: 'fallback' })
  })

  test('an old complaint is about who had the account then, not about who has it now', async () => {
    const [bea, second] = [await w.user({ name: 'Bea' }), await w.user({ roles: ['lead'] })]
    const team = await w.team({ leadId: leaver.id })
    await w.store.write(async (tx) => tx.update(users).set({ teamId: team.id }))
    const account = await w.account({ ownerId: ann.id })
    const { caseId } = await w.unhappy(account, { ownerId: ann.id, comment: 'The rep ignored us' })
    expect(await w.whose(caseId)).toEqual({ ownerId: leaver.id, why: 'about_owner', forId: ann.id })
    await change(account.id, { ownerId: bea.id })
    await w.store.write(async (tx) => tx.update(teams).set({ leadId: second.id }))
    await leaves()
    expect(await w.whose(caseId)).toEqual({ ownerId: bea.id, why: 'owner' })
  })
})

describe('when an account changes hands', () => {
  test('its case goes along, to the stand-in of who is away, and back by the undo; the score stays credited', async () => {
    const [bea, cem] = [await w.user({ name: 'Bea' }), await w.user({ name: 'Cem' })]
    const account = await w.account({ ownerId: ann.id })
    const { caseId } = await w.unhappy(account, { ownerId: ann.id, score: 2 })
    await w.away(bea, 0, 3, cem)
    w.clock.advance(1_000)
    expect(await changeOwner(w.ctx(), { id: account.id, ownerId: bea.id })).toBe(ann.id)
    expect(await w.whose(caseId)).toEqual({ ownerId: cem.id, why: 'stand_in', forId: bea.id })
    expect(await whyOwner(w.ctx(), await w.caseRow(caseId))).toMatchObject({ since: 'account_moved' })
    w.clock.advance(1_000)
    await changeOwner(w.ctx(), { id: account.id, ownerId: ann.id })
    expect(await w.whose(caseId)).toEqual({ ownerId: ann.id, why: 'owner' })
    const [answer] = await w.store.db.select().from(responses)
    expect(answer!.ownerId).toBe(ann.id) // the snapshot of the time of asking
  })

  test('a case that somebody else took stays theirs', async () => {
    const [bea, cem] = [await w.user({}), await w.user({})]
    const account = await w.account({ ownerId: ann.id })
    const { caseId } = await w.unhappy(account)
    w.clock.advance(1_000)
    await claimCase(w.ctx(cem.actor), { caseId })
    w.clock.advance(1_000)
    await changeOwner(w.ctx(), { id: account.id, ownerId: bea.id })
    expect((await w.caseRow(caseId)).ownerId).toBe(cem.id)
  })

  test('a case that its stand-in has begun goes along too', async () => {
    const [bea, cem] = [await w.user({}), await w.user({})]
    const account = await w.account({ ownerId: ann.id })
    await w.away(ann, 0, 3, cem)
    const { caseId } = await w.unhappy(account)
    w.clock.advance(1_000)
    await claimCase(w.ctx(cem.actor), { caseId })
    w.clock.advance(1_000)
    await changeOwner(w.ctx(), { id: account.id, ownerId: bea.id })
    expect(await w.whose(caseId)).toEqual({ ownerId: bea.id, why: 'owner' })
  })
})

describe('when accounts change hands by a list', () => {
  let bea: UserRow
  beforeEach(async () => {
    bea = await w.user({ name: 'Bea', email: 'bea@koe.test' })
  })
  const follow = () => w.tell('cases.follow-listed')
  const ownerOf = async (id: string) => (await w.caseRow(id)).ownerId
  const upsert = (...owners: string[]) =>
    upsertAccounts(w.ctx(), { items: owners.map((ownerEmail) => ({ externalId: 'A1', ownerEmail })) }, translator('en'))

  test('of the API their cases follow, once; there and back in one call is no move', async () => {
    const { caseId } = await w.unhappy(await w.account({ ownerId: ann.id, externalId: 'A1' }))
    await upsert('bea@koe.test', 'ann@koe.test')
    expect([await follow(), await ownerOf(caseId)]).toEqual([0, ann.id])
    await upsert('bea@koe.test')
    expect([await follow(), await ownerOf(caseId)]).toEqual([1, bea.id])
    await upsert('bea@koe.test')
    expect(await follow()).toBe(0)
    const assigned = await w.store.db.select().from(events).where(eq(events.type, 'cases.assigned'))
    expect(assigned.map(({ data }) => data.since)).toEqual(['account_moved'])
  })

  test('of an import their cases follow, and go back when it is undone', async () => {
    const { caseId } = await w.unhappy(await w.account({ name: 'Acme', ownerId: ann.id, externalId: 'A1' }))
    const { id } = await customersImported(w, 'Account ID,Company,Owner\nA1,Acme,bea@koe.test\n')
    expect([await follow(), await ownerOf(caseId)]).toEqual([1, bea.id])
    await undone(w, id)
    expect([await follow(), await ownerOf(caseId)]).toEqual([1, ann.id])
  })

  test('by a merge their cases follow the owner whom it takes on', async () => {
    const [into, from] = [await w.account({ ownerId: ann.id }), await w.account({ ownerId: bea.id })]
    const { caseId } = await w.unhappy(into)
    await merge(w, 'account', from.id, into.id, ['owner'])
    expect([await follow(), await ownerOf(caseId)]).toEqual([1, bea.id])
  })

  test('one that is moved by hand is not moved by a job as well', async () => {
    const account = await w.account({ ownerId: ann.id })
    const { caseId } = await w.unhappy(account)
    await changeOwner(w.ctx(), { id: account.id, ownerId: bea.id })
    expect([await follow(), await ownerOf(caseId)]).toEqual([0, bea.id])
  })
})
