import { beforeEach, describe, expect, it } from 'vitest'
import { replyAllDone } from '#test/answering/after-cases.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { withdrawConsent } from '#app/advocacy/withdraw-consent.server.ts'
import { write } from '#app/audit/context.server.ts'
import { getCase } from '#app/cases/get-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { keepFromContact } from '#app/loop/keep-from-contact.server.ts'
import { takeWish } from '#app/loop/take-wish.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { contacts } from '#db/schema/accounts.ts'
import { responseAnswers } from '#db/schema/responses.ts'
import { answered } from '#test/answering/after.ts'
import { customerOf, fieldOf } from '#test/answering/browse.ts'
import { answerTo, customer, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => void (w = await world()))
const people = () => w.store.db.select().from(casePeople)
const ofType = async (type: string) => (await w.store.db.select().from(events)).filter((one) => one.type === type)
const owned = () => w.user({ name: 'Aiko Tanaka', roles: ['csm'] })

/** A program whose answers open no case. */
async function quiet() {
  const program = await makeProgram(w)
  const edit = await editOf(w, program.id)
  await editProgram(w.ctx(), { ...edit, caseRule: { ...edit.caseRule, enabled: false } })
  return program
}

describe('the promise', () => {
  it('names who replies and the day of their working time, in the zone and language of the customer', async () => {
    // Monday, 2 March 2026, 10:00 in Tokyo: a 2 is of high severity, four working hours: the same Monday.
    const { open, contact } = await answered(w, 2, { ownerId: (await owned()).id })
    expect((await open()).html).toContain('Aiko Tanaka will reply to you by Monday, 2 March.')
    expect((await open('?thanks=1&lang=ja')).html).toContain('3月2日月曜日までに、Aiko Tanaka よりご返信いたします。')
    await w.store.write(async (tx) => tx.update(contacts).set({ zone: 'Pacific/Honolulu' }))
    // 14:00 in Tokyo is 19:00 of the Sunday before in Honolulu.
    expect((await open()).html).toContain('by Sunday, 1 March.')
    expect(contact.zone).toBe(null)
  })

  it('is foreseen by the rules while the case is still to be opened', async () => {
    const owner = await owned()
    const { open } = await answered(w, 2, { ownerId: owner.id })
    const before = /[^<>]* will reply to you by [^<]*/.exec((await open()).html)![0]
    await w.store.write(async (tx) => {
      await tx.delete(caseAnswers)
      await tx.delete(casePeople)
      await tx.delete(cases)
    })
    expect((await open()).html).toContain(before)
  })

  it('says plainly that nobody replies when no case opens, without the words that announce a reply', async () => {
    const { open } = await answered(w, 2, { program: await quiet() })
    const { html } = await open()
    expect(html).toContain('We read every answer. Nobody will reply unless you ask for it.')
    expect(html).not.toContain('will come back to you')
  })

  it('says that somebody has replied, and asks for nothing once the case is closed', async () => {
    const owner = await owned()
    const { open } = await answered(w, 2, { ownerId: owner.id })
    const [found] = await w.store.db.select().from(cases)
    await replyAllDone(w, owner, found!.id)
    expect((await open()).html).toContain('Aiko Tanaka has replied to you.')
    await w.store.write(async (tx) => tx.update(cases).set({ state: 'closed' }))
    const { html } = await open()
    expect(html).not.toMatch(/will reply|has replied|name="wish"/)
  })

  it('is made to no happy customer, and not to who can’t be known', async () => {
    expect((await (await answered(w, 10)).open()).html).not.toMatch(/will reply|name="wish"/)
    const program = await makeProgram(w, { name: 'Anonymous' })
    const link = await makeInvitation(w, program, null)
    await recordAnswer(customer(w), answerTo(w, link, 1))
    const { html } = await customerOf(w).open(link, '?thanks=1')
    expect(html).toContain('We do not know who you are')
    expect(html).not.toContain('value="mail"')
  })
})

describe('a wish', () => {
  it('to be called is kept with number and time, shown to staff, and said back without the number', async () => {
    const owner = await owned()
    const { send, follow, open } = await answered(w, 2, { ownerId: owner.id })
    const form = { do: 'wish', wish: 'call', phone: ' ０３-1234-5678 ', when: 'morning' }
    for (let i = 0; i < 2; i++) {
      const { status, location } = await send(form)
      expect([status, location]).toEqual([303, expect.stringContaining('said=wish')])
      const page = await follow(location)
      expect(page.html).toContain('Noted: we will call you.')
      expect(page.html).toContain('value="call" checked')
      expect(page.html).toContain('value="morning" selected')
      expect(page.html).not.toContain('1234')
    }
    expect(await people()).toMatchObject([
      { state: 'waiting', wish: 'call', wishWhen: 'morning', wishPhone: '03-1234-5678' },
    ])
    expect(await ofType('cases.wish')).toMatchObject([
      { actorKind: 'contact', data: { wish: 'call', when: 'morning' } },
    ])
    expect((await open()).html).not.toMatch(/ checked>|Noted/)
    await send({ do: 'wish', wish: 'call', phone: '', when: 'evening' })
    expect(await people()).toMatchObject([{ wishWhen: 'evening', wishPhone: '03-1234-5678' }])
    const [row] = (await listCases(w.ctx(owner.actor))).cases
    expect(row).toMatchObject({ wish: 'call', wishWhen: 'evening' })
    expect((await getCase(w.ctx(owner.actor), row!.id)).people[0]).toMatchObject({ wishPhone: '03-1234-5678' })
  })

  it('of somebody who only tries things is asked for by no form, and taken by no door', async () => {
    const account = await w.account({ ownerId: (await owned()).id })
    const contact = await w.contact({ accountId: account.id, isTest: true })
    const program = await makeProgram(w)
    for (const score of [2, 10]) {
      const link = await makeInvitation(w, program, contact)
      await recordAnswer(customer(w), answerTo(w, link, score))
      const { status, html } = await customerOf(w).open(link, '?thanks=1')
      expect([status, /name="(wish|kept|agree)"/.test(html)]).toEqual([200, false])
      const of = { invitationId: link.id }
      expect([
        await takeWish(customer(w), { ...of, wish: 'mail', when: null, phone: '' }),
        await keepFromContact(customer(w), { ...of, kept: true }),
        await giveConsents(customer(w), { ...of, language: 'en', give: ['quote'], takeBack: [] }),
      ]).toEqual([false, false, false])
    }
    expect([await people(), await w.store.db.select().from(consents)]).toEqual([[], []])
  })

  it('for no reply stops the clock of this person, until they think better of it', async () => {
    const { send, open } = await answered(w, 2)
    await send({ do: 'wish', wish: 'none' })
    expect(await people()).toMatchObject([{ state: 'not_wanted', wish: 'none', wishWhen: null }])
    expect((await listCases(w.ctx())).cases[0]).toMatchObject({ waiting: 0, state: 'new' })
    expect((await open()).html).toContain('As you wished, nobody will contact you about this.')
    await send({ do: 'wish', wish: 'mail' })
    expect(await people()).toMatchObject([{ state: 'waiting', wish: 'mail', wishPhone: null }])
    expect((await listCases(w.ctx())).cases[0]).toMatchObject({ waiting: 1 })
  })

  it('for a reply where no case was opened opens one; for none leaves nothing', async () => {
    const { send, follow } = await answered(w, 2, { program: await quiet(), ownerId: (await owned()).id })
    const nothing = await send({ do: 'wish', wish: 'none' })
    expect((await follow(nothing.location)).html).toContain('Noted: nobody will contact you about this.')
    expect(await people()).toEqual([])
    const { location } = await send({ do: 'wish', wish: 'mail' })
    // Low severity, sixteen working hours from Monday, 10:00: seven on Monday, eight on Tuesday, the last on Wednesday.
    expect((await follow(location)).html).toContain('Aiko Tanaka will reply to you by Wednesday, 4 March.')
    expect(await people()).toMatchObject([{ state: 'waiting', wish: 'mail' }])
    expect(await w.store.db.select().from(cases)).toMatchObject([{ severity: 'low' }])
  })

  it.each([
    [422, { wish: 'call', phone: 'call me maybe' }, 'Please enter a telephone number that we can call.'],
    [422, { wish: 'call', phone: '12' }, 'Please enter a telephone number'],
    [422, { wish: 'call', phone: `+${'1'.repeat(4000)}` }, 'Please enter a telephone number'],
    [422, { wish: 'call', phone: ' ' }, 'Please enter a telephone number'],
    [422, {}, 'Please choose one of these first.'],
    [400, { wish: 'fax' }, 'We could not read what was sent.'],
    [400, { wish: 'call', phone: '0312345678', when: 'midnight' }, 'We could not read what was sent.'],
  ])('with %i says kindly what is wrong with %o, and keeps what was typed', async (status, fields, words) => {
    const { send } = await answered(w, 2)
    const reply = await send({ do: 'wish', ...fields })
    expect([reply.status, reply.html.includes(words)]).toEqual([status, true])
    if ('phone' in fields && fields.wish === 'call') expect(reply.html).toContain(`value="${fields.phone}"`)
    expect(await people()).toMatchObject([{ wish: null, wishPhone: null }])
  })

  it('twice in one form, from a page of somebody else, or too fast is not taken', async () => {
    const { send, customer: browser, link } = await answered(w, 2)
    const other = await answered(w, 2)
    const theirs = fieldOf((await other.open()).html, 'nonce')
    w.clock.advance(5_000)
    expect(
      (
        await send([
          ['do', 'wish'],
          ['wish', 'mail'],
          ['wish', 'none'],
        ])
      ).status,
    ).toBe(400)
    expect((await browser.post(link, { do: 'wish', wish: 'none', nonce: theirs, lang: 'en' })).status).toBe(400)
    expect((await send({ do: 'wish', wish: 'none' }, '?thanks=1', 10)).status).toBe(202)
    expect((await people()).every((one) => one.wish === null)).toBe(true)
  })
})

describe('what advocacy asks for', () => {
  it('is agreed to in the exact words of the page, once, and taken back on the same page', async () => {
    const { send, follow, contact, next, open } = await answered(w, 10)
    const page = await open(next)
    expect(page.html).toContain('Sora may ask me for a reference call')
    expect(page.html).not.toMatch(/ checked|name="wish"/)
    const agree: [string, string][] = [
      ['do', 'agree'],
      ['had', ''],
      ['agree', 'reference'],
      ['agree', 'quote'],
    ]
    const { location } = await send(agree)
    await send(agree)
    const given = await w.store.db.select().from(consents).orderBy(consents.askType)
    expect(
      given.map(({ party, askType, textVersion, state, source }) => [party, askType, textVersion, state, source]),
    ).toEqual([
      [`con:${contact.id}`, 'quote', '1/en', 'given', 'thanks'],
      [`con:${contact.id}`, 'reference', '1/en', 'given', 'thanks'],
    ])
    const noted = await follow(location)
    expect(noted.html).toContain('Noted, thank you.')
    expect(noted.html.match(/ checked>/g)).toHaveLength(2)
    expect((await open()).html).not.toContain(' checked>')
    // A fresh page shows nothing ticked, so it takes nothing back; the page that showed it does.
    await send([
      ['do', 'agree'],
      ['had', ''],
      ['agree', 'referral'],
    ])
    await send([
      ['do', 'agree'],
      ['had', 'reference,quote,referral'],
      ['agree', 'quote'],
    ])
    const now = await w.store.db.select().from(consents).orderBy(consents.askType)
    expect(now.map((one) => [one.askType, one.state])).toEqual([
      ['quote', 'given'],
      ['reference', 'withdrawn'],
      ['referral', 'withdrawn'],
    ])
    expect(await ofType('advocacy.consent_given')).toHaveLength(3)
    expect(await ofType('advocacy.consent_withdrawn')).toHaveLength(2)
  })

  it('is withdrawn by a colleague who may, and is then asked for again', async () => {
    const { send, contact, open } = await answered(w, 10)
    await send({ do: 'agree', had: '', agree: 'quote' })
    const viewer = await w.user({ roles: ['viewer'] })
    const marketer = await w.user({ roles: ['marketer'] })
    const input = { contactId: contact.id, kind: 'quote' } as const
    await expect(withdrawConsent(w.ctx(viewer.actor), input)).rejects.toThrow()
    await withdrawConsent(w.ctx(marketer.actor), input)
    await expect(withdrawConsent(w.ctx(marketer.actor), input)).rejects.toMatchObject({ code: 'consent_gone' })
    expect(await w.store.db.select().from(consents)).toMatchObject([{ state: 'withdrawn', endedAt: w.now() }])
    expect((await open()).html).toContain('value="quote"')
  })

  it('is not asked of who is held back, of nobody, nor of the unhappy, whatever they post', async () => {
    const { send, contact, open, customer: browser, link } = await answered(w, 10)
    const nonce = fieldOf((await open()).html, 'nonce')
    w.clock.advance(5_000)
    await write(w.system(), (ctx) => placeHold(ctx, { subjectKey: `con:${contact.id}`, reason: 'manual', refId: 'x' }))
    expect((await open()).html).not.toContain('name="agree"')
    expect((await browser.post(link, { do: 'agree', had: '', agree: 'quote', nonce, lang: 'en' })).status).toBe(303)
    expect((await send({ do: 'agree', had: '', agree: 'quote' })).status).toBe(400)
    const low = await answered(w, 1)
    expect((await low.send({ do: 'agree', had: '', agree: 'quote' })).status).toBe(400)
    expect((await low.send({ do: 'agree', had: 'x', agree: 'everything' })).status).toBe(400)
    expect(await w.store.db.select().from(consents)).toEqual([])
  })
})

describe('one thing to improve', () => {
  it('is asked of the passive, kept apart from the comment, and not shown again', async () => {
    const { send, follow, open } = await answered(w, 7, { comment: 'Fine' })
    expect((await open()).html).toContain('What is the one thing that we should improve?')
    const { location } = await send({ do: 'improve', 'a.improve': ' The <export> ' })
    expect((await follow(location)).html).toContain('Thank you, we have noted that.')
    expect(await w.store.db.select().from(responseAnswers)).toMatchObject([
      { questionId: 'improve', value: ['The <export>'] },
    ])
    expect((await open()).html).not.toContain('export')
    const low = await answered(w, 2)
    expect((await low.send({ do: 'improve', 'a.improve': 'x' })).status).toBe(400)
  })

  it('that is too long is refused and kept on the page', async () => {
    const { send } = await answered(w, 7)
    const long = 'x'.repeat(1_001)
    const reply = await send({ do: 'improve', 'a.improve': long })
    expect([reply.status, reply.html.includes(long)]).toEqual([422, true])
  })
})

it('goes on for a hundred changes of one answer, and no further', async () => {
  const { send } = await answered(w, 7)
  let last = 303
  for (let i = 0; i < 101 && last === 303; i++) last = (await send({ do: 'improve', 'a.improve': `${i}` })).status
  expect(last).toBe(429)
  expect((await ofType('responses.said_more')).length).toBe(99)
})
