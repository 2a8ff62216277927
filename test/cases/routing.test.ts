import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { deactivateUser } from '#app/access/deactivate-user.server.ts'
import { complaintRule } from '#app/cases/routing/routing-rule.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { DAY } from '#app/platform/day.ts'
import { routingRules, rotaMembers } from '#db/schema/cases.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { insert, type UserRow } from '#test/make.ts'
import { routing, type Routing } from '#test/cases/routing-world.ts'

let w: Routing
let owner: UserRow
beforeEach(async () => {
  w = await routing()
  owner = await w.user({ name: 'Owner' })
})

const rule = (...of: Parameters<Routing['rule']>) => w.rule(...of)
const onRota = (...people: UserRow[]) =>
  Promise.all(people.map((one) => insert(w.store, rotaMembers, { userId: one.id, addedAt: 1 })))

describe('whose account it is', () => {
  test('the owner who is there has it', async () => {
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect(await w.whose(caseId)).toEqual({ ownerId: owner.id, why: 'owner' })
  })

  test('while the owner is away the stand-in has what comes new, and keeps it', async () => {
    const standIn = await w.user({})
    const account = await w.account({ ownerId: owner.id })
    const before = await w.unhappy(await w.account({ ownerId: owner.id }))
    await w.away(owner, 0, 4, standIn)
    const { caseId } = await w.unhappy(account)
    expect(await w.whose(caseId)).toEqual({ ownerId: standIn.id, why: 'stand_in', forId: owner.id })
    expect((await w.whose(before.caseId)).ownerId).toBe(owner.id) // what was there stays
    w.clock.advance(5 * DAY)
    expect((await w.whose(caseId)).ownerId).toBe(standIn.id)
    const after = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect((await w.whose(after.caseId)).why).toBe('owner')
  })

  test('a stand-in who is away has one too', async () => {
    const [second, third] = [await w.user({}), await w.user({})]
    await w.away(second, 0, 0, third)
    await w.away(owner, 0, 4, second)
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect(await w.whose(caseId)).toMatchObject({ ownerId: third.id, why: 'stand_in' })
  })

  test('by their own clock: in Los Angeles it is still Sunday', async () => {
    const standIn = await w.user({})
    // Monday 10:00 in Tokyo is Sunday 17:00 there.
    await w.store.write(async (tx) =>
      tx.update(users).set({ zone: 'America/Los_Angeles' }).where(eq(users.id, owner.id)),
    )
    await w.away(owner, 0, 4, standIn)
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect((await w.whose(caseId)).ownerId).toBe(owner.id)
  })

  test('a stand-in who works no cases any more gets none', async () => {
    const standIn = await w.user({})
    await w.away(owner, 0, 4, standIn)
    await w.store.write(async (tx) =>
      tx.update(userRoles).set({ role: 'marketer' }).where(eq(userRoles.userId, standIn.id)),
    )
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect(await w.whose(caseId)).toEqual({ ownerId: 'usr_admin', why: 'fallback' })
  })

  test('without a stand-in, or with one who has left, it goes on to the rules', async () => {
    const [gone, ruled] = [await w.user({}), await w.user({})]
    await rule({}, 'user', ruled.id)
    await w.away(owner, 0, 4, gone)
    await deactivateUser(w.ctx(), { userId: gone.id })
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }))
    expect((await w.whose(caseId)).ownerId).toBe(ruled.id)
  })
})

describe('rules', () => {
  test('the first that fits and has somebody there; those that are switched off are passed over', async () => {
    const [a, b, c] = [await w.user({}), await w.user({}), await w.user({})]
    await rule({ tiers: ['Gold'] }, 'user', a.id, false)
    await rule({ tiers: ['Silver'] }, 'user', a.id)
    const { id } = await rule({ tiers: ['Bronze', 'Gold'], severities: ['high'] }, 'user', b.id)
    const last = await rule({}, 'user', c.id)
    const gold = await w.unhappy(await w.account({ tier: 'Gold' }), { severity: 'high' })
    expect(await w.whose(gold.caseId)).toEqual({ ownerId: b.id, why: `rule:${id}` })
    const calm = await w.unhappy(await w.account({ tier: 'Gold' }), { severity: 'normal' })
    expect(await w.whose(calm.caseId)).toEqual({ ownerId: c.id, why: `rule:${last.id}` })
  })

  test('by region, industry and the language of the answer', async () => {
    const [kansai, maker, japanese] = [await w.user({}), await w.user({}), await w.user({})]
    await rule({ regions: ['Kansai'] }, 'user', kansai.id)
    await rule({ industries: ['Manufacturing'] }, 'user', maker.id)
    await rule({ languages: ['ja'] }, 'user', japanese.id)
    const whose = async (...of: Parameters<Routing['unhappy']>) =>
      (await w.whose((await w.unhappy(...of)).caseId)).ownerId
    expect(await whose(await w.account({ region: 'Kansai', industry: 'Manufacturing' }))).toBe(kansai.id)
    expect(await whose(await w.account({ region: 'Kanto', industry: 'Manufacturing' }))).toBe(maker.id)
    expect(await whose(await w.account({}), { language: 'ja' })).toBe(japanese.id)
    expect(await whose(null, { language: 'ja' })).toBe(japanese.id)
    expect(await whose(await w.account({}), { language: 'en' })).toBe('usr_admin')
  })

  test('by what the answer is about, found before it is tagged, and as a person has corrected it later', async () => {
    const speedy = await w.user({})
    await addStarterTopics(w.system())
    const { id } = await rule({ topicIds: ['top_speed'] }, 'user', speedy.id)
    const slow = await w.unhappy(null, { comment: 'Everything is so slow' })
    expect(await w.whose(slow.caseId)).toEqual({ ownerId: speedy.id, why: `rule:${id}` })
    const tagged = await w.unhappy(null, { comment: 'Everything is so slow', taggedAt: 1 }) // and none was left on it
    expect((await w.whose(tagged.caseId)).why).toBe('fallback')
  })

  test('to the lead of the owner’s team, though the owner is there', async () => {
    const lead = await w.user({ roles: ['lead'] })
    const team = await w.team({ leadId: lead.id })
    const member = await w.user({ teamId: team.id })
    const { id } = await rule({ severities: ['urgent'] }, 'lead', null)
    const urgent = await w.unhappy(await w.account({ ownerId: member.id }), { severity: 'urgent' })
    expect(await w.whose(urgent.caseId)).toEqual({ ownerId: lead.id, why: `rule:${id}`, forId: member.id })
    const calm = await w.unhappy(await w.account({ ownerId: member.id }))
    expect((await w.whose(calm.caseId)).why).toBe('owner')
    const theirOwn = await w.unhappy(await w.account({ ownerId: lead.id }), { severity: 'urgent' })
    expect((await w.whose(theirOwn.caseId)).why).toBe('owner')
  })

  test('a team: whoever of it is there and carries least', async () => {
    const team = await w.team()
    const [busy, free, awayOne] = [
      await w.user({ teamId: team.id }),
      await w.user({ teamId: team.id }),
      await w.user({ teamId: team.id }),
    ]
    await w.user({ teamId: team.id, roles: ['marketer'] }) // works no cases
    await w.unhappy(await w.account({ ownerId: busy.id }))
    await w.away(awayOne, 0, 0)
    await rule({}, 'team', team.id)
    const { caseId } = await w.unhappy(await w.account({}))
    expect((await w.whose(caseId)).ownerId).toBe(free.id)
  })

  test('where nobody is there the next rule is looked at', async () => {
    const [gone, next] = [await w.user({}), await w.user({})]
    const team = await w.team()
    await rule({}, 'team', team.id)
    await rule({}, 'user', gone.id)
    await rule({}, 'user', next.id)
    await w.away(gone, 0, 1)
    const { caseId } = await w.unhappy(null)
    expect((await w.whose(caseId)).ownerId).toBe(next.id)
  })
})

describe('rota and fallback', () => {
  test('the rota is dealt by load: of nine cases each of three has three', async () => {
    const people = [await w.user({}), await w.user({}), await w.user({})]
    await onRota(...people)
    const had = new Map<unknown, number>()
    for (let i = 0; i < 9; i++) {
      const { ownerId, why } = await w.whose((await w.unhappy(null)).caseId)
      expect(why).toBe('rota')
      had.set(ownerId, (had.get(ownerId) ?? 0) + 1)
    }
    expect([...had.values()]).toEqual([3, 3, 3])
  })

  test('leads before admins, who is there before who is away; and when all are away somebody still has it', async () => {
    const lead = await w.user({ roles: ['lead'] })
    const whose = async () => w.whose((await w.unhappy(null)).caseId)
    expect(await whose()).toEqual({ ownerId: lead.id, why: 'fallback' })
    await w.away(lead, 0, 3)
    expect(await whose()).toEqual({ ownerId: 'usr_admin', why: 'fallback' })
    await w.away(w.admin as { id: string }, 0, 3)
    expect(await whose()).toEqual({ ownerId: lead.id, why: 'fallback' })
  })
})

describe('a complaint about the owner', () => {
  async function led() {
    const lead = await w.user({ name: 'Lead', roles: ['lead'] })
    const team = await w.team({ leadId: lead.id })
    await w.store.write(async (tx) => tx.update(users).set({ teamId: team.id }))
    return lead
  }

  test.each([
    'Our account manager never replies to mails.',
    '担当者を変えてください。',
    '営業の態度がひどい',
    '担当者の知識が足りません',
    '担当者の対応に不満があります',
    '担当者から返事が来ない',
  ])('goes to the lead of their team: %s', async (comment) => {
    const lead = await led()
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }), { comment })
    expect(await w.whose(caseId)).toEqual({ ownerId: lead.id, why: 'about_owner', forId: owner.id })
  })

  test.each([
    'Our account manager is great, the product is slow.',
    '担当者の対応が丁寧でした。動作が遅い。',
    '担当者の対応が迅速で、担当者の知識が豊富',
    '担当者の対応に感謝しています',
    '担当者の態度がよく、話を聞いてくれます',
    '担当者を変えないでください',
    '担当者を信頼できています。担当者に連絡してもすぐ返事があります',
    '担当者に聞きました',
  ])('what is none stays with the owner: %s', async (comment) => {
    await led()
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }), { comment })
    expect((await w.whose(caseId)).why).toBe('owner')
  })

  test('goes where the rule about it sends it, before the owner and never to them', async () => {
    const [colleague, team] = [await w.user({}), await w.team()]
    await w.store.write(async (tx) => tx.update(users).set({ teamId: team.id }).where(inArray(users.id, [owner.id, colleague.id]))) // prettier-ignore
    await rule({ aboutOwner: true, tiers: ['Gold'] }, 'user', owner.id)
    await rule({ aboutOwner: true }, 'team', team.id)
    await w.unhappy(await w.account({ ownerId: colleague.id })) // the owner has fewer
    const gold = await w.account({ ownerId: owner.id, tier: 'Gold' })
    const { caseId } = await w.unhappy(gold, { comment: 'The rep ignored us' })
    expect(await w.whose(caseId)).toEqual({ ownerId: colleague.id, why: 'about_owner', forId: owner.id })
    const other = await w.unhappy(await w.account({ ownerId: owner.id }), { comment: 'It is slow' })
    expect((await w.whose(other.caseId)).why).toBe('owner')
  })

  test('an answer that joins takes the case along, whatever other rule comes first', async () => {
    const lead = await led()
    const account = await w.account({ ownerId: owner.id })
    const { caseId } = await w.unhappy(account)
    await rule({}, 'lead', null)
    await insert(w.store, routingRules, { ...complaintRule, position: 9, createdAt: 1 })
    await w.unhappy(account, { comment: 'It is slow' })
    expect((await w.whose(caseId)).ownerId).toBe(owner.id)
    await w.unhappy(account, { comment: 'The rep ignored us' })
    expect(await w.whose(caseId)).toEqual({ ownerId: lead.id, why: 'about_owner', forId: owner.id })
  })

  test('an answer that joins takes the case along; somebody else who took it meanwhile keeps it', async () => {
    const lead = await led()
    const account = await w.account({ ownerId: owner.id })
    const { caseId } = await w.unhappy(account)
    await w.unhappy(account, { comment: 'Please give us a different account manager' })
    expect(await w.whose(caseId)).toEqual({ ownerId: lead.id, why: 'about_owner', forId: owner.id })
    await w.unhappy(account, { comment: 'The rep ignored us' })
    expect((await w.whose(caseId)).ownerId).toBe(lead.id)
  })

  test('an answer that is kept from the owner goes around them, whatever the rules', async () => {
    const lead = await led()
    await rule({}, 'user', owner.id)
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }), { keptFrom: owner.id })
    expect(await w.whose(caseId)).toEqual({ ownerId: lead.id, why: 'kept_from', forId: owner.id })
  })

  test('switched off, it stays with the owner', async () => {
    await led()
    await insert(w.store, routingRules, { id: 'rul_about_owner', position: 0, when: { aboutOwner: true }, target: 'lead', targetId: null, enabled: false, createdAt: 1 }) // prettier-ignore
    const { caseId } = await w.unhappy(await w.account({ ownerId: owner.id }), { comment: 'The rep ignored us' })
    expect((await w.whose(caseId)).why).toBe('owner')
  })
})

test('without anybody active who could take it, it says so', async () => {
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }))
  await expect(routeCase(w.ctx(), { account: null }, 'x')).rejects.toThrow('no active lead or admin')
})
