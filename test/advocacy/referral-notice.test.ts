import { beforeEach, expect, test } from 'vitest'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { eraseLead } from '#app/advocacy/referrals/erase-referrals.server.ts'
import { referralTeller, tellOfReferral } from '#app/advocacy/referrals/referral-teller.server.ts'
import { renderReferralNotice } from '#app/advocacy/referrals/render-referral-notice.server.ts'
import { kindRules, mostMails } from '#app/notifications/notice.ts'
import { can } from '#app/audit/can.ts'
import { eq } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { notifications } from '#db/schema/notifications.ts'
import { lead, leadAt, recommender } from '#test/advocacy/referrals.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let owner: UserRow
let mari: UserRow
let found: Awaited<ReturnType<typeof recommender>>
beforeEach(async () => {
  w = await world()
  owner = await w.user({ name: 'Owner One', roles: ['csm'] })
  mari = await w.user({ name: 'Mari Market', roles: ['marketer'] })
  await w.user({ name: 'Gone Market', roles: ['marketer'], state: 'ended' })
  await w.user({ name: 'Other CSM', roles: ['csm'] })
  found = await recommender(w)
  await w.store.write(
    async (tx) => void (await tx.update(accounts).set({ ownerId: owner.id }).where(eq(accounts.id, found.account.id))),
  )
})

/** As the worker runs it, for each that came in, twice. */
async function tellAll() {
  const came = (await w.store.db.select().from(events).orderBy(events.id)).filter(({ type }) => /referral_(received|added)$/.test(type)) // prettier-ignore
  for (const event of [...came, ...came]) await tellOfReferral(w.system(), event)
}
const told = () => w.store.db.select().from(notifications).orderBy(notifications.id)
const said = async (user: UserRow, locale: 'en' | 'ja' = 'en') => {
  const list = (await told()).filter((one) => one.userId === user.id)
  const words = await referralTeller(w.ctx(user.actor), { actor: user.actor, locale, zone: 'Asia/Tokyo' }, list)
  return list.map((one) => words.get(one.id) ?? null)
}

test('a lead by a link is told to the owner of the account and to every marketer, once, until somebody goes on with it', async () => {
  await leadAt(w).send(found.code)
  await tellAll()
  expect((await told()).map(({ userId, kind }) => `${userId} ${kind}`).sort()).toEqual([`${mari.id} referral_new`, `${owner.id} referral_new`].sort()) // prettier-ignore
  const [notice] = await told()
  const path = `/referrals/${notice!.subjectId}`
  expect(await said(mari)).toEqual([{ text: 'Mori Hana (Aoi Trading) recommended us to Suzuki Ken (Minato Foods).', path, over: null }]) // prettier-ignore
  expect((await said(mari, 'ja'))[0]!.text).toBe('Mori Hana 様（Aoi Trading）のご紹介で、Suzuki Ken 様（Minato Foods）の登録がありました。') // prettier-ignore
  const mail = (await w.store.db.select().from(messages)).find((one) => one.userId === mari.id)
  const { subject, text } = await renderReferralNotice(w.system(), mail!)
  expect(subject).toBe('New referral: Suzuki Ken (Minato Foods)')
  expect(text).toContain(path)
  await changeReferral(w.ctx(), { id: notice!.subjectId, verb: 'qualify' })
  expect(await said(mari)).toMatchObject([{ over: 'handled' }])
  await eraseLead(w.ctx(), { id: notice!.subjectId })
  expect(await said(mari)).toEqual([null])
})

test('what waits for review is told as such, with what is to be looked at', async () => {
  await leadAt(w).send(found.code, { email: 'friend@aoi.example' })
  await tellAll()
  expect((await told()).map(({ kind }) => kind)).toEqual(['referral_review', 'referral_review'])
  const mail = (await w.store.db.select().from(messages)).find((one) => one.userId === owner.id)
  const { subject, text } = await renderReferralNotice(w.system(), mail!)
  expect(subject).toBe('Referral to review: Suzuki Ken (Minato Foods)')
  expect(text).toContain('The lead’s address is at the company of the person who recommends us.')
})

test('who writes a referral down is not told of it, and many at once are told in a digest after the first mails', async () => {
  for (let i = 0; i < mostMails + 3; i++)
    await addReferral(w.ctx(mari.actor), { ...lead, email: `lead${i}@minato.example`, contactId: found.contact.id })
  await tellAll()
  const all = await told()
  expect(new Set(all.map((one) => one.userId))).toEqual(new Set([owner.id]))
  expect(all).toHaveLength(mostMails + 3)
  expect((await w.store.db.select().from(messages)).filter((one) => one.userId === owner.id)).toHaveLength(mostMails)
  expect(all.filter((one) => one.digestAt !== null)).toHaveLength(3)
})

test('only who may see advocates can hear of referrals', async () => {
  const viewer = await w.user({ roles: ['viewer'] })
  for (const kind of ['referral_new', 'referral_review'] as const) {
    expect(can(viewer.actor, kindRules[kind].access)).toBe(false)
    expect(can(mari.actor, kindRules[kind].access)).toBe(true)
  }
})
