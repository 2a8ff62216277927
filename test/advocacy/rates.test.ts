import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { addRate, listRates, removeRate } from '#app/advocacy/rates/edit-rates.server.ts'
import { countUnfilled, fillDeals } from '#app/advocacy/rates/fill-deals.server.ts'
import { dayOfIso, DAY } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { lead, recommender } from '#test/advocacy/referrals.ts'
import { world, type World } from '#test/world.ts'

let w: World
let contactId: string
let n = 0
beforeEach(async () => {
  w = await world()
  contactId = (await recommender(w)).contact.id
})

async function won(amount: string) {
  const { id } = await addReferral(w.ctx(), { ...lead, email: `lead${++n}@minato.example`, contactId })
  await changeReferral(w.ctx(), { id, verb: 'qualify' })
  await changeReferral(w.ctx(), { id, verb: 'win', amount })
  return id
}
const deal = async (id: string) => {
  const [row] = await w.store.db.select().from(referrals).where(eq(referrals.id, id))
  const { dealMinor, currency, dealBaseMinor, dealRate, dealRateDay } = row!
  return { dealMinor, currency, dealBaseMinor, dealRate, dealRateDay }
}
const none = { dealBaseMinor: null, dealRate: null, dealRateDay: null }

test('a deal is converted by the latest rate that holds on its day, and keeps it', async () => {
  await addRate(w.ctx(), { currency: 'USD', from: '2026-01-01', rate: '140' })
  await addRate(w.ctx(), { currency: 'usd', from: '2026-03-01', rate: '151.23' })
  await addRate(w.ctx(), { currency: 'USD', from: '2026-03-03', rate: '200' })
  // Monday, 2 March 2026: the rate from the day before, not the one from tomorrow. 1250 × 151.23 ÷ 100 = 1890.375
  const id = await won('USD 12.50')
  const kept = { dealMinor: 1_250, currency: 'USD', dealBaseMinor: 1_890, dealRate: '151.23', dealRateDay: dayOfIso('2026-03-01') } // prettier-ignore
  expect(await deal(id)).toEqual(kept)
  await addRate(w.ctx(), { currency: 'USD', from: '2026-03-01', rate: '99' })
  expect(await deal(id)).toEqual(kept)
  for (const rate of (await listRates(w.ctx())).rates) await removeRate(w.ctx(), rate.id)
  expect(await deal(id)).toEqual(kept)
  expect(await fillDeals(w.ctx())).toBe(0)
  await changeReferral(w.ctx(), { id, verb: 'reopen' })
  expect(await deal(id)).toEqual({ dealMinor: null, currency: null, ...none })
})

test('a deal without a rate is not converted, and is filled in once when there is one for its day', async () => {
  const [dollars, euros, yen] = [await won('USD 100'), await won('EUR 10'), await won('¥5,000')]
  w.clock.advance(5 * DAY)
  const later = await won('USD 1')
  expect(await deal(dollars)).toMatchObject({ dealMinor: 10_000, ...none })
  expect(await deal(yen)).toMatchObject({ dealBaseMinor: 5_000, dealRate: null })
  expect(await countUnfilled(w.ctx())).toEqual({ all: 3, fillable: 0 })
  // From a day after the first was won: only the later one can be filled in by it.
  await addRate(w.ctx(), { currency: 'USD', from: '2026-03-05', rate: '150' })
  expect(await countUnfilled(w.ctx())).toEqual({ all: 3, fillable: 1 })
  await addRate(w.ctx(), { currency: 'USD', from: '2026-02-01', rate: '140.5' })
  expect(await countUnfilled(w.ctx())).toEqual({ all: 3, fillable: 2 })
  const all = await Promise.all(Array.from({ length: 5 }, () => fillDeals(w.ctx())))
  expect(all.reduce((sum, one) => sum + one, 0)).toBe(2)
  // 100.00 USD × 140.5 = 14,050; 1.00 USD × 150 = 150
  expect(await deal(dollars)).toMatchObject({ dealBaseMinor: 14_050, dealRate: '140.5' })
  expect(await deal(later)).toMatchObject({ dealBaseMinor: 150, dealRate: '150' })
  expect(await deal(euros)).toMatchObject(none)
  expect(await countUnfilled(w.ctx())).toEqual({ all: 1, fillable: 0 })
  expect((await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.deal_converted')).toHaveLength(2) // prettier-ignore
})

test('only an admin writes rates down, and none of the organisation’s own currency', async () => {
  const lead = await w.user({ roles: ['lead'] })
  const rate = { currency: 'USD', from: '2026-03-01', rate: '150' }
  await expect(addRate(w.ctx(lead.actor), rate)).rejects.toMatchObject({ status: 403 })
  await expect(fillDeals(w.ctx(lead.actor))).rejects.toMatchObject({ status: 403 })
  await expect(addRate(w.ctx(), { ...rate, currency: 'JPY' })).rejects.toMatchObject({ code: 'rate_of_base' })
  for (const wrong of [{ currency: 'XXZ' }, { from: '2026-02-30' }, { rate: '0' }, { rate: '1e5' }])
    await expect(addRate(w.ctx(), { ...rate, ...wrong })).rejects.toThrow()
  expect((await listRates(w.ctx())).rates).toEqual([])
})
