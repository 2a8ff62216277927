import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { getQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { changeReward } from '#app/advocacy/rewards/change-reward.server.ts'
import { giveThanks, yearsToday } from '#app/advocacy/rewards/give-thanks.server.ts'
import { listPeople } from '#app/advocacy/rewards/list-people.server.ts'
import { guardThanks } from '#app/advocacy/rewards/queue-thanks.server.ts'
import { renderThanksMail } from '#app/advocacy/rewards/render-thanks-mail.server.ts'
import { editThanks, editTiers, getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { write } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { praised, proof, openProof, published, rowOf } from '#test/advocacy/quoting.ts'
import { makeQuote } from '#app/advocacy/quotes/make-quote.server.ts'
import { deliver, done, ledger, setRule } from '#test/advocacy/rewarding.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let hana: ContactRow
beforeEach(async () => {
  w = await world()
  ;[hana] = (await promoters(w, await w.account({ name: 'Aoi Trading' }), ['Mori Hana'])) as [ContactRow]
})

const thanks = () => w.store.db.select().from(messages).where(eq(messages.refKind, 'thanks'))
const run = { payload: {}, stopping: () => false, progress: () => Promise.resolve() } as never
const typed = async () =>
  (await getRewardSettings(w.ctx())).tiers.map(({ key, from, name, benefits }) => ({ key, from: String(from), nameEn: name.en, nameJa: name.ja, benefitsEn: benefits.en, benefitsJa: benefits.ja })) // prettier-ignore
const typesOf = async (type: string) => (await w.store.db.select().from(events).where(eq(events.type, type))).map((row) => row.data).toSorted((a, b) => Number(a.points ?? a.years) - Number(b.points ?? b.years)) // prettier-ignore

describe('tiers', () => {
  it('each is reached once, with one mail for the highest, however many rewards come at once', async () => {
    await setRule(w, 'ask_done:event', { points: '30' })
    await setRule(w, 'ask_done:reference', { points: '20' })
    await done(w, hana.id, 'event')
    await done(w, hana.id, 'reference')
    await Promise.all([deliver(w), deliver(w)])
    expect(await typesOf('advocacy.tier_reached')).toEqual([{ tier: 'friend', points: 30 }, { tier: 'advocate', points: 50 }]) // prettier-ignore
    expect((await thanks()).map((row) => row.key).toSorted()).toEqual([
      `thanks/${hana.id}/advocate`,
      `thanks/${hana.id}/friend`,
    ])
    for (const row of await ledger(w)) await changeReward(w.ctx(), { id: row.id, verb: 'cancel', reason: 'x' })
    for (const row of await ledger(w)) await changeReward(w.ctx(), { id: row.id, verb: 'restore' })
    expect(await thanks()).toHaveLength(2)
    expect((await listPeople(w.ctx())).people).toMatchObject([{ id: hana.id, points: 50, tier: { key: 'advocate' } }])
  })

  it('the mail is in the person’s language with what the tier brings, and the reader’s own link', async () => {
    await setRule(w, 'ask_done:event')
    await done(w, hana.id, 'event')
    const [mail] = await thanks()
    const { subject, text, headers } = await renderThanksMail(w.system(), mail!)
    expect(subject).toBe('Thank you, Mori Hana')
    expect(text).toContain('you are now “Friend” at Sora')
    expect(text).toContain('News about what is coming, before others.')
    expect(headers!['List-Unsubscribe']).toMatch(/\/mine\/con_/)
  })

  it('it does not leave to who has opted out since, nor once it is switched off; switched off, none is made', async () => {
    await setRule(w, 'ask_done:event')
    await done(w, hana.id, 'event')
    const [mail] = await thanks()
    w.clock.set(mail!.dueAt)
    const guard = () => write(w.system(), (ctx) => guardThanks(ctx, mail!))
    expect(await guard()).toBe(null)
    await setPreference(w.ctx(), { contactId: hana.id, scope: 'asks', choice: 'off', source: 'staff' })
    expect(await guard()).toBe('unsubscribed')
    const { en, ja } = (await getRewardSettings(w.ctx())).reached.wording
    const off = { which: 'reached' as const, subjectEn: en.subject, bodyEn: en.body, subjectJa: ja.subject, bodyJa: ja.body } // prettier-ignore
    expect(await editThanks(w.ctx(), off)).toBe(true)
    expect(await guard()).toBe('cancelled')
    const [other] = (await promoters(w, await w.account(), ['Other'])) as [ContactRow]
    await done(w, other.id, 'event')
    expect(await thanks()).toHaveLength(1)
  })

  it('a tier that begins earlier is reached at night; two can’t begin at the same points, and a marketer edits none', async () => {
    await setRule(w, 'ask_done:event', { points: '8' })
    await done(w, hana.id, 'event')
    expect(await thanks()).toEqual([])
    const [friend, ...others] = await typed()
    await expect(editTiers(w.ctx(), { tiers: [{ ...friend!, from: '50' }, ...others] })).rejects.toThrow('tier_order')
    await expect(editTiers(w.ctx(), { tiers: others })).rejects.toThrow('tier_order')
    const marketer = await w.user({ roles: ['marketer'] })
    await expect(editTiers(w.ctx(marketer.actor), { tiers: await typed() })).rejects.toThrow('forbidden')
    await editTiers(w.ctx(), { tiers: [{ ...friend!, from: '5' }, ...others] })
    for (let night = 0; night < 2; night++) await giveThanks(w.system(), run)
    expect((await thanks()).map((row) => row.key)).toEqual([`thanks/${hana.id}/friend`])
  })
})

describe('anniversaries', () => {
  it('an active advocate is thanked on the day, once a year, and a candidate is not', async () => {
    const [other] = (await promoters(w, await w.account(), ['Candidate'])) as [ContactRow]
    await changeAdvocate(w.ctx(), { contactId: hana.id, verb: 'activate' })
    const since = w.now()
    const nights = async (from: number, n: number) => {
      for (let i = 0; i < n; i++) {
        w.clock.set(since + (from + i) * DAY)
        await giveThanks(w.system(), run)
      }
    }
    await nights(363, 2)
    expect(await thanks()).toEqual([])
    await nights(365, 3)
    await nights(730, 2)
    expect((await thanks()).map((row) => row.key)).toEqual([`thanks/${hana.id}/1`, `thanks/${hana.id}/2`])
    expect(JSON.stringify(await thanks())).not.toContain(other.id)
    expect(await typesOf('advocacy.anniversary')).toEqual([{ years: 1 }, { years: 2 }])
  })

  it('whole years by the calendar of the organisation, within two weeks of the day', () => {
    const at = (iso: string) => Date.parse(`${iso}T03:00:00Z`)
    const years = (today: string) => yearsToday(at('2024-02-29'), at(today), 'Asia/Tokyo')
    expect([years('2024-03-01'), years('2025-02-27'), years('2025-02-28'), years('2025-03-13'), years('2025-03-14'), years('2028-02-29')]).toEqual([null, null, 1, 1, null, 4]) // prettier-ignore
  })
})

describe('the label of a rewarded quote', () => {
  it('comes with the gift, in public at once, and stays while the gift stands', async () => {
    await openProof(w)
    const of = await published(w)
    await setRule(w, 'ask_done:quote', { gift: 'amount', amount: '3000' })
    expect((await rowOf(w, of.id)).rewarded).toBe(false)
    await done(w, of.contact.id, 'quote')
    expect((await rowOf(w, of.id)).rewarded).toBe(true)
    expect((await proof(w).json()).text).toContain('"rewarded":true')
    const edit = async () => editQuote(w.ctx(), { id: of.id, lockVersion: (await rowOf(w, of.id)).lockVersion, text: 'Fine.', name: 'on' }) // prettier-ignore
    await edit()
    expect((await getQuote(w.ctx(), of.id)).labelStays).toBe(true)
    expect((await rowOf(w, of.id)).rewarded).toBe(true)
    const [reward] = await ledger(w)
    await changeReward(w.ctx(), { id: reward!.id, verb: 'cancel', reason: 'Not agreed' })
    expect((await rowOf(w, of.id)).rewarded).toBe(true)
    await edit()
    expect((await rowOf(w, of.id)).rewarded).toBe(false)
    await changeReward(w.ctx(), { id: reward!.id, verb: 'restore' })
    expect((await rowOf(w, of.id)).rewarded).toBe(true)
  })

  it('is there from the start on a quote made after a gift for a review; points and other acts need none', async () => {
    const of = await praised(w)
    await setRule(w, 'ask_done:event', { gift: 'amount', amount: '3000' })
    await setRule(w, 'ask_done:review')
    await done(w, of.contact.id, 'event')
    await done(w, of.contact.id, 'review')
    const { id } = await makeQuote(w.ctx(), { responseId: of.responseId })
    expect((await rowOf(w, id)).rewarded).toBe(false)
    await setRule(w, 'ask_done:review', { gift: 'thing', thingEn: 'A mug', thingJa: 'マグカップ' })
    await done(w, of.contact.id, 'review')
    expect((await rowOf(w, id)).rewarded).toBe(true)
    await editQuote(w.ctx(), { id, lockVersion: (await rowOf(w, id)).lockVersion, text: 'Fine.' })
    expect((await rowOf(w, id)).rewarded).toBe(true)
  })
})
