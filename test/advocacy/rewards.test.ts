import { eq, getTableName } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeBar } from '#app/advocacy/rewards/bars.server.ts'
import { changeReward, changeRewards } from '#app/advocacy/rewards/change-reward.server.ts'
import { getReward } from '#app/advocacy/rewards/get-reward.server.ts'
import { addGiftCodes, listGiftLists, makeGiftList } from '#app/advocacy/rewards/gift-lists.server.ts'
import { countRewards, listRewards } from '#app/advocacy/rewards/list-rewards.server.ts'
import { pointsOfPerson } from '#app/advocacy/rewards/points.server.ts'
import { renderRewardMail } from '#app/advocacy/rewards/render-reward-mail.server.ts'
import { everyTable } from '#db/every-table.ts'
import { contacts } from '#db/schema/accounts.ts'
import { giftBars, giftCodes } from '#db/schema/advocacy-rewards.ts'
import { events } from '#db/schema/audit.ts'
import { messageBodies, messages } from '#db/schema/email.ts'
import { deliver, done, ledger, move, referred, rewardRow, setRule } from '#test/advocacy/rewarding.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
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

const codesOf = async (codes: string[], name = 'Cards') => {
  const { id } = await makeGiftList(w.ctx(), { name, amount: '¥3,000', currency: '', warnAt: '1' })
  if (codes.length) await addGiftCodes(w.ctx(), { listId: id, codes: codes.join('\n') })
  return id
}
/** An amount of ¥5,000 for a done review, approved. */
async function approved() {
  await setRule(w, 'ask_done:review', { gift: 'amount', amount: '5000' })
  const ask = await done(w, hana.id, 'review', account.id)
  const row = (await ledger(w)).find((one) => one.causeId === ask)!
  await changeReward(w.ctx(), { id: row.id, verb: 'approve' })
  return row.id
}
const act = (id: string, verb: Parameters<typeof changeReward>[1]['verb'], more = {}) => changeReward(w.ctx(), { id, verb, ...more }) // prettier-ignore
/** Mails that carry a gift. */
const gifts = () => w.store.db.select().from(messages).where(eq(messages.refKind, 'reward'))
const typesOf = async (prefix: string) => (await w.store.db.select().from(events).orderBy(events.id)).map((row) => row.type).filter((type) => type.startsWith(prefix)) // prettier-ignore

describe('earning', () => {
  it('a rule that is off earns nothing, and nothing afterwards; what was earned keeps its terms', async () => {
    const before = await referred(w, hana.id)
    await move(w, before, 'qualify')
    await setRule(w, 'referral_qualified', { points: '20', gift: 'amount', amount: '¥5,000' })
    await deliver(w)
    expect(await ledger(w)).toEqual([])
    const id = await referred(w, hana.id)
    await move(w, id, 'qualify')
    await setRule(w, 'referral_qualified', { points: '1' })
    await deliver(w)
    expect(await ledger(w)).toMatchObject([{ causeId: id, version: 1, points: 20, amountMinor: 5_000, currency: 'JPY', state: 'earned' }]) // prettier-ignore
  })

  it('by qualifying, by winning and by what was done, each once, however often an event is delivered, and at once', async () => {
    for (const rule of ['referral_qualified', 'referral_won', 'ask_done:reference'] as const) await setRule(w, rule)
    const id = await referred(w, hana.id)
    await move(w, id, 'qualify', 'win')
    await done(w, hana.id, 'reference')
    await Promise.all([deliver(w), deliver(w), deliver(w)])
    expect((await ledger(w)).map((row) => row.rule)).toEqual(['referral_qualified', 'referral_won', 'ask_done:reference']) // prettier-ignore
    // 10 + 10 + 10
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(30)
    expect(await typesOf('advocacy.reward_earned')).toHaveLength(3)
  })

  it('a referral that goes back cancels what isn’t issued; forward again brings it back, and earns nothing twice', async () => {
    await setRule(w, 'referral_qualified', { points: '5' })
    await setRule(w, 'referral_won', { points: '50', gift: 'amount', amount: '¥9,000' })
    const id = await referred(w, hana.id)
    await move(w, id, 'qualify', 'win')
    const [first, won] = await ledger(w)
    await act(first!.id, 'approve')
    await act(first!.id, 'issue')
    await move(w, id, 'reopen', 'reopen')
    expect(await ledger(w)).toMatchObject([{ state: 'issued' }, { state: 'cancelled', reason: 'reopened' }])
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(5)
    await expect(act(won!.id, 'restore')).rejects.toThrow('reward_undone')
    await move(w, id, 'qualify', 'win')
    expect(await ledger(w)).toMatchObject([
      { id: first!.id, state: 'issued' },
      { id: won!.id, state: 'earned' },
    ])
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(55)
  })

  it('a referral that is lost after it was qualified keeps that, also when the event comes late', async () => {
    await setRule(w, 'referral_qualified')
    await move(w, await referred(w, hana.id), 'qualify', 'lose')
    expect(await ledger(w)).toMatchObject([{ state: 'earned' }])
  })
})

describe('approving and issuing', () => {
  it('approve, take back, approve, issue; then nothing moves any more, and who did what stands there', async () => {
    const id = await approved()
    await act(id, 'unapprove')
    await expect(act(id, 'issue')).rejects.toThrow('reward_state')
    await act(id, 'approve')
    const [marketer, csm] = [await w.user({ roles: ['marketer'] }), await w.user({ roles: ['csm'] })]
    await expect(changeReward(w.ctx(csm.actor), { id, verb: 'issue' })).rejects.toThrow('forbidden')
    await expect(changeReward(w.ctx(marketer.actor), { id, verb: 'unapprove' })).rejects.toThrow('forbidden')
    await changeReward(w.ctx(marketer.actor), { id, verb: 'issue', reference: 'PO-7' })
    for (const verb of ['approve', 'unapprove', 'issue', 'restore'] as const) await expect(act(id, verb)).rejects.toThrow('reward_state') // prettier-ignore
    await expect(act(id, 'cancel', { reason: 'x' })).rejects.toThrow('reward_state')
    expect(await rewardRow(w, id)).toMatchObject({ state: 'issued', approvedBy: w.admin.id, issuedBy: marketer.id, reference: 'PO-7' }) // prettier-ignore
  })

  it('a cancellation needs a reason, and can be brought back', async () => {
    const id = await approved()
    await expect(act(id, 'cancel')).rejects.toThrow('reason_missing')
    await act(id, 'cancel', { reason: 'Mistake' })
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(0)
    await act(id, 'restore')
    expect(await rewardRow(w, id)).toMatchObject({ state: 'earned', reason: null, approvedAt: null })
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(10)
  })

  it('twenty at once issue it once: one event, one code, one mail', async () => {
    const listId = await codesOf(['AAAA-BBBB-0001', 'AAAA-BBBB-0002'])
    await setRule(w, 'ask_done:review', { gift: 'code', listId })
    await done(w, hana.id, 'review')
    const id = (await ledger(w))[0]!.id
    await act(id, 'approve')
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => act(id, 'issue')))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await typesOf('advocacy.reward_issued')).toHaveLength(1)
    const taken = (await w.store.db.select().from(giftCodes)).filter((row) => row.rewardId !== null)
    expect(taken.map((row) => row.rewardId)).toEqual([id])
    expect(await gifts()).toHaveLength(1)
  })

  it('many at once take a code each; who comes when none is left is told, and nothing is issued', async () => {
    const listId = await codesOf(['AAAA-BBBB-0001', 'AAAA-BBBB-0002', 'AAAA-BBBB-0003'])
    await setRule(w, 'ask_done:review', { gift: 'code', listId })
    for (let i = 0; i < 5; i++) await done(w, (await w.contact({ accountId: account.id })).id, 'review')
    const ids = (await ledger(w)).map((row) => row.id)
    expect(await changeRewards(w.ctx(), { ids: [...ids, ids[0]!], verb: 'approve' })).toEqual({ done: 5, barred: 0, refused: {} }) // prettier-ignore
    const all = await Promise.allSettled(ids.map((id) => act(id, 'issue')))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
    expect(all.flatMap((one) => (one.status === 'rejected' ? String((one.reason as Error).message) : []))).toEqual(['reward_no_codes', 'reward_no_codes']) // prettier-ignore
    const given = (await w.store.db.select().from(giftCodes)).map((row) => row.rewardId)
    expect(new Set(given).size).toBe(3)
    expect(await countRewards(w.ctx())).toMatchObject({ approved: 2, issued: 3 })
    expect(await listGiftLists(w.ctx())).toMatchObject([{ codes: 3, left: 0, few: true }])
    expect(await changeRewards(w.ctx(), { ids, verb: 'issue' })).toEqual({ done: 0, barred: 0, refused: { reward_state: 3, reward_no_codes: 2 } }) // prettier-ignore
  })

  it('a code is seen by who issued it and in the mail, and nowhere else in the database', async () => {
    const listId = await codesOf(['SECRET-9876-WXYZ'])
    await setRule(w, 'ask_done:review', { gift: 'code', listId })
    await done(w, hana.id, 'review')
    const id = (await ledger(w))[0]!.id
    await act(id, 'approve')
    await act(id, 'issue')
    expect((await getReward(w.ctx(), id)).code).toBe('SECRET-9876-WXYZ')
    const other = await w.user({ roles: ['lead'] })
    expect(await getReward(w.ctx(other.actor), id)).toMatchObject({ code: null, tail: 'WXYZ' })
    const [mail] = await gifts()
    const rendered = await renderRewardMail(w.system(), mail!)
    expect(rendered.html).toContain('SECRET-9876-WXYZ')
    expect(rendered.text).toContain('SECRET-9876-WXYZ')
    const stored = JSON.stringify([await w.store.db.select().from(events), await w.store.db.select().from(giftCodes), await ledger(w), mail, await w.store.db.select().from(messageBodies)]) // prettier-ignore
    expect(stored).not.toContain('SECRET-9876')
    expect(JSON.stringify(await listRewards(w.ctx(), { state: 'issued' }))).not.toContain('SECRET-9876')
  })

  it('issuing changes no answer, no score and no number of anybody', async () => {
    const program = await makeProgram(w)
    await makeResponse(w, program, { contact: hana, score: 9 })
    const before = await numbers()
    const id = await approved()
    await act(id, 'issue')
    expect(await numbers()).toEqual(before)
  })
})

/** Every answer, score and count, and the people and accounts with their latest. */
async function numbers() {
  const found: Record<string, unknown> = {}
  for (const table of everyTable)
    if (/^(response|score|send|window|repeated|contacts|accounts)/.test(getTableName(table)))
      found[getTableName(table)] = await w.store.db.select().from(table)
  return found
}

describe('who may not accept gifts', () => {
  const mark = (party: string, verb: 'bar' | 'lift' = 'bar') =>
    changeBar(w.ctx(), { party, verb, reason: 'public_sector' })

  it('a gift is made as not allowed, with its points where points are no gift', async () => {
    await mark(`con:${hana.id}`)
    await setRule(w, 'ask_done:review', { points: '7', gift: 'thing', thingEn: 'A mug', thingJa: 'マグカップ' })
    await setRule(w, 'ask_done:quote', { points: '9', pointsAnyway: undefined })
    await setRule(w, 'ask_done:event', { points: '3' })
    for (const kind of ['review', 'quote', 'event'] as const) await done(w, hana.id, kind)
    expect((await ledger(w)).map((row) => row.state)).toEqual(['barred', 'barred', 'earned'])
    // 7 of the withheld mug and 3 of the event; the 9 are a gift.
    expect(await pointsOfPerson(w.ctx(), hana.id)).toBe(10)
    expect(await gifts()).toEqual([])
  })

  it('marking withholds what is on its way, of a person and of a whole account; lifting gives nothing by itself', async () => {
    const id = await approved()
    await mark(`acc:${account.id}`)
    expect(await rewardRow(w, id)).toMatchObject({ state: 'barred', approvedAt: null })
    await expect(act(id, 'restore')).rejects.toThrow('reward_barred')
    await mark(`acc:${account.id}`, 'lift')
    expect((await rewardRow(w, id)).state).toBe('barred')
    await act(id, 'restore')
    expect((await rewardRow(w, id)).state).toBe('earned')
  })

  it('who moves to a marked account after the approval gets nothing', async () => {
    const id = await approved()
    const city = await w.account({ name: 'City' })
    await mark(`acc:${city.id}`)
    await w.store.write((tx) => tx.update(contacts).set({ accountId: city.id }).where(eq(contacts.id, hana.id)))
    expect(await act(id, 'issue')).toBe('barred')
    expect(await gifts()).toEqual([])
  })

  it('a csm marks the people of their own accounts, a viewer nobody', async () => {
    const [csm, viewer] = [await w.user({ roles: ['csm'] }), await w.user({ roles: ['viewer'] })]
    const other = await w.account({ ownerId: (await w.user({ roles: ['csm'] })).id })
    const say = (actor: typeof csm.actor, party: string) =>
      changeBar(w.ctx(actor), { party, verb: 'bar', reason: 'law' })
    await expect(say(csm.actor, `acc:${other.id}`)).rejects.toThrow('forbidden')
    await expect(say(viewer.actor, `con:${hana.id}`)).rejects.toThrow('forbidden')
    await expect(say(csm.actor, 'con:con_nobody')).rejects.toThrow('not_found')
    expect(await say(csm.actor, `con:${hana.id}`)).toBe(true)
    expect(await w.store.db.select().from(giftBars)).toMatchObject([{ reason: 'law', by: csm.id }])
  })

  it('no sequence of marks, unmarks, approvals and issues, many at once, gives a gift to somebody who is marked', async () => {
    const listId = await codesOf(Array.from({ length: 40 }, (_, i) => `CODE-CODE-${1000 + i}`))
    await setRule(w, 'ask_done:review', { gift: 'code', listId })
    let seed = 7
    // No two events of one instant: their order tells what was when.
    const ticking = { ...w.ctx(), now: () => (w.clock.advance(1), w.now()) }
    const roll = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
    const parties = [`con:${hana.id}`, `acc:${account.id}`]
    for (let i = 0; i < 8; i++) await done(w, hana.id, 'review', account.id)
    const ids = (await ledger(w)).map((row) => row.id)
    for (let turn = 0; turn < 60; turn++) {
      const steps = Array.from({ length: 4 }, () => {
        const id = ids[roll(ids.length)]!
        const what = roll(12)
        const party = parties[roll(2)]!
        if (what <= 3) return changeBar(ticking, { party, verb: what === 0 ? 'bar' : 'lift', reason: 'law' })
        return changeReward(ticking, { id, verb: what <= 5 ? 'restore' : what <= 8 ? 'approve' : 'issue' })
      })
      await Promise.allSettled(steps)
    }
    const issued = await checkOrder()
    expect(issued).toBeGreaterThan(0)
    const given = (await w.store.db.select().from(giftCodes)).filter((row) => row.rewardId !== null)
    expect(given).toHaveLength(issued)
  })

  /** By the order of the events: nothing was issued while a mark stood. */
  async function checkOrder() {
    const marked = new Set<string>()
    let issued = 0
    for (const event of await w.store.db.select().from(events).orderBy(events.at, events.id)) {
      if (event.type === 'advocacy.gifts_barred') marked.add(event.subjectId)
      else if (event.type === 'advocacy.gifts_allowed') marked.delete(event.subjectId)
      else if (event.type === 'advocacy.reward_issued') {
        expect([...marked]).toEqual([])
        issued += 1
      }
    }
    return issued
  }
})
