import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { decideSuggestion } from '#app/delivery/decide-suggestion.server.ts'
import { guardInvitation } from '#app/delivery/guard-invitation.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { isKnownDomain, listSuggestions } from '#app/delivery/list-suggestions.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { DAY } from '#app/platform/day.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { invitations, preferences, suggestions } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { voices } from '#db/schema/voices.ts'
import { customerOf, fieldOf } from '#test/answering/browse.ts'
import { answerTo, customer as customerCtx, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let customer: ReturnType<typeof customerOf>
let owner: Awaited<ReturnType<World['user']>>
beforeEach(async () => {
  w = await world()
  owner = await w.user({ roles: ['csm'] })
  one = await invited(w, { ownerId: owner.id, account: { domain: 'aoi.test' } })
  await changeProgramState(w.ctx(), { id: one.program.id, to: 'live' })
  customer = customerOf(w)
})
/** Presses a button of the page that was opened a while before. */
async function wish(act: string, fields: Record<string, string> = {}, { wait = 5_000, link = one.invitation } = {}) {
  const { html } = await customer.unsubscribe(link)
  w.clock.advance(wait)
  return customer.unsubscribe(link, { act, nonce: fieldOf(html, 'nonce'), lang: 'en', ...fields })
}
const wishes = async () =>
  (await w.store.db.select().from(preferences)).map((row) => [row.scope, row.choice, row.source])
const declined = async () =>
  (await w.store.db.select().from(invitations).where(eq(invitations.id, one.invitation.id)))[0]!.declined
const named = () => w.store.db.select().from(suggestions)

it('the survey has one more link, to the page of wishes; the page says what else there is', async () => {
  const survey = (await customer.open(one.invitation)).html
  const link = /href="(\/u\/[^"]+\?notme)">Not for me\?/.exec(survey)
  expect(link).not.toBeNull()
  const page = await customer.unsubscribe(one.invitation, undefined, '?notme')
  for (const text of [
    'Ask me less often',
    'Surveys only, no other requests',
    'This is not my job',
    'I have told you already',
    'Send me a link to my data',
    'Stop sending',
  ])
    // prettier-ignore
    expect(page.html).toContain(text)
  expect(page.html).toMatch(/<details open><summary>This is not my job/)
  expect(page.html).not.toMatch(/<script|\son\w+=|style="/)
  expect((await customer.unsubscribe(one.invitation, undefined, '?lang=ja')).html).toContain('ご希望をお聞かせください')
  expect(await wishes()).toEqual([])
})

describe('ask me less', () => {
  it('halves every program, and planning says why somebody is not invited; undone on the next page', async () => {
    const done = await wish('less')
    expect(done.html).toContain('half as many surveys')
    expect(await wishes()).toEqual([['all', 'half', 'ask_less']])
    const ask = (externalId: string) =>
      inviteContact(w.ctx(), { contactId: one.contact.id, programId: one.program.id, source: 'test', externalId })
    expect(await ask('1')).toMatchObject({ reason: null })
    w.clock.advance(100 * DAY) // the program's own 80 days are over
    expect(await ask('2')).toMatchObject({ state: 'deferred', reason: 'asked_less' })
    const { html } = await customer.unsubscribe(one.invitation)
    expect(html).toContain('half as many surveys already')
    await wish('undo-less')
    expect(await wishes()).toEqual([])
    expect(await ask('3')).toMatchObject({ reason: null })
  })
})

describe('surveys only', () => {
  it('nobody is asked for anything else, while surveys come as before; undone on the next page', async () => {
    expect((await wish('asks')).html).toContain('nothing but your opinion')
    expect(await wishes()).toEqual([['asks', 'off', 'ask_less']])
    const { html } = await customer.unsubscribe(one.invitation)
    expect(html).toContain('nothing but your opinion already')
    expect(await inviteContact(w.ctx(), { contactId: one.contact.id, programId: one.program.id, source: 'test', externalId: '1' })).toMatchObject({ reason: null }) // prettier-ignore
    await wish('undo-asks')
    expect(await wishes()).toEqual([])
  })
})

describe('not my job', () => {
  it('declines, keeps this program from asking again, and writes to nobody; undone on the next page', async () => {
    const done = await wish('colleague', { name: 'Ren Abe', email: 'ren@aoi.test' })
    expect(done.html).toContain('We will not ask you again in this survey')
    expect(await declined()).toBe('not_my_job')
    expect(await wishes()).toEqual([[`program:${one.program.id}`, 'off', 'not_my_job']])
    expect(await named()).toMatchObject([{ name: 'Ren Abe', email: 'ren@aoi.test', state: 'waiting' }])
    expect(await w.store.db.select().from(messages)).toEqual([])
    expect(await w.store.db.select().from(contacts)).toHaveLength(1)
    const message = { refId: one.invitation.id } as never
    expect(await w.store.write((tx) => guardInvitation({ ...w.system(), tx }, message))).toBe('declined')
    w.clock.advance(1_000)
    const undo = await customer.unsubscribe(one.invitation, {
      act: 'undo-colleague',
      nonce: fieldOf(done.html, 'nonce'),
    })
    expect(undo.html).toContain('as before')
    expect([await declined(), await wishes(), await named()]).toEqual([null, [], []])
  })

  it('who answers after all has answered', async () => {
    await wish('colleague')
    expect(await named()).toEqual([])
    await recordAnswer(customerCtx(w), answerTo(w, one.invitation, 9))
    expect(await declined()).toBeNull()
  })

  it('the owner agrees: the colleague becomes a contact of the account and is invited by the ordinary rules', async () => {
    await wish('colleague', { name: 'Ren Abe', email: 'ren@elsewhere.test' })
    const ctx = w.ctx(owner.actor)
    const [shown] = await listSuggestions(ctx, { mine: true })
    expect(shown).toMatchObject({ name: 'Ren Abe', known: false, mayDecide: true, by: one.contact.name })
    expect(await listSuggestions(w.ctx((await w.user({ roles: ['csm'] })).actor), { mine: true })).toEqual([])
    const stranger = await w.user({ roles: ['csm'] })
    await expect(decideSuggestion(w.ctx(stranger.actor), { id: shown!.id, approve: true })).rejects.toThrow('forbidden')

    const decided = await decideSuggestion(ctx, { id: shown!.id, approve: true })
    expect(decided.invited).toMatchObject({ reason: null })
    const [made] = await w.store.db.select().from(contacts).where(eq(contacts.id, decided.contactId!))
    expect(made).toMatchObject({ name: 'Ren Abe', email: 'ren@elsewhere.test', accountId: one.account.id })
    expect((await w.store.db.select().from(messages)).map((mail) => mail.toEmail)).toEqual(['ren@elsewhere.test'])
    expect(await named()).toMatchObject([{ state: 'approved', name: '', email: '', contactId: made!.id, decidedBy: owner.id }]) // prettier-ignore
    expect(await w.store.db.select().from(events).where(eq(events.type, 'delivery.suggestion_approved'))).toHaveLength(1) // prettier-ignore
    await expect(decideSuggestion(ctx, { id: shown!.id, approve: false })).rejects.toThrow('suggestion_decided')
  })

  it('or refuses: what was typed is forgotten, and nobody was made or written to', async () => {
    await wish('colleague', { name: 'Ren Abe', email: 'ren@aoi.test' })
    const [shown] = await listSuggestions(w.ctx(), { accountId: one.account.id })
    expect(shown!.known).toBe(true)
    await decideSuggestion(w.ctx(owner.actor), { id: shown!.id, approve: false })
    expect(await named()).toMatchObject([{ state: 'refused', name: '', email: '' }])
    expect([await w.store.db.select().from(messages), await listSuggestions(w.ctx(), { accountId: one.account.id })]).toEqual([[], []]) // prettier-ignore
  })

  it('somebody of another account is never moved or written to; a colleague who is known is invited as they are', async () => {
    const far = await w.contact({ accountId: (await w.account()).id, email: 'far@aoi.test' })
    const near = await w.contact({ accountId: one.account.id, email: 'near@aoi.test' })
    await wish('colleague', { name: 'Far', email: far.email!.toUpperCase() })
    const [shown] = await named()
    await expect(decideSuggestion(w.ctx(), { id: shown!.id, approve: true })).rejects.toThrow('suggestion_elsewhere')
    expect(await named()).toMatchObject([{ state: 'waiting', name: 'Far' }])
    await wish('colleague', { name: 'Near', email: near.email! }) // one an invitation: the later one stands
    expect(await named()).toHaveLength(1)
    expect((await decideSuggestion(w.ctx(), { id: shown!.id, approve: true })).contactId).toBe(near.id)
  })

  it.each([
    [{ name: '', email: 'ren@aoi.test' }],
    [{ name: 'Ren', email: '' }],
    [{ name: 'Ren', email: 'nonsense' }],
    [{ name: 'Ren', email: 'a@b.test\r\nBcc: x@y.test' }],
    [{ name: 'x'.repeat(201), email: 'ren@aoi.test' }],
  ])('with %j says what is wrong and keeps what was typed', async (typed) => {
    const { status, html } = await wish('colleague', typed)
    expect(status).toBe(422)
    expect(html).toMatch(/<details open><summary>This is not my job/)
    if (typed.name.length < 200 && typed.name) expect(html).toContain('value="Ren"')
    expect([await named(), await declined()]).toEqual([[], null])
  })

  it('takes ten colleagues a day of one account, and not one’s own address', async () => {
    expect((await wish('colleague', { name: 'Me', email: one.contact.email! })).status).toBe(422)
    for (let n = 0; n < 11; n++) {
      const link = await makeInvitation(w, one.program, await w.contact({ accountId: one.account.id }))
      const { status, html } = await wish('colleague', { name: 'Ren', email: `ren${n}@aoi.test` }, { link })
      expect(status).toBe(n < 10 ? 200 : 429)
      if (n === 10) expect(html).toContain(`value="ren${n}@aoi.test"`)
    }
    expect(await named()).toHaveLength(10)
  })

  it.each([
    ['ren@aoi.test', true],
    ['ren@mail.AOI.test', true],
    ['ren@notaoi.test', false],
    ['ren@aoi.test.evil.test', false],
  ])('%s is of a known domain: %s', (email, known) => {
    expect(isKnownDomain(email, ['aoi.test', null])).toBe(known)
  })
})

describe('I have told you already', () => {
  it('is as good as an answer for reminders, reaches the owner in words, opens no case and counts nowhere', async () => {
    const done = await wish('told', { words: 'I told <b>Aiko</b> on Monday:\r\nit is too slow' })
    expect(done.html).toContain('We will not remind you')
    expect(await declined()).toBe('told_already')
    expect(await w.store.db.select().from(voices)).toMatchObject([
      { contactId: one.contact.id, accountId: one.account.id, channel: 'other', text: 'I told <b>Aiko</b> on Monday:\nit is too slow' }, // prettier-ignore
    ])
    expect(await w.store.db.select().from(cases)).toEqual([])
    const types = (await w.store.db.select().from(events)).map((event) => event.type)
    expect(types).toEqual(expect.arrayContaining(['delivery.declined', 'voices.replied']))
    await wish('told', { words: 'Better words' })
    expect((await w.store.db.select().from(voices)).filter((voice) => voice.deletedAt === null)).toMatchObject([{ text: 'Better words' }]) // prettier-ignore
    await wish('undo-told')
    expect(await declined()).toBeNull()
    expect((await w.store.db.select().from(voices)).filter((voice) => voice.deletedAt === null)).toEqual([])
  })

  it('needs no words', async () => {
    await wish('told')
    expect(await declined()).toBe('told_already')
    expect(await w.store.db.select().from(voices)).toEqual([])
  })
})

it('a link to my data is mailed from here', async () => {
  expect((await wish('me')).html).toContain('a link to your data arrives there')
  expect(await w.store.db.select().from(messages)).toMatchObject([{ toEmail: one.contact.email, template: 'answering.my-data' }]) // prettier-ignore
})

it('nothing but stopping happens without the page’s own nonce, at once, or a day later', async () => {
  const survey = fieldOf((await customer.open(one.invitation)).html, 'nonce')
  w.clock.advance(10_000)
  for (const act of [
    'less',
    'asks',
    'colleague',
    'told',
    'me',
    'undo-less',
    'undo-asks',
    'undo-colleague',
    'undo-told',
  ]) {
    for (const nonce of ['', 'x', survey])
      expect((await customer.unsubscribe(one.invitation, { act, nonce, name: 'Ren', email: 'ren@aoi.test' })).status).toBe(202) // prettier-ignore
    expect((await wish(act, {}, { wait: 699 })).status).toBe(202)
    expect((await wish(act, {}, { wait: DAY + 1 })).status).toBe(202)
  }
  expect((await wish('frobnicate')).status).toBe(400)
  expect([await wishes(), await named(), await declined(), await w.store.db.select().from(messages)]).toEqual([[], [], null, []]) // prettier-ignore
  expect(await w.store.db.select().from(accounts)).toHaveLength(1)
})
