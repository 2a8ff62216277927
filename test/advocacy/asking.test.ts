import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { blocksOf } from '#app/advocacy/asking/blocks.ts'
import { releaseAsk, reserveAsk, reservedFor } from '#app/advocacy/asking/reserve-ask.server.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { write } from '#app/audit/context.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { askBlocks, type AskBlock, type AskContent } from '#db/enums/advocacy.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { asks, askVersions } from '#db/schema/advocacy-asks.ts'
import { events } from '#db/schema/audit.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { agree, promoters } from '#test/advocacy/asking-world.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let hana: ContactRow
let kenji: ContactRow
beforeEach(async () => {
  w = await world()
  account = await w.account({ name: 'Aoi Trading', health: 'green', renewalOn: '2027-03-01' })
  ;[hana, kenji] = (await promoters(w, account, ['Mori Hana', 'Ito Kenji'])) as [ContactRow, ContactRow]
})

const standing = async (kind: 'referral' | 'case_study' = 'referral', who = hana) => {
  const of = await rulesOf(w.system(), kind)
  const all = await standingsOf(w.system(), of, { which: undefined, limit: 100 })
  return blocksOf(all.find((one) => one.contactId === who.id)!.blocks)
}
const set = (table: typeof contacts | typeof accounts, id: string, values: object) =>
  w.store.write(async (tx) => void (await tx.update(table).set(values).where(eq(table.id, id))))
const change = (over: Partial<AskContent>, rules: Partial<AskContent['rules']> = {}) =>
  w.store.write(async (tx) => {
    const content = { ...standardAsks.referral, ...over }
    await tx.insert(askVersions).values({
      id: newId('ver', w.now()),
      kind: 'referral',
      number: 1,
      content: { ...content, rules: { ...content.rules, ...rules } },
      createdAt: w.now(),
      createdBy: 'usr_admin',
    })
  })
const asked = (over: Partial<typeof asks.$inferInsert> = {}) =>
  w.store.write(async (tx) => {
    const at = over.sentAt ?? w.now() - 40 * DAY
    await tx.insert(asks).values({
      id: newId('ask', w.now()),
      kind: 'review',
      version: 0,
      contactId: hana.id,
      accountId: account.id,
      state: 'declined',
      channel: 'mail',
      holderId: 'usr_admin',
      reservedAt: at,
      reservedUntil: at,
      quarter: 0,
      language: 'en',
      sentAt: at,
      ...over,
    })
  })

/** 2 March 2026 is in the first quarter. */
const thisQuarter = 2026 * 4

/** What alone brings each rule about; everybody else may be asked meanwhile. */
const causes: Record<Exclude<AskBlock, 'no_company_consent'>, () => Promise<unknown>> = {
  off: () => change({ on: false }),
  gone: () => set(contacts, hana.id, { state: 'left' }),
  not_a_customer: () => set(contacts, hana.id, { isTest: true }),
  no_email: () => set(contacts, hana.id, { email: null, emailKey: null }),
  suppressed: () =>
    write(w.system(), (ctx) => suppressAddress(ctx, { email: hana.email!, reason: 'bounce', source: 'test' })),
  unhappy: () => set(contacts, hana.id, { lastClass: 'mid' }),
  too_long_ago: () => set(contacts, hana.id, { lastAnsweredAt: w.now() - 181 * DAY }),
  paused: () => changeAdvocate(w.ctx(), { contactId: hana.id, verb: 'pause' }),
  no_consent: () =>
    w.store.write(async (tx) => void (await tx.update(consents).set({ state: 'withdrawn' }).where(eq(consents.party, `con:${hana.id}`)))), // prettier-ignore
  case_open: async () => {
    const colleague = await w.contact({ accountId: account.id })
    await land(w, await makeProgram(w), colleague, (await w.user({ roles: ['csm'] })).id)
  },
  held: () =>
    write(w.system(), (ctx) => placeHold(ctx, { subjectKey: `con:${hana.id}`, reason: 'manual', refId: 'x' })),
  opted_out: () => setPreference(w.ctx(), { contactId: hana.id, scope: 'asks', choice: 'off', source: 'staff' }),
  asked_now: () => reserveAsk(w.ctx(), { kind: 'review', contactId: hana.id }),
  asked_lately: () => asked({ sentAt: w.now() - 29 * DAY }),
  cooling_down: () => asked({ kind: 'referral', sentAt: w.now() - 179 * DAY }),
  person_budget: async () => {
    await asked({ quarter: thisQuarter, accountId: null })
    await asked({ quarter: thisQuarter, accountId: null })
  },
  account_budget: async () => {
    await asked({ quarter: thisQuarter, contactId: kenji.id })
    await asked({ quarter: thisQuarter, contactId: kenji.id })
  },
  health: () => set(accounts, account.id, { health: 'red' }),
  renewal: () => set(accounts, account.id, { renewalOn: '2026-05-01' }),
  language: () => change({}, { languages: ['ja'] }),
  capacity: async () => {
    await change({}, { mostOpen: 1 })
    const [other] = await promoters(w, await w.account({ health: 'green' }), ['Sato Mei'])
    await reserveAsk(w.ctx(), { kind: 'referral', contactId: other!.id })
  },
}

describe('each rule alone forbids an ask, and says so', () => {
  test.each(Object.keys(causes) as (keyof typeof causes)[])('%s', async (block) => {
    expect(await standing()).toEqual([])
    await causes[block]()
    expect(await standing()).toEqual([block])
    const channel = block === 'no_email' || block === 'suppressed' ? 'mail' : 'hand'
    const refused = await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id, channel })
    expect(refused).toMatchObject({ kind: 'refused', blocks: [block] })
  })

  test('no_company_consent', async () => {
    await agree(w, `con:${hana.id}`, 'case_study')
    expect(await standing('case_study')).toContain('no_company_consent')
    await agree(w, `acc:${account.id}`, 'case_study')
    expect(await standing('case_study')).not.toContain('no_company_consent')
  })

  test('none is left out', () => {
    expect([...Object.keys(causes), 'no_company_consent'].sort()).toEqual([...askBlocks].sort())
  })
})

test('who has no address can be spoken to', async () => {
  await causes.no_email()
  expect(await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id, channel: 'mail' })).toMatchObject({ blocks: ['no_email'] }) // prettier-ignore
  expect(await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id, channel: 'hand' })).toMatchObject({ kind: 'reserved' }) // prettier-ignore
})

test('of two who ask at the same moment one gets it, and the other hears who has it until when', async () => {
  const marketer = await w.user({ name: 'Mia Marketer', roles: ['marketer'] })
  const tries = await Promise.all(
    [w.admin, marketer.actor].map((actor) => reserveAsk(w.ctx(actor), { kind: 'referral', contactId: hana.id })),
  )
  const won = tries.findIndex((one) => one.kind === 'reserved')
  expect(tries.map((one) => one.kind).sort()).toEqual(['refused', 'reserved'])
  expect(tries[1 - won]).toEqual({
    kind: 'refused',
    blocks: ['asked_now'],
    holder: { name: won === 0 ? 'Aiko Admin' : 'Mia Marketer', until: w.now() + reservedFor },
  })
})

test('what nobody has written in time is free again, and so is what was given back', async () => {
  const first = await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })
  w.clock.advance(reservedFor)
  const second = await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })
  expect([first.kind, second.kind]).toEqual(['reserved', 'reserved'])
  if (second.kind !== 'reserved') throw new Error()
  const other = await w.user({ roles: ['marketer'] })
  await expect(releaseAsk(w.ctx(other.actor), second.askId)).rejects.toMatchObject({ status: 409 })
  await releaseAsk(w.ctx(), second.askId)
  expect(await standing()).toEqual([])
  const types = (await w.store.db.select().from(events)).map((event) => event.type)
  expect(types.filter((type) => type.startsWith('advocacy.ask_'))).toEqual([
    'advocacy.ask_reserved',
    'advocacy.ask_released', // by the clock
    'advocacy.ask_reserved',
    'advocacy.ask_released',
  ])
})

test('a thousand who reserve at once for a hundred places: exactly a hundred get one', async () => {
  const people: ContactRow[] = []
  for (let i = 0; i < 50; i++) {
    const own = await w.account({ name: `Account ${i}`, health: 'green' })
    people.push(...(await promoters(w, own, [`A ${i}`, `B ${i}`, `C ${i}`, `D ${i}`])))
  }
  const tries = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) =>
      reserveAsk(w.ctx(), { kind: 'referral', contactId: people[(i * 7) % people.length]!.id }),
    ),
  )
  expect(tries.filter((one) => one.kind === 'reserved')).toHaveLength(100) // 50 accounts bear two each
  const perAccount = new Map<string, number>()
  for (const { accountId } of await w.store.db.select().from(asks))
    perAccount.set(accountId!, (perAccount.get(accountId!) ?? 0) + 1)
  expect([...perAccount.values()]).toEqual(Array.from({ length: 50 }, () => 2))
})

test('only who may ask advocates reserves, and nobody who is none', async () => {
  const { actor } = await w.user({ roles: ['viewer'] })
  await expect(reserveAsk(w.ctx(actor), { kind: 'referral', contactId: hana.id })).rejects.toMatchObject({ status: 403 }) // prettier-ignore
  const stranger = await w.contact({})
  await expect(reserveAsk(w.ctx(), { kind: 'referral', contactId: stranger.id })).rejects.toMatchObject({ status: 404 })
})

test('a CSM asks their own customers and nobody’s, not those of a colleague', async () => {
  const [emma, misaki] = [await w.user({ roles: ['csm'] }), await w.user({ roles: ['csm'] })]
  await set(accounts, account.id, { ownerId: emma.id })
  await expect(reserveAsk(w.ctx(misaki.actor), { kind: 'referral', contactId: hana.id })).rejects.toMatchObject({
    status: 403,
  })
  expect(await reserveAsk(w.ctx(emma.actor), { kind: 'referral', contactId: hana.id })).toMatchObject({
    kind: 'reserved',
  })
  await set(accounts, account.id, { ownerId: null })
  expect(await reserveAsk(w.ctx(misaki.actor), { kind: 'referral', contactId: kenji.id })).toMatchObject({
    kind: 'reserved',
  })
})
