import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral, giveReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { eraseLead } from '#app/advocacy/referrals/erase-referrals.server.ts'
import { getReferral } from '#app/advocacy/referrals/get-referral.server.ts'
import { countReferrals, listReferrals, referralsOf } from '#app/advocacy/referrals/list-referrals.server.ts'
import { ensureReferralLink, listReferralLinks, renewReferralLink, revokeReferralLink } from '#app/advocacy/referrals/referral-links.server.ts' // prettier-ignore
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { nominateAdvocate } from '#app/advocacy/nominate-advocate.server.ts'
import { write } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { allReferrals, expectThanks, lead, leadAt, recommender } from '#test/advocacy/referrals.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { merge } from '#test/loop/merging.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof recommender>>
beforeEach(async () => {
  w = await world()
  one = await recommender(w)
})
const add = (over: Partial<Parameters<typeof addReferral>[1]> = {}) => {
  w.clock.advance(1)
  const { name, email, company } = lead
  return addReferral(w.ctx(), { contactId: one.contact.id, name, email, company, ...over })
}
const checksOf = async (over: Parameters<typeof add>[0] = {}) =>
  (({ state, checks }) => ({ state, checks }))(await getReferral(w.ctx(), (await add(over)).id))
const move = (id: string, verb: Parameters<typeof changeReferral>[1]['verb'], more = {}) =>
  changeReferral(w.ctx(), { id, verb, ...more })
const types = async () => (await w.store.db.select().from(events).orderBy(events.id)).map((row) => row.type)

describe('links', () => {
  it('there is one open link of a person, however many ask for it at once', async () => {
    const other = await w.contact({ accountId: one.account.id })
    const codes = await Promise.all(Array.from({ length: 8 }, () => ensureReferralLink(w.ctx(), other.id)))
    expect(new Set(codes).size).toBe(1)
    expect(await listReferralLinks(w.ctx(), other.id)).toMatchObject([{ code: codes[0], revokedAt: null, visits: 0 }])
  })

  it('a new one ends the old one; taken back, a second time is a conflict', async () => {
    w.clock.advance(1)
    const renewed = await renewReferralLink(w.ctx(), one.contact.id)
    expect(renewed).not.toBe(one.code)
    expect((await leadAt(w).open(one.code)).status).toBe(410)
    expect((await leadAt(w).open(renewed)).status).toBe(200)
    await revokeReferralLink(w.ctx(), one.contact.id)
    await expect(revokeReferralLink(w.ctx(), one.contact.id)).rejects.toThrow('no_open_link')
    expect((await types()).filter((type) => type.startsWith('advocacy.referral_link')).sort()).toEqual([
      'advocacy.referral_link_made',
      'advocacy.referral_link_made',
      'advocacy.referral_link_revoked',
      'advocacy.referral_link_revoked',
    ])
  })

  it('nobody gets one who left the company, left the advocates, or isn’t there; a person only their own', async () => {
    const gone = await w.contact({ accountId: one.account.id, state: 'left' })
    await expect(ensureReferralLink(w.ctx(), gone.id)).rejects.toThrow('no_link_for')
    const program = await makeProgram(w)
    const { id } = await makeResponse(w, program, { contact: one.contact, score: 10 })
    await write(w.system(), (ctx) => nominateAdvocate(ctx, { contactId: one.contact.id, accountId: null, responseId: id })) // prettier-ignore
    await changeAdvocate(w.ctx(), { contactId: one.contact.id, verb: 'leave' })
    await expect(ensureReferralLink(w.ctx(), one.contact.id)).rejects.toThrow('no_link_for')
    for (const id of ['con_nobody', "'\0", '']) await expect(ensureReferralLink(w.ctx(), id)).rejects.toThrow('not_found') // prettier-ignore
    const other = await w.contact()
    const me = w.ctx({ kind: 'contact', id: other.id })
    expect(await ensureReferralLink(me, other.id)).toHaveLength(13)
    await expect(ensureReferralLink(me, one.contact.id)).rejects.toThrow('forbidden')
  })
})

describe('checks: what is suspicious waits for a colleague', () => {
  it('nothing is, of somebody new', async () => {
    expect(await checksOf()).toEqual({ state: 'new', checks: [] })
  })
  it('the referrer’s own address, also with a tag behind it', async () => {
    expect(await checksOf({ email: 'Hana+x@AOI.example' })).toMatchObject({ state: 'review', checks: ['self', 'same_domain'] }) // prettier-ignore
    const free = await recommender(w, { email: 'mori@gmail.com', domain: 'free.example' })
    expect(await checksOf({ contactId: free.contact.id, email: 'm.ori@gmail.com' })).toMatchObject({ checks: ['self'] })
  })
  it('an address at the referrer’s company, but not at a place where anybody gets one', async () => {
    expect(await checksOf({ email: 'yuki@tokyo.aoi.example' })).toEqual({ state: 'review', checks: ['same_domain'] })
    const free = await recommender(w, { email: 'mori@gmail.com', domain: 'free.example' })
    expect(await checksOf({ contactId: free.contact.id, email: 'ken@gmail.com' })).toMatchObject({ checks: [] })
  })
  it('somebody who is among the contacts, and a company that is among the accounts', async () => {
    await w.contact({ email: 'Ken@Minato.example', emailKey: 'ken@minato.example' })
    await w.account({ domain: 'minato.example' })
    expect(await checksOf()).toEqual({ state: 'review', checks: ['known_contact', 'known_account'] })
  })
  it('a lead that another sent in before, or that was turned down', async () => {
    const other = await recommender(w, { email: 'o@other.example', domain: 'other.example' })
    await add()
    expect(await checksOf({ contactId: other.contact.id })).toEqual({ state: 'review', checks: ['duplicate'] })
    const { id } = await add({ email: 'x@else.example' })
    await move(id, 'reject', { reason: 'No such company' })
    expect(await checksOf({ email: 'x@else.example' })).toEqual({ state: 'review', checks: ['duplicate'] })
  })
  it('the sixth of one link within a day, and not the sixth of two days', async () => {
    const send = async (n: number) => expectThanks(await leadAt(w).send(one.code, { email: `p${n}@firm${n}.example` }), one.code) // prettier-ignore
    for (let n = 1; n <= 6; n++) await send(n)
    expect((await allReferrals(w)).map((row) => row.checks)).toEqual([[], [], [], [], [], ['burst']])
    w.clock.advance(DAY)
    await send(7)
    expect((await allReferrals(w)).at(-1)).toMatchObject({ state: 'new', checks: [] })
  })
})

describe('moves', () => {
  it('lead → qualified → won with what it is worth, each with an event, and one step back at a time', async () => {
    const { id } = await add()
    await move(id, 'qualify')
    w.clock.advance(3 * DAY)
    await move(id, 'win', { amount: '¥1,200,000' })
    expect(await getReferral(w.ctx(), id)).toMatchObject({ state: 'won', dealMinor: 1_200_000, currency: 'JPY', dealBaseMinor: 1_200_000, wonAt: w.now() }) // prettier-ignore
    const [won] = await w.store.db.select().from(events).where(eq(events.type, 'advocacy.referral_won'))
    expect(won).toMatchObject({ subjectId: id, contactId: one.contact.id, accountId: one.account.id })
    expect(won!.data).toEqual({ from: 'qualified', to: 'won', dealMinor: 1_200_000, currency: 'JPY', dealBaseMinor: 1_200_000 }) // prettier-ignore
    await move(id, 'reopen')
    expect(await getReferral(w.ctx(), id)).toMatchObject({ state: 'qualified', dealMinor: null, currency: null, dealBaseMinor: null, wonAt: null }) // prettier-ignore
  })

  it('another currency than ours is kept as it is: no rate is known', async () => {
    const { id } = await add()
    await move(id, 'qualify')
    await move(id, 'win', { amount: '12,000.50', currency: 'USD' })
    expect(await getReferral(w.ctx(), id)).toMatchObject({ dealMinor: 1_200_050, currency: 'USD', dealBaseMinor: null })
  })

  it('a win without an amount, and an end without a reason, change nothing', async () => {
    const { id } = await add()
    await expect(move(id, 'lose')).rejects.toMatchObject({ status: 422, fields: { reason: 'reason_missing' } })
    await move(id, 'qualify')
    await expect(move(id, 'win')).rejects.toMatchObject({ status: 422, fields: { amount: 'deal_missing' } })
    await expect(move(id, 'win', { amount: 'lots' })).rejects.toMatchObject({ status: 422 })
    expect(await getReferral(w.ctx(), id)).toMatchObject({ state: 'qualified', reason: null })
  })

  it('what the state refuses is a conflict; of two who win at once one does', async () => {
    const { id } = await add()
    await expect(move(id, 'win', { amount: '5' })).rejects.toMatchObject({ status: 409, code: 'referral_state' })
    await move(id, 'qualify')
    const both = await Promise.allSettled([move(id, 'win', { amount: '5' }), move(id, 'win', { amount: '6' })])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await types()).filter((type) => type === 'advocacy.referral_won')).toHaveLength(1)
  })

  it('a lead is worked on once: a second referral of it is not accepted while the first goes on', async () => {
    const other = await recommender(w, { email: 'o@other.example', domain: 'other.example' })
    const first = await add()
    const second = await add({ contactId: other.contact.id })
    await expect(move(second.id, 'accept')).rejects.toMatchObject({ status: 409, code: 'referral_twice' })
    await move(first.id, 'lose', { reason: 'No budget' })
    await move(second.id, 'accept')
    await expect(move(first.id, 'reopen')).rejects.toMatchObject({ status: 409, code: 'referral_twice' })
  })

  it('is given to a colleague who works here', async () => {
    const [mika, gone] = [await w.user({ name: 'Mika' }), await w.user({ state: 'deactivated' as never })]
    const { id } = await add()
    await giveReferral(w.ctx(), { id, ownerId: mika.id })
    expect(await getReferral(w.ctx(), id)).toMatchObject({ owner: 'Mika' })
    await expect(giveReferral(w.ctx(), { id, ownerId: gone.id })).rejects.toMatchObject({ status: 422 })
    await giveReferral(w.ctx(), { id, ownerId: null })
    expect(await getReferral(w.ctx(), id)).toMatchObject({ owner: null })
  })
})

it('names the answer that started it, also when a newer one came later', async () => {
  const { id: responseId } = await makeResponse(w, await makeProgram(w), { contact: one.contact, score: 10 })
  await write(w.system(), (ctx) => nominateAdvocate(ctx, { contactId: one.contact.id, accountId: null, responseId }))
  const { id } = await add()
  const { id: newer } = await makeResponse(w, await makeProgram(w), { contact: one.contact, score: 9 })
  await write(w.system(), (ctx) => nominateAdvocate(ctx, { contactId: one.contact.id, accountId: null, responseId: newer })) // prettier-ignore
  expect(await getReferral(w.ctx(), id)).toMatchObject({ responseId, answer: { score: 10, class: 'high' } })
})

it('lists by state, referrer and words, page by page, and counts each state', async () => {
  const other = await recommender(w, { email: 'o@other.example', domain: 'other.example' })
  for (let n = 0; n < 53; n++) {
    w.clock.advance(1)
    await add({ email: `p${n}@firm${n}.example`, name: n === 7 ? 'Ｓａｔｏ Mio' : `Lead ${n}` })
  }
  await add({ contactId: other.contact.id, email: 'z@zed.example' })
  const first = await listReferrals(w.ctx(), { referrer: one.contact.id })
  const rest = await listReferrals(w.ctx(), { referrer: one.contact.id, after: first.next! })
  expect(new Set([...first.referrals, ...rest.referrals].map((row) => row.id)).size).toBe(53)
  expect([first.referrals.length, rest.referrals.length, rest.next]).toEqual([50, 3, null])
  expect((await listReferrals(w.ctx(), { q: 'sato' })).referrals).toMatchObject([{ leadName: 'Ｓａｔｏ Mio' }]) // prettier-ignore
  expect((await listReferrals(w.ctx(), { q: 'sato', referrer: other.contact.id })).referrals).toEqual([])
  expect((await listReferrals(w.ctx(), { state: 'nonsense' as never, after: "'; drop", referrer: '\0' })).referrals).toHaveLength(50) // prettier-ignore
  expect(await countReferrals(w.ctx())).toMatchObject({ new: 54, review: 0, won: 0 })
  expect(await referralsOf(w.ctx(), other.contact.id)).toMatchObject([{ leadEmail: 'z@zed.example' }])
})

test('who may: customer success reads, viewers don’t, only marketing and leads change', async () => {
  const { id } = await add()
  const as = async (role: 'csm' | 'viewer' | 'marketer') => w.ctx((await w.user({ roles: [role] })).actor)
  const [csm, viewer, marketer] = [await as('csm'), await as('viewer'), await as('marketer')]
  expect((await listReferrals(csm)).referrals).toHaveLength(1)
  for (const read of [
    listReferrals(viewer),
    getReferral(viewer, id),
    referralsOf(viewer, one.contact.id),
    countReferrals(viewer),
    listReferralLinks(viewer, one.contact.id),
  ])
    // prettier-ignore
    await expect(read).rejects.toThrow('forbidden')
  for (const change of [
    changeReferral(csm, { id, verb: 'qualify' }),
    giveReferral(csm, { id, ownerId: null }),
    ensureReferralLink(csm, one.contact.id),
    renewReferralLink(csm, one.contact.id),
    revokeReferralLink(csm, one.contact.id),
    eraseLead(marketer, { id }),
  ])
    // prettier-ignore
    await expect(change).rejects.toThrow('forbidden')
  await changeReferral(marketer, { id, verb: 'qualify' })
})

describe('people who go', () => {
  it('a referrer who is erased takes link and name with them, what they brought stays', async () => {
    const { id } = await add({ message: 'Mori Hana told me.' })
    await eraseContact(w.ctx(), { contactId: one.contact.id })
    expect((await leadAt(w).open(one.code)).status).toBe(404)
    expect(await allReferrals(w)).toMatchObject([
      { id, contactId: null, code: null, responseId: null, message: null, leadEmail: lead.email, state: 'new' },
    ])
    await move(id, 'qualify')
  })

  it('a lead is blanked on request, once, and an open referral ends; won revenue stays', async () => {
    const open = await add()
    await eraseLead(w.ctx(), { id: open.id })
    expect(await allReferrals(w)).toMatchObject([{ leadName: null, leadEmail: null, leadEmailKey: null, company: null, searchKey: '', state: 'rejected' }]) // prettier-ignore
    await expect(eraseLead(w.ctx(), { id: open.id })).rejects.toMatchObject({ status: 409 })
    await expect(move(open.id, 'reopen')).rejects.toMatchObject({ status: 409, code: 'referral_erased' })
    const won = await add()
    await move(won.id, 'qualify')
    await move(won.id, 'win', { amount: '700' })
    await eraseLead(w.ctx(), { id: won.id })
    expect(await getReferral(w.ctx(), won.id)).toMatchObject({ state: 'won', dealMinor: 700, leadName: null })
  })

  it('a lead who is a contact by now is blanked when they are erased', async () => {
    await add()
    const ken = await w.contact({ email: lead.email, emailKey: lead.email })
    await eraseContact(w.ctx(), { contactId: ken.id })
    expect(await allReferrals(w)).toMatchObject([{ leadName: null, leadEmail: null, contactId: one.contact.id }])
  })

  it('two people who are one: both links stay good, all they brought is together, a review of both waits once', async () => {
    const other = await recommender(w, { name: 'Hana M', email: 'h.mori@aoi.example', domain: 'aoi2.example' })
    await w.account({ domain: 'minato.example' })
    await add()
    await add({ contactId: other.contact.id })
    await add({ contactId: other.contact.id, email: 'z@zed.example' })
    await merge(w, 'contact', other.contact.id, one.contact.id)
    expect((await allReferrals(w)).map((row) => [row.contactId, row.state])).toEqual([
      [one.contact.id, 'review'],
      [one.contact.id, 'rejected'],
      [one.contact.id, 'new'],
    ])
    for (const code of [one.code, other.code]) expect((await leadAt(w).open(code)).status).toBe(200)
    expect((await listReferralLinks(w.ctx(), one.contact.id)).map((link) => link.code).sort()).toEqual([one.code, other.code].sort()) // prettier-ignore
    expect(await w.store.db.select().from(contacts).where(eq(contacts.id, other.contact.id))).toEqual([])
  })

  it('two companies that are one have what both brought', async () => {
    const other = await recommender(w, { email: 'o@other.example', domain: 'other.example' })
    await add({ contactId: other.contact.id })
    await merge(w, 'account', other.account.id, one.account.id)
    expect(await allReferrals(w)).toMatchObject([{ accountId: one.account.id }])
  })
})
