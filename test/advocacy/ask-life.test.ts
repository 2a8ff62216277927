import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { after, askVerbs } from '#app/advocacy/asking/ask.ts'
import { askToken, openAskToken } from '#app/advocacy/asking/ask-token.server.ts'
import { agreedWords } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { ownerHas, queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { askTeller, tellOwnerOfAsk } from '#app/advocacy/asking/ask-teller.server.ts'
import { renderAskNotice } from '#app/advocacy/asking/render-ask-notice.server.ts'
import { reserveAsk, reservedFor } from '#app/advocacy/asking/reserve-ask.server.ts'
import { expiresAfter, followUp, remindedAfter } from '#app/advocacy/asking/follow-up.server.ts'
import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { recheckAsks, stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { write } from '#app/audit/context.server.ts'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import { askStates } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { events } from '#db/schema/audit.ts'
import { outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { notifications } from '#db/schema/notifications.ts'
import { land, makeProgram } from '#test/cases/make.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import type { AccountRow, ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let account: AccountRow
let hana: ContactRow
let owner: Awaited<ReturnType<World['user']>>
beforeEach(async () => {
  w = await world()
  owner = await w.user({ name: 'Omar Owner', roles: ['csm'] })
  account = await w.account({ name: 'Aoi Trading', health: 'green', ownerId: owner.id })
  ;[hana] = (await promoters(w, account, ['Mori Hana'])) as [ContactRow]
})

const words = { subject: 'A small favour, {name}', body: 'Dear {name},\n\nwould you recommend {company}?\n\n{sender}' }
async function reserve(contactId = hana.id) {
  const got = await reserveAsk(w.ctx(), { kind: 'referral', contactId })
  if (got.kind !== 'reserved') throw new Error(got.blocks.join())
  return got.askId
}
async function written() {
  const askId = await reserve()
  const { dueAt } = await queueAsk(w.ctx(), { askId, ...words })
  return { askId, dueAt }
}
const row = async (askId: string) => (await w.store.db.select().from(asks).where(eq(asks.id, askId)))[0]!
const mails = () => w.store.db.select().from(messages).where(eq(messages.refKind, 'ask'))
/** Its newest mail, as the outbox hands it over. */
const mailOf = async (askId: string) => (await mails()).filter((mail) => mail.refId === askId).at(-1)!
const guard = async (askId: string) => {
  const mail = await mailOf(askId)
  return write(w.system(), (ctx) => guardAsk(ctx, mail))
}
async function send(askId: string) {
  const mail = await mailOf(askId)
  expect(await guard(askId)).toBe(null)
  await w.store.write(async (tx) => void (await tx.update(messages).set({ state: 'sent', sentAt: w.now() }).where(eq(messages.id, mail.id)))) // prettier-ignore
  for (let i = 0; i < 2; i++) await write(w.system(), (ctx) => settleAsk(ctx, mail, 'sent'))
}
async function sent() {
  const { askId, dueAt } = await written()
  w.clock.set(dueAt)
  await send(askId)
  return askId
}
const customer = (id = hana.id) => w.ctx({ kind: 'contact', id })
const answer = (askId: string, said: 'accept' | 'decline' | 'later', months: 1 | 3 | 6 = 3) =>
  answerAsk(customer(), { askId, answer: said, months, language: 'en' })
const types = async () =>
  (await w.store.db.select().from(events)).map(({ type }) => type).filter((type) => type.startsWith('advocacy.ask_'))
const unhappyColleague = async () => {
  const contact = await w.contact({ accountId: account.id })
  await land(w, await makeProgram(w), contact, owner.id)
}

describe('from writing to sending', () => {
  test('what somebody else owns waits a working day, and leaves in sending hours', async () => {
    // Monday 10:00 in Tokyo and eight working hours of a calendar from 9 to 17: Tuesday 10:00.
    const { askId, dueAt } = await written()
    expect(ownerHas).toBe(8 * HOUR)
    expect(new Date(dueAt).toISOString()).toBe('2026-03-03T01:00:00.000Z')
    expect(await row(askId)).toMatchObject({
      subject: 'A small favour, Mori Hana',
      body: 'Dear Mori Hana,\n\nwould you recommend Sora?\n\nAiko Admin',
    })
    expect(await mailOf(askId)).toMatchObject({ stream: 'ask', template: 'advocacy.ask', dueAt, toEmail: hana.email })
  })

  test('the owner of the account hears of it before it leaves, word for word, and not when it is over', async () => {
    const { askId } = await written()
    const [event] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.ask_written')
    for (let i = 0; i < 2; i++) await tellOwnerOfAsk(w.system(), event!)
    const told = await w.store.db.select().from(notifications)
    expect(told).toMatchObject([{ userId: owner.id, kind: 'ask_written', subjectId: askId }])
    const reader = { actor: owner.actor as never, locale: 'en' as const, zone: 'Asia/Tokyo' }
    const say = async () => (await askTeller(w.ctx(owner.actor), reader, told)).get(told[0]!.id)
    expect(await say()).toEqual({
      text: 'Aiko Admin wants to ask Mori Hana (Aoi Trading): Referral. It leaves 3 Mar 2026, 10:00.',
      path: '/asks',
      over: null,
    })
    const [mail] = (await w.store.db.select().from(messages)).filter(({ userId }) => userId === owner.id)
    const { subject, text } = await renderAskNotice(w.system(), mail!)
    expect(subject).toBe('Mori Hana is about to be asked: Referral')
    expect(text).toContain('would you recommend Sora?')
    await stopAsk(w.ctx(), { askId })
    expect(await say()).toMatchObject({ over: 'ended' })
  })

  test('the owner’s own ask leaves at once; on a Saturday, on Monday', async () => {
    await w.store.write(async (tx) => void (await tx.update(contacts).set({ zone: 'Asia/Tokyo' }))) // prettier-ignore
    const lead = await w.user({ roles: ['lead'] })
    const own = await w.account({ health: 'green', ownerId: lead.id })
    const [mei] = (await promoters(w, own, ['Sato Mei'])) as [ContactRow]
    w.clock.set(Date.parse('2026-03-07T01:00:00Z'))
    const got = await reserveAsk(w.ctx(lead.actor), { kind: 'referral', contactId: mei.id })
    if (got.kind !== 'reserved') throw new Error(got.blocks.join())
    const { dueAt } = await queueAsk(w.ctx(lead.actor), { askId: got.askId, ...words })
    expect(new Date(dueAt).toISOString()).toBe('2026-03-09T00:00:00.000Z')
  })

  test('pressed twice it is one mail; other words, or another colleague, are refused', async () => {
    const { askId } = await written()
    await queueAsk(w.ctx(), { askId, ...words })
    expect(await mails()).toHaveLength(1)
    await expect(queueAsk(w.ctx(), { askId, ...words, body: 'Other' })).rejects.toMatchObject({ status: 409 })
    const other = await w.user({ roles: ['marketer'] })
    await expect(queueAsk(w.ctx(other.actor), { askId, ...words })).rejects.toMatchObject({ status: 409 })
  })

  test('an open variable, an empty text and a lapsed reservation send nothing', async () => {
    const askId = await reserve()
    await expect(queueAsk(w.ctx(), { askId, subject: 'Hi {first_name}', body: 'x' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(queueAsk(w.ctx(), { askId, subject: ' ', body: 'x' })).rejects.toThrow()
    w.clock.advance(reservedFor)
    await expect(queueAsk(w.ctx(), { askId, ...words })).rejects.toMatchObject({ code: 'ask_lapsed' })
    expect(await mails()).toEqual([])
  })

  test('sent once: state, time, and one line in the ledger of outreach', async () => {
    const askId = await sent()
    expect(await row(askId)).toMatchObject({ state: 'sent', sentAt: w.now() })
    expect(await w.store.db.select().from(outreach).where(eq(outreach.refId, askId))).toMatchObject([
      { kind: 'ask', contactId: hana.id, accountId: account.id, at: w.now() },
    ])
    expect(await types()).toEqual(['advocacy.ask_reserved', 'advocacy.ask_written', 'advocacy.ask_sent'])
  })

  test('late by an outage it waits for the next opening', async () => {
    const { askId, dueAt } = await written()
    w.clock.set(dueAt + 12 * HOUR)
    expect(await guard(askId)).toBe('outside_hours')
    const mail = await mailOf(askId)
    await write(w.system(), (ctx) => settleAsk(ctx, { ...mail, stopReason: 'outside_hours' }, 'stopped'))
    expect(await row(askId)).toMatchObject({ state: 'queued' })
    expect(new Date((await mailOf(askId)).dueAt).toISOString()).toBe('2026-03-04T00:00:00.000Z')
  })
})

describe('what forbids it by the moment of sending stops it', () => {
  test('a case of a colleague: the last look says so, and the mail’s end cancels the ask', async () => {
    const { askId, dueAt } = await written()
    await unhappyColleague()
    w.clock.set(dueAt)
    expect(await guard(askId)).toBe('case_open')
    const mail = await mailOf(askId)
    await write(w.system(), (ctx) => settleAsk(ctx, { ...mail, stopReason: 'case_open' }, 'stopped'))
    expect(await row(askId)).toMatchObject({ state: 'cancelled', cancelReason: 'case_open' })
  })

  test('as soon as the event is heard, reserved and written ones alike', async () => {
    const first = (await written()).askId
    const [ren] = (await promoters(w, account, ['Ren'])) as [ContactRow]
    const second = await reserve(ren.id)
    await unhappyColleague()
    const [opened] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'cases.opened')
    for (let i = 0; i < 2; i++) await recheckAsks(w.system(), opened!)
    for (const id of [first, second])
      expect(await row(id)).toMatchObject({ state: 'cancelled', cancelReason: 'case_open', endedBy: null })
    expect(await mailOf(first)).toMatchObject({ state: 'cancelled' })
  })

  test('the owner of the account stops it, others’ customers are not theirs to stop', async () => {
    const { askId } = await written()
    const stranger = await w.user({ roles: ['csm'] })
    await expect(stopAsk(w.ctx(stranger.actor), { askId })).rejects.toMatchObject({ status: 403 })
    await stopAsk(w.ctx(owner.actor), { askId, why: 'Not this month.' })
    expect(await row(askId)).toMatchObject({ state: 'cancelled', cancelReason: 'stopped', endedBy: owner.id })
    await expect(stopAsk(w.ctx(owner.actor), { askId })).rejects.toMatchObject({ status: 409 })
    expect(await guard(askId)).toBe('cancelled')
    expect((await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })).kind).toBe('reserved') // its place is free
  })

  test('an address that bounces ends it', async () => {
    const askId = await sent()
    const mail = await mailOf(askId)
    await write(w.system(), (ctx) => settleAsk(ctx, { ...mail, stopReason: null }, 'bounced'))
    expect(await row(askId)).toMatchObject({ state: 'cancelled', cancelReason: 'bounced' })
  })
})

describe('the customer’s answer', () => {
  test('a yes is kept as consent to the words that were asked; a later no ends it', async () => {
    await w.store.write(async (tx) => void (await tx.delete(consents)))
    const askId = await reserveAndSendWithoutConsent()
    expect(await answer(askId, 'accept')).toBe(true)
    expect(await answer(askId, 'accept')).toBe(true)
    const [given] = await w.store.db.select().from(consents)
    expect(given).toMatchObject({ party: `con:${hana.id}`, askType: 'review', state: 'given', textVersion: 'ask-0/en' })
    expect(await agreedWords(w.ctx(), 'review', 'ask-0/en')).toEqual({
      text: standardAsks.review.wording.en.consent,
      language: 'en',
    })
    expect(await agreedWords(w.ctx(), 'review', 'ask-7/en')).toBe(null)
    await answer(askId, 'decline')
    expect((await w.store.db.select().from(consents))[0]).toMatchObject({ state: 'withdrawn', endedAt: w.now() })
    expect(await row(askId)).toMatchObject({ state: 'declined' })
  })

  test('later is remembered: nobody may ask before', async () => {
    const askId = await sent()
    await answer(askId, 'later', 6)
    expect(await row(askId)).toMatchObject({ state: 'later', laterAt: w.now() + 180 * DAY })
  })

  test('nobody else answers, and nothing that was never sent, or is over', async () => {
    const { askId } = await written()
    expect(await answer(askId, 'accept')).toBe(false)
    await expect(answerAsk(customer('con_other'), { askId, answer: 'accept', language: 'en' })).rejects.toMatchObject({ status: 403 }) // prettier-ignore
    await stopAsk(w.ctx(), { askId })
    expect(await answer(askId, 'accept')).toBe(false)
    expect(await row(askId)).toMatchObject({ state: 'cancelled' })
  })
})

async function reserveAndSendWithoutConsent() {
  const got = await reserveAsk(w.ctx(), { kind: 'review', contactId: hana.id })
  if (got.kind !== 'reserved') throw new Error(got.blocks.join())
  const { dueAt } = await queueAsk(w.ctx(), { askId: got.askId, ...words })
  w.clock.set(dueAt)
  await send(got.askId)
  return got.askId
}

test('what nobody has written in time is given back by the clock; who was never reminded in a month is not reminded at its end', async () => {
  const run = { id: 'job', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }
  const lapsed = await reserve()
  await followUp(w.system(), run)
  expect(await row(lapsed)).toMatchObject({ state: 'reserved' })
  w.clock.advance(reservedFor)
  await followUp(w.system(), run)
  expect(await row(lapsed)).toMatchObject({ state: 'lapsed', endedBy: null })
  const askId = await sent()
  w.clock.advance(expiresAfter)
  await followUp(w.system(), run)
  expect(await row(askId)).toMatchObject({ state: 'expired', remindedAt: null })
  expect((await mails()).map((mail) => mail.payload.turn)).toEqual(['first'])
})

test('who doesn’t answer is reminded once after a week, and taken for silent after a month', async () => {
  const askId = await sent()
  const run = { id: 'job', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }
  w.clock.advance(remindedAfter + MINUTE)
  for (let i = 0; i < 2; i++) await followUp(w.system(), run)
  expect((await mails()).map((mail) => mail.payload.turn)).toEqual(['first', 'reminder'])
  await send(askId)
  w.clock.set((await row(askId)).sentAt! + expiresAfter + MINUTE)
  for (let i = 0; i < 2; i++) await followUp(w.system(), run)
  expect(await row(askId)).toMatchObject({ state: 'expired' })
  expect(await mails()).toHaveLength(2)
  expect(await answer(askId, 'accept')).toBe(true) // who answers after all is heard
})

test('nothing leaves what is over, and only what was sent is answered', () => {
  for (const state of ['done', 'cancelled', 'lapsed'] as const)
    for (const verb of askVerbs) expect(after(state, verb)).toBe(null)
  expect(askStates.filter((state) => after(state, 'accept'))).toEqual([
    'sent',
    'accepted',
    'declined',
    'later',
    'expired',
  ])
  expect(askStates.filter((state) => after(state, 'send'))).toEqual(['queued'])
})

test('a link opens its own ask and no other thing', () => {
  expect(openAskToken(w.keys, askToken(w.keys, 'ask_1abc'))).toBe('ask_1abc')
  expect(openAskToken(w.keys, w.keys.sign('survey', 'ask_1abc'))).toBe(null)
  expect(openAskToken(w.keys, `${askToken(w.keys, 'ask_1abc')}x`)).toBe(null)
})
