import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { askTeller, tellOwnerOfAsk } from '#app/advocacy/asking/ask-teller.server.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { expiresAfter, followUp } from '#app/advocacy/asking/follow-up.server.ts'
import { linkTurn, openCodeOf } from '#app/advocacy/asking/give-referral-link.server.ts'
import { noteAsk, recordSaid } from '#app/advocacy/asking/note-ask.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { renderAskNotice } from '#app/advocacy/asking/render-ask-notice.server.ts'
import { renderLinkMail } from '#app/advocacy/asking/render-link-mail.server.tsx'
import { reserveAsk, reservedByHand, reservedFor } from '#app/advocacy/asking/reserve-ask.server.ts'
import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { recheckAsks, stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { expireConsents } from '#app/advocacy/expire-consents.server.ts'
import { listConsents } from '#app/advocacy/list-consents.server.ts'
import { write } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { events } from '#db/schema/audit.ts'
import { outreach, preferences } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { notifications } from '#db/schema/notifications.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { insert, type AccountRow, type ContactRow } from '#test/make.ts'
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

type Kind = Parameters<typeof reserveAsk>[1]['kind']
async function reserve(kind: Kind = 'event', contactId = hana.id) {
  const got = await reserveAsk(w.ctx(), { kind, contactId, channel: 'hand' })
  if (got.kind !== 'reserved') throw new Error(got.blocks.join())
  return got
}
const asked = { way: 'phone', text: 'Would she speak at our day in May?', language: 'ja' } as const
async function note(more: Partial<Parameters<typeof noteAsk>[1]> = {}, kind?: Kind) {
  const { askId } = await reserve(kind)
  await noteAsk(w.ctx(), { askId, answer: 'none', ...asked, ...more })
  return askId
}
const row = async (id: string) => (await w.store.db.select().from(asks).where(eq(asks.id, id)))[0]!
const given = async () =>
  (await listConsents(w.ctx(), hana.id)).filter(({ source }) => source === 'staff' || source === 'ask')
const mails = () => w.store.db.select().from(messages).where(eq(messages.refKind, 'ask'))

describe('asking by hand', () => {
  test('who has no address can be asked, and it counts like any other ask', async () => {
    await w.store.write((tx) =>
      tx.update(contacts).set({ email: null, emailKey: null }).where(eq(contacts.id, hana.id)),
    )
    expect(await reserveAsk(w.ctx(), { kind: 'event', contactId: hana.id })).toMatchObject({ blocks: ['no_email'] })
    const { askId, until } = await reserve()
    expect(until - w.now()).toBe(reservedByHand)
    expect(reservedByHand).toBeGreaterThan(reservedFor)
    await noteAsk(w.ctx(), { askId, answer: 'none', ...asked })
    expect(await row(askId)).toMatchObject({
      state: 'sent',
      channel: 'hand',
      way: 'phone',
      body: asked.text,
      sentAt: w.now(),
    })
    expect(await mails()).toEqual([])
    expect(await w.store.db.select().from(outreach)).toMatchObject([{ contactId: hana.id, refId: askId }])
    const again = await reserveAsk(w.ctx(), { kind: 'review', contactId: hana.id, channel: 'hand' })
    expect(again).toMatchObject({ kind: 'refused', blocks: ['asked_now', 'asked_lately'] })
  })

  test('a yes is consent of source staff to the words that the colleague told, in the language they spoke', async () => {
    const askId = await note({ answer: 'accept', told: true, note: 'Only in the morning.' })
    expect(await row(askId)).toMatchObject({ state: 'accepted', note: 'Only in the morning.', answeredAt: w.now() })
    expect(await given()).toMatchObject([
      { kind: 'event', state: 'given', source: 'staff', agreed: { text: standardAsks.event.wording.ja.consent } },
    ])
    await finishAsk(w.ctx(), askId)
    expect((await row(askId)).state).toBe('done')
  })

  test('a yes whose words were not told is refused, and nothing of it is kept', async () => {
    const { askId } = await reserve()
    await expect(noteAsk(w.ctx(), { askId, answer: 'accept', ...asked })).rejects.toMatchObject({
      code: 'ask_words_untold',
    })
    expect(await row(askId)).toMatchObject({ state: 'reserved', body: null, sentAt: null })
    expect(await given()).toEqual([])
  })

  test('what they say later is kept when they say it: later, no, yes; a no ends what the yes agreed to', async () => {
    const askId = await note()
    await recordSaid(w.ctx(), { askId, answer: 'none', language: 'en', note: 'Wants to sleep on it.' })
    expect(await row(askId)).toMatchObject({ state: 'sent', note: 'Wants to sleep on it.' })
    await recordSaid(w.ctx(), { askId, answer: 'later', months: 1, language: 'en' })
    expect(await row(askId)).toMatchObject({ state: 'later', laterAt: w.now() + 30 * DAY })
    await recordSaid(w.ctx(), { askId, answer: 'accept', told: true, language: 'en' })
    expect((await given()).map(({ state }) => state)).toEqual(['given'])
    await recordSaid(w.ctx(), { askId, answer: 'decline', language: 'en' })
    expect((await row(askId)).state).toBe('declined')
    expect((await given()).map(({ state }) => state)).toEqual(['withdrawn'])
  })

  test('no answer in a month is no answer, and no mail reminds', async () => {
    const askId = await note()
    w.clock.advance(expiresAfter)
    await followUp(w.system(), { stopping: () => false } as never)
    expect((await row(askId)).state).toBe('expired')
    expect(await mails()).toEqual([])
  })

  test('only its holder notes it, once, in time, and never as a mail', async () => {
    const { askId } = await reserve()
    const other = (await w.user({ roles: ['marketer'] })).actor
    const noting = (ctx = w.ctx()) => noteAsk(ctx, { askId, answer: 'none', ...asked })
    await expect(noting(w.ctx(other))).rejects.toMatchObject({ code: 'ask_not_yours' })
    await expect(noting(w.ctx(owner.actor))).rejects.toMatchObject({ code: 'ask_not_yours' })
    await expect(queueAsk(w.ctx(), { askId, subject: 'a', body: 'b' })).rejects.toMatchObject({ code: 'ask_lapsed' })
    const got = await Promise.allSettled([noting(), noting(), noting()])
    expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await w.store.db.select().from(outreach)).toHaveLength(1)
    await stopAsk(w.ctx(), { askId })
    await expect(recordSaid(w.ctx(), { askId, answer: 'decline', language: 'en' })).rejects.toMatchObject({
      code: 'ask_state',
    })
  })

  test('what forbids it by now forbids it, and it lapses after a day', async () => {
    const { askId } = await reserve()
    await insert(w.store, preferences, {
      contactId: hana.id,
      scope: 'asks',
      choice: 'off',
      source: 'me',
      at: w.now(),
    } as never)
    const noting = noteAsk(w.ctx(), { askId, answer: 'none', ...asked })
    await expect(noting).rejects.toMatchObject({ code: 'ask_forbidden', values: { block: 'opted_out' } })
    await recheckAsks(w.system(), { accountId: account.id, contactId: hana.id } as never)
    expect(await row(askId)).toMatchObject({ state: 'cancelled', cancelReason: 'opted_out' })
    const [ken] = (await promoters(w, await w.account({ health: 'green' }), ['Ito Ken'])) as [ContactRow]
    const late = await reserve('event', ken.id)
    w.clock.advance(reservedByHand)
    await expect(noteAsk(w.ctx(), { askId: late.askId, answer: 'none', ...asked })).rejects.toMatchObject({
      code: 'ask_lapsed',
    })
  })

  test('the owner of the account hears of it when it is reserved, and not after it was noted', async () => {
    const { askId } = await reserve()
    const [event] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.ask_reserved')
    for (let i = 0; i < 2; i++) await tellOwnerOfAsk(w.system(), event!)
    const told = await w.store.db.select().from(notifications)
    expect(told).toMatchObject([{ userId: owner.id, kind: 'ask_written', subjectId: askId }])
    const reader = { actor: owner.actor as never, locale: 'en' as const, zone: 'Asia/Tokyo' }
    const say = async () => (await askTeller(w.ctx(owner.actor), reader, told)).get(told[0]!.id)
    expect(await say()).toEqual({
      text: 'Aiko Admin is going to ask Mori Hana (Aoi Trading) in person: Talk at an event.',
      path: '/asks',
      over: null,
    })
    const mail = await renderAskNotice(w.system(), { userId: owner.id, refId: askId } as never)
    expect(mail.text).toContain('by telephone or face to face')
    await noteAsk(w.ctx(), { askId, answer: 'none', ...asked })
    expect(await say()).toMatchObject({ over: 'ended' })
  })

  test('a mail that is reserved tells its owner nothing yet', async () => {
    await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })
    const [event] = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.ask_reserved')
    await tellOwnerOfAsk(w.system(), event!)
    expect(await w.store.db.select().from(notifications)).toEqual([])
  })
})

describe('a yes to recommending us', () => {
  const customer = () => w.ctx({ kind: 'contact', id: hana.id })
  const say = (askId: string, answer: 'accept' | 'decline') => answerAsk(customer(), { askId, answer, language: 'en' })

  test('gives the person their link and one mail that carries it, however often they change their mind', async () => {
    const askId = await note({}, 'referral')
    for (const answer of ['accept', 'decline', 'accept', 'accept'] as const) await say(askId, answer)
    const code = (await openCodeOf(w.ctx(), hana.id))!
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ template: 'advocacy.referral-link', toEmail: hana.email, refId: askId })
    const { subject, text, html } = await renderLinkMail(w.system(), mail!)
    expect(subject).toBe('Your link to recommend Sora')
    expect(text.match(new RegExp(`/r/${code}`, 'g'))).toHaveLength(2)
    expect(html).toContain(`/r/${code}`)
    const guard = () => write(w.system(), (ctx) => guardAsk(ctx, mail!))
    expect(await guard()).toBe(null)
    await write(w.system(), (ctx) => settleAsk(ctx, mail!, 'sent'))
    expect((await row(askId)).state).toBe('accepted')
    await say(askId, 'decline')
    expect(await guard()).toBe('cancelled')
    expect(mail!.payload).toEqual({ turn: linkTurn })
  })

  test('at the same second gives one link and one mail', async () => {
    const askId = await note({}, 'referral')
    await Promise.all(Array.from({ length: 6 }, () => say(askId, 'accept')))
    expect(await mails()).toHaveLength(1)
    const made = (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.referral_link_made')
    expect(made).toHaveLength(1)
  })

  test('to anything else gives none', async () => {
    await note({ answer: 'accept', told: true })
    expect(await openCodeOf(w.ctx(), hana.id)).toBe(null)
    expect(await mails()).toEqual([])
  })
})

describe('how long a yes is kept', () => {
  const run = () =>
    expireConsents(w.system(), { payload: {}, stopping: () => false, progress: async () => {} } as never)

  test('as many months as its kind says, to the end of that day in Tokyo, and a new yes begins anew', async () => {
    await editAskKind(w.ctx(), { kind: 'event', base: 0, content: { ...standardAsks.event, consentMonths: 1 } })
    const askId = await note({ answer: 'accept', told: true })
    // Agreed on 2 March in Tokyo: until 2 April, 23:59:59.999 there.
    const end = Date.parse('2026-04-02T14:59:59.999Z')
    expect((await given())[0]!.expiresAt).toBe(end)
    w.clock.set(end)
    expect((await given())[0]!.state).toBe('expired')
    await recordSaid(w.ctx(), { askId, answer: 'later', language: 'en' })
    await recordSaid(w.ctx(), { askId, answer: 'accept', told: true, language: 'en' })
    expect((await given()).map(({ state }) => state).sort()).toEqual(['given', 'withdrawn'])
    await run()
    expect((await given()).map(({ state }) => state).sort()).toEqual(['given', 'withdrawn'])
  })

  test('colleagues hear of its end only while something stands on it', async () => {
    await editAskKind(w.ctx(), { kind: 'event', base: 0, content: { ...standardAsks.event, consentMonths: 1 } })
    const askId = await note({ answer: 'accept', told: true })
    w.clock.advance(2 * DAY)
    await run()
    const ending = async () =>
      (await w.store.db.select().from(events)).filter(({ type }) => type === 'advocacy.consent_ending')
    expect(await ending()).toMatchObject([{ contactId: hana.id }])
    await finishAsk(w.ctx(), askId)
    const [ken] = (await promoters(w, await w.account({ health: 'green' }), ['Ito Ken'])) as [ContactRow]
    const { askId: other } = await reserve('event', ken.id)
    await noteAsk(w.ctx(), { askId: other, answer: 'accept', told: true, ...asked })
    await finishAsk(w.ctx(), other)
    w.clock.advance(2 * DAY)
    await run()
    expect(await ending()).toHaveLength(1)
  })
})
