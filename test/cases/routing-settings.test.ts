import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { deactivateUser } from '#app/access/deactivate-user.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { joinRota, leaveRota } from '#app/cases/routing/change-rota.server.ts'
import { addRule, editRule, moveRule, removeRule, switchRule } from '#app/cases/routing/edit-rules.server.ts'
import { getRouting } from '#app/cases/routing/get-routing.server.ts'
import { complaintRule, mostRules } from '#app/cases/routing/routing-rule.ts'
import { tryRouting } from '#app/cases/routing/try-routing.server.ts'
import { whyOwner } from '#app/cases/routing/why-owner.server.ts'
import { events } from '#db/schema/audit.ts'
import type { UserRow } from '#test/make.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'

let w: Routing
let ann: UserRow
beforeEach(async () => {
  w = await routing()
  ann = await w.user({ name: 'Ann' })
})
const rules = async () => (await getRouting(w.ctx())).rules
const order = async () => (await rules()).map(({ id }) => id)
const to = (user: UserRow, over: object = {}) => addRule(w.ctx(), { target: 'user', userId: user.id, ...over })

describe('the rules of an install', () => {
  test('begin with the one about complaints; new ones come behind', async () => {
    expect(await order()).toEqual([complaintRule.id])
    const first = await to(ann, { tiers: ['Gold'], languages: ['ja'] })
    const second = await to(ann, { severities: ['urgent'] })
    expect(await order()).toEqual([complaintRule.id, first.ruleId, second.ruleId])
    expect((await rules())[1]).toMatchObject({ when: { tiers: ['Gold'], languages: ['ja'] }, targetName: 'Ann' })
  })

  test('are moved, changed, switched off and deleted, each with an event', async () => {
    const [a, b] = [(await to(ann, { tiers: ['A'] })).ruleId, (await to(ann, { tiers: ['B'] })).ruleId]
    await moveRule(w.ctx(), { ruleId: b, by: 'up' })
    await moveRule(w.ctx(), { ruleId: b, by: 'up' })
    await moveRule(w.ctx(), { ruleId: b, by: 'up' }) // is first already
    expect(await order()).toEqual([b, complaintRule.id, a])
    await moveRule(w.ctx(), { ruleId: complaintRule.id, by: 'down' })
    expect(await order()).toEqual([b, a, complaintRule.id])
    await editRule(w.ctx(), { ruleId: a, regions: ['Kansai'], target: 'rota' })
    await switchRule(w.ctx(), { ruleId: b, enabled: 'off' })
    expect(await rules()).toMatchObject([
      { id: b, enabled: false },
      { id: a, when: { regions: ['Kansai'] }, target: 'rota', targetId: null },
      { id: complaintRule.id },
    ])
    await removeRule(w.ctx(), { ruleId: b })
    expect(await order()).toEqual([a, complaintRule.id])
    await expect(removeRule(w.ctx(), { ruleId: complaintRule.id })).rejects.toMatchObject({ code: 'rule_stays' })
    await expect(removeRule(w.ctx(), { ruleId: b })).rejects.toMatchObject({ status: 404 })
    const told = await w.store.db.select().from(events).where(eq(events.subjectKind, 'routing_rule'))
    expect(told.map((event) => event.type).sort()).toEqual(
      ['rule_added', 'rule_added', 'rule_edited', 'rule_moved', 'rule_moved', 'rule_moved', 'rule_removed', 'rule_switched'].map((type) => `cases.${type}`), // prettier-ignore
    )
  })

  test('name only people who are there and work cases, and teams that there are', async () => {
    const marketer = await w.user({ roles: ['marketer'] })
    await expect(to(marketer)).rejects.toMatchObject({ fields: { userId: 'route_user' } })
    await expect(addRule(w.ctx(), { target: 'user' })).rejects.toMatchObject({ fields: { userId: 'route_user' } })
    await expect(addRule(w.ctx(), { target: 'team', teamId: 'team_no' })).rejects.toMatchObject({ fields: { teamId: 'route_team' } }) // prettier-ignore
    await to(ann)
    await deactivateUser(w.ctx(), { userId: ann.id })
    expect((await rules()).at(-1)).toMatchObject({ targetName: 'Ann', targetLeft: true })
  })

  test('are so many at most', async () => {
    for (let i = 0; i < mostRules; i++) await to(ann)
    await expect(to(ann)).rejects.toMatchObject({ code: 'too_many_rules' })
  })

  test('two who add one at the same moment: both are there, in an order', async () => {
    await Promise.all([to(ann, { tiers: ['A'] }), to(ann, { tiers: ['B'] })])
    expect(new Set(await order()).size).toBe(3)
  })

  test('are for admins to change and for leads to read', async () => {
    const lead = await w.user({ roles: ['lead'] })
    expect((await getRouting(w.ctx(lead.actor))).mayEdit).toBe(false)
    await expect(async () => addRule(w.ctx(lead.actor), { target: 'rota' })).rejects.toMatchObject({ status: 403 })
    await expect(async () => joinRota(w.ctx(lead.actor), { userId: ann.id })).rejects.toMatchObject({ status: 403 })
    await expect(getRouting(w.ctx(ann.actor))).rejects.toMatchObject({ status: 403 })
  })
})

test('the rota shows what each carries and who is away', async () => {
  const bea = await w.user({ name: 'Bea' })
  await joinRota(w.ctx(), { userId: ann.id })
  await joinRota(w.ctx(), { userId: ann.id })
  await joinRota(w.ctx(), { userId: bea.id })
  await w.unhappy(await w.account({ ownerId: ann.id }))
  await w.away(ann, 0, 1, bea)
  expect((await getRouting(w.ctx())).rota).toMatchObject([
    { name: 'Ann', load: 1, away: true, standIn: 'Bea', able: true },
    { name: 'Bea', load: 0, away: false, standIn: null },
  ])
  await leaveRota(w.ctx(), { userId: ann.id })
  expect((await getRouting(w.ctx())).rota).toHaveLength(1)
})

describe('tried out', () => {
  test('it says who would get it and why, and writes nothing', async () => {
    const owned = await w.account({ name: 'Aoi Trading', ownerId: ann.id })
    const { ruleId } = await to(ann, { tiers: ['Gold'], languages: ['ja'] })
    const count = async () => (await w.store.db.select().from(events)).length
    const before = await count()
    const tried = (input: Parameters<typeof tryRouting>[1]) => tryRouting(w.ctx(), input)
    expect(await tried({ account: 'aoi trading' })).toMatchObject({ owner: 'Ann', why: { kind: 'owner' } })
    expect(await tried({ account: owned.id })).toMatchObject({ owner: 'Ann' })
    expect(await tried({ tier: 'Gold', language: 'ja' })).toMatchObject({ owner: 'Ann', why: { kind: 'rule', rule: { id: ruleId } } }) // prettier-ignore
    expect(await tried({ tier: 'Gold', language: 'en' })).toMatchObject({ owner: 'Aiko Admin', why: { kind: 'fallback' } }) // prettier-ignore
    expect(await tried({ account: 'Nobody Inc.' })).toMatchObject({ unknownAccount: true, why: { kind: 'fallback' } })
    expect(await count()).toBe(before)
  })
})

describe('why somebody has a case', () => {
  const why = async (id: string) => whyOwner(w.ctx(), await w.caseRow(id))

  test('from the event that gave it to them', async () => {
    const [bea, account] = [await w.user({ name: 'Bea' }), await w.account({ ownerId: ann.id })]
    const { caseId } = await w.unhappy(account)
    expect(await why(caseId)).toMatchObject({ kind: 'owner' })
    w.clock.advance(1_000)
    await assignCase(w.ctx(), { caseId, ownerId: bea.id })
    expect(await why(caseId)).toMatchObject({ kind: 'given', name: 'Aiko Admin' })
    await w.away(ann, 0, 1, bea)
    const other = await w.unhappy(await w.account({ ownerId: ann.id }))
    expect(await why(other.caseId)).toMatchObject({ kind: 'stand_in', name: 'Ann' })
    w.clock.advance(1_000)
    await claimCase(w.ctx(bea.actor), { caseId: other.caseId })
    expect(await why(other.caseId)).toMatchObject({ kind: 'stand_in', name: 'Ann' }) // begun, by who has it already
    const third = await w.unhappy(account)
    expect((await w.caseRow(third.caseId)).ownerId).toBe(bea.id) // joined
    const taken = await w.unhappy(await w.account({}))
    w.clock.advance(1_000)
    await claimCase(w.ctx(bea.actor), { caseId: taken.caseId })
    expect(await why(taken.caseId)).toMatchObject({ kind: 'took' })
  })

  test('by a rule, in its words of today, or that it is gone', async () => {
    const { ruleId } = await to(ann, { tiers: ['Gold'] })
    const { caseId } = await w.unhappy(await w.account({ tier: 'Gold' }))
    expect(await why(caseId)).toMatchObject({ kind: 'rule', rule: { when: { tiers: ['Gold'] } } })
    await removeRule(w.ctx(), { ruleId })
    expect(await why(caseId)).toMatchObject({ kind: 'rule', rule: null })
  })
})
