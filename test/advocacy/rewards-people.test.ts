import { beforeEach, describe, expect, it } from 'vitest'
import { changeBar } from '#app/advocacy/rewards/bars.server.ts'
import { changeReward } from '#app/advocacy/rewards/change-reward.server.ts'
import { pointsOfPerson } from '#app/advocacy/rewards/points.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { giftBars, tiersReached } from '#db/schema/advocacy-rewards.ts'
import { done, ledger, rewardRow, setRule } from '#test/advocacy/rewarding.ts'
import { merge } from '#test/loop/merging.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let hana: ContactRow
beforeEach(async () => {
  w = await world()
  account = await w.account({ name: 'Aoi Trading' })
  hana = await w.contact({ accountId: account.id, name: 'Mori Hana', language: 'en' })
})
const act = (id: string, verb: Parameters<typeof changeReward>[1]['verb'], more = {}) =>
  changeReward(w.ctx(), { id, verb, ...more })
/** An amount of ¥5,000 for something done, approved. */
async function approved(kind: 'review' | 'quote' = 'review') {
  await setRule(w, `ask_done:${kind}`, { gift: 'amount', amount: '5000' })
  const ask = await done(w, hana.id, kind, account.id)
  const row = (await ledger(w)).find((one) => one.causeId === ask)!
  await act(row.id, 'approve')
  return row.id
}

describe('when people go or are one', () => {
  it('an erased person leaves the amount to the books, and nothing else', async () => {
    const id = await approved()
    await act(id, 'issue', { reference: 'PO-7 Mori Hana' })
    const open = await approved('quote')
    await changeBar(w.ctx(), { party: `con:${hana.id}`, verb: 'bar', reason: 'law', note: 'Hana said so' })
    await eraseContact(w.ctx(), { contactId: hana.id })
    expect(await rewardRow(w, id)).toMatchObject({ contactId: null, state: 'issued', amountMinor: 5_000, reference: null, accountId: account.id }) // prettier-ignore
    expect(await rewardRow(w, open)).toMatchObject({ contactId: null, state: 'cancelled', reason: 'erased' })
    await expect(act(open, 'restore')).rejects.toThrow('reward_undone')
    expect(await w.store.db.select().from(giftBars)).toEqual([])
    expect(await w.store.db.select().from(tiersReached)).toEqual([])
  })

  it('two people who are one have the points of both, and what one may not accept neither may', async () => {
    const twin = await w.contact({ accountId: account.id, name: 'Hana Mori' })
    await setRule(w, 'ask_done:event', { points: '30' })
    for (const one of [hana, twin]) await done(w, one.id, 'event')
    await changeBar(w.ctx(), { party: `con:${twin.id}`, verb: 'bar', reason: 'law' })
    await merge(w, 'contact', twin.id, hana.id)
    // 30 + 30: the first two tiers, of which each alone had reached the first.
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(60)
    expect((await w.store.db.select().from(tiersReached)).map((row) => [row.contactId, row.tier]).sort()).toEqual([[hana.id, 'advocate'], [hana.id, 'friend']]) // prettier-ignore
    expect(await w.store.db.select().from(giftBars)).toMatchObject([{ party: `con:${hana.id}` }])
  })
})
