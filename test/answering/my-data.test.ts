import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { askMyData } from '#app/answering/my-data/ask-my-data.server.ts'
import { renderMyDataMail } from '#app/answering/my-data/render-my-data-mail.server.ts'
import { myDataToken } from '#app/answering/my-data/token.server.ts'
import * as route from '#app/answering/routes/my-data.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { suppressAddress } from '#app/email/suppress-address.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { keepAnswers } from '#app/responses/keep-answers.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { caseEntries } from '#db/schema/cases.ts'
import { messages } from '#db/schema/email.ts'
import { responses } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { voices } from '#db/schema/voices.ts'
import { makeAsking } from '#test/answering/after.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
let token: string
beforeEach(async () => {
  w = await world()
  one = await invited(w)
  token = linkOf(one.contact.id)
})
const linkOf = (contactId: string, issuedAt = w.now()) => myDataToken(w.keys, { contactId, issuedAt })

async function visit(path: string, fields?: Record<string, string>, method = fields ? 'POST' : 'GET', of = token) {
  const request = new Request(`http://koe.test/me/${of}${path}`, {
    method,
    headers: { 'accept-language': 'en' },
    ...(fields && { body: new URLSearchParams(fields) }),
  })
  const context = { ctx: w.anonymous(), nonce: 'csp-nonce', requestId: 'req', remoteAddress: '203.0.113.9', afterReply: () => {}, bodyLimit: { max: 1024 * 1024, exceeded: false } } // prettier-ignore
  const args = { request, params: { token: of }, context } as unknown as LoaderFunctionArgs
  const response = await (method === 'POST' ? route.action(args) : route.loader(args))
  return { status: response.status, location: response.headers.get('location'), headers: response.headers, html: await response.text() } // prettier-ignore
}
const nonce = async (path = '', wait = 5_000) => {
  const { html } = await visit(path)
  w.clock.advance(wait)
  return { nonce: fieldOf(html, 'nonce'), seen: fieldOf(html, 'seen'), lang: 'en' }
}
const person = async () => (await w.store.db.select().from(contacts).where(eq(contacts.id, one.contact.id)))[0]!
const mails = () => w.store.db.select().from(messages)

describe('a link to my data', () => {
  const ask = (contactId = one.contact.id) => askMyData(w.ctx({ kind: 'contact', id: contactId }), contactId)

  it('goes to the address on file, at most three a day, also to who wants no surveys', async () => {
    const contactId = one.contact.id
    await setPreference(w.ctx(), { contactId, scope: 'all', choice: 'off', source: 'unsubscribe' })
    for (let n = 0; n < 5; n++) {
      w.clock.advance(MINUTE)
      await ask()
    }
    expect(await mails()).toHaveLength(3)
    const holder = { name: 'h', lease: 30_000, stopping: () => false } as never
    const claimed = await claimMessages(w.system(), holder, {}, 10)
    expect(claimed.map((mail) => mail.toEmail)).toEqual(Array(3).fill(one.contact.email))
    const mail = await renderMyDataMail(w.system(), claimed[0]!)
    const [, of] = /\/me\/([\w.:%-]+)/.exec(mail.text)!
    expect((await visit('', undefined, 'GET', of)).status).toBe(200)
    w.clock.advance(DAY)
    await ask()
    expect(await mails()).toHaveLength(4)
    expect(await w.store.db.select().from(events).where(eq(events.type, 'contacts.data_asked'))).toHaveLength(4)
  })

  it('never goes to a suppressed address, nor to somebody who is not there', async () => {
    await suppressAddress(w.system(), { email: one.contact.email!, reason: 'bounce', source: 'test' })
    await ask()
    await ask('con_nobody')
    await ask((await w.contact({ email: null })).id)
    const holder = { name: 'h', lease: 30_000, stopping: () => false } as never
    expect(await claimMessages(w.system(), holder, {}, 10)).toEqual([])
    expect((await mails()).map((mail) => mail.state)).toEqual(['stopped'])
  })

  it('works for half an hour; then the page offers a new one, and tells nobody whether it was sent', async () => {
    w.clock.advance(30 * MINUTE - 1)
    expect((await visit('')).status).toBe(200)
    w.clock.advance(1)
    for (const path of ['', '?as=json', '?as=csv', '?page=erase']) {
      const over = await visit(path)
      expect(over.status).toBe(410)
      expect(over.html).not.toContain(one.contact.name)
      expect(over.html).toContain('Send me a link to my data')
    }
    expect((await visit('', { act: 'erase' })).status).toBe(410)
    const again = [
      await visit('', { act: 'again' }),
      await visit('', { act: 'again' }, 'POST', linkOf('con_nobody')),
      await visit('', { act: 'again' }, 'POST', linkOf((await w.contact({ email: null })).id)),
    ]
    expect(new Set(again.map((reply) => `${reply.status} ${reply.html}`)).size).toBe(1)
    expect(again[0]!.html).toContain('A link is on its way')
    expect(await mails()).toHaveLength(1)
  })

  it.each(['', 'x', 'con_1.abcdef.aaaaaaaaaaaaaaaaaaaaaa', '%00', '../etc', 'é'.repeat(300)])(
    'that is mistyped (%j) opens nothing, whatever is asked or sent',
    async (text) => {
      const altered = text === '' ? token.slice(0, -1) : text
      for (const reply of [
        await visit('', undefined, 'GET', encodeURIComponent(altered)),
        await visit('?as=json', undefined, 'GET', encodeURIComponent(altered)),
        await visit('', { act: 'again' }, 'POST', encodeURIComponent(altered)),
      ])
        expect([reply.status, reply.html.includes('This link is not complete')]).toEqual([404, true])
      expect(await mails()).toEqual([])
    },
  )

  it('is made for one purpose: a survey’s or an unsubscribe link opens no data, and it answers nothing', async () => {
    const survey = w.keys.sign('survey', `${one.contact.id}:${w.now().toString(36)}`)
    expect((await visit('', undefined, 'GET', survey)).status).toBe(404)
    w.clock.advance(-1000)
    expect((await visit('')).status).toBe(410) // made in the future: not ours to trust
  })
})

describe('my data', () => {
  async function everything() {
    await recordAnswer(customer(w), answerTo(w, one.invitation, 2, { comment: '=HYPERLINK("x") & <b>bold</b>' }))
    const at = w.now()
    const [found] = await w.store.db.select().from(responses)
    const { cases } = await import('#db/schema/cases.ts')
    const [open] = await w.store.db.select().from(cases)
    await insert(w.store, caseEntries, { id: 'cen_1', caseId: open!.id, kind: 'mail_in', authorId: one.contact.id, text: 'Please call', at }) // prettier-ignore
    await insert(w.store, caseEntries, { id: 'cen_2', caseId: open!.id, kind: 'note', authorId: w.admin.id, text: 'INTERNAL difficult person', at }) // prettier-ignore
    await insert(w.store, voices, { id: 'voc_1', source: 'staff', channel: 'phone', day: found!.day, at, contactId: one.contact.id, text: 'Said on the phone', textKey: 'x', language: 'en', createdAt: at, updatedAt: at }) // prettier-ignore
    await insert(w.store, touches, { id: 'tou_1', invitationId: one.invitation.id, at, method: 'GET', network: '203.0.113.0/24', agentHash: 'h', flags: [] }) // prettier-ignore
    await setPreference(w.ctx(), { contactId: one.contact.id, scope: 'all', choice: 'half', source: 'staff' })
    await askMyData(w.ctx({ kind: 'contact', id: one.contact.id }), one.contact.id)
  }

  it('shows all that is kept, and nothing that colleagues noted among themselves', async () => {
    await everything()
    const { status, html, headers } = await visit('')
    expect(status).toBe(200)
    expect(headers.get('set-cookie')).toBeNull()
    for (const text of [
      one.contact.name,
      one.contact.email!,
      'Please call',
      'Said on the phone',
      '203.0.113.0/24',
      'Half as many',
      'We are looking into what you told us',
      '&lt;b&gt;bold&lt;/b&gt;',
    ])
      // prettier-ignore
      expect(html).toContain(text)
    expect(html).not.toMatch(/INTERNAL|<b>|<script|\son\w+=|style="/)
    expect((await visit('?lang=ja')).html).toContain('お客様について保管している情報')
  })

  it('says in words what was chosen, what was agreed to and whether one is asked to recommend', async () => {
    const { program, questions } = await makeAsking(w, [
      { kind: 'choice', for: 'any', words: { en: 'What did {company} do best?', ja: '良かった点は。' }, options: [{ words: { en: 'The <speed>', ja: '速さ' } }, { words: { en: 'The price', ja: '価格' } }] }, // prettier-ignore
    ])
    const invitation = await makeInvitation(w, program, one.contact)
    await recordAnswer(customer(w), answerTo(w, invitation, 10))
    const [choice] = questions
    const value = [choice!.options![0]!.id]
    await keepAnswers(customer(w), { invitationId: invitation.id, gen: 1, language: 'en', asked: [choice!.id], given: [{ questionId: choice!.id, values: value }] }) // prettier-ignore
    await giveConsents(customer(w), { invitationId: invitation.id, language: 'ja', give: ['quote'], takeBack: [] })
    const { html } = await visit('')
    expect(html).toContain(
      '<dt>Question</dt><dd>What did Sora do best?</dd><dt>In your words</dt><dd>The &lt;speed&gt;</dd>',
    )
    expect(html).toContain('私が書いた内容を、氏名・役職・会社名とともに Sora が公開することに同意します。')
    expect(html).toContain('<dd>We may ask you to recommend us</dd><dt>State</dt><dd>Yes</dd>')
    expect(html).not.toMatch(/>(quote|candidate|opt_)/)
    const list = JSON.parse((await visit('?as=json')).html) as Record<string, unknown>[]
    expect(list.find((row) => Array.isArray(row.question))).toMatchObject({ text: 'The <speed>', score: 10 })
    expect(list.filter((row) => row.section === 'consents')).toMatchObject([{ what: 'quote', state: 'given' }, { what: 'advocate', state: 'candidate' }]) // prettier-ignore
    await w.store.write((tx) => tx.update(advocates).set({ state: 'paused' }))
    expect((await visit('')).html).toContain('<dd>Not for now</dd>')
  })

  it('can be taken along as JSON and CSV; a cell that a spreadsheet would run is text', async () => {
    await everything()
    const json = await visit('?as=json')
    expect(json.headers.get('content-disposition')).toContain('my-data.json')
    const list = JSON.parse(json.html) as Record<string, unknown>[]
    expect(new Set(list.map((row) => row.section))).toEqual(new Set(['you', 'asked', 'answers', 'versions', 'said', 'cases', 'mails', 'wishes', 'holds', 'visits'])) // prettier-ignore
    expect(list.find((row) => row.section === 'answers')).toMatchObject({ score: 2, text: '=HYPERLINK("x") & <b>bold</b>', state: 'counted' }) // prettier-ignore
    expect(json.html).not.toContain('INTERNAL')
    const csv = (await visit('?as=csv')).html
    expect(csv).toContain(`"'=HYPERLINK(""x"") & <b>bold</b>"`)
    expect((await visit('?as=csv', undefined, 'HEAD')).html).toBe('')
  })

  it('somebody’s name and language can be set right, by a person only', async () => {
    const form = await nonce()
    expect(await visit('', { ...form, act: 'correct', name: ' 山田  花子 ', language: 'ja' })).toMatchObject({ status: 303, location: `/me/${token}?lang=ja` }) // prettier-ignore
    expect(await person()).toMatchObject({ name: '山田 花子', nameKey: '山田 花子', language: 'ja' })
    const [event] = await w.store.db.select().from(events).where(eq(events.type, 'contacts.changed'))
    expect(event).toMatchObject({ actorKind: 'contact', actorId: one.contact.id, data: { fields: ['name', 'language'] } }) // prettier-ignore
    // The page from before the change.
    expect((await visit('', { ...form, act: 'correct', name: 'Other', language: 'en' })).status).toBe(409)
    const fresh = await nonce()
    for (const name of ['', '   ', 'x'.repeat(201)])
      expect((await visit('', { ...fresh, act: 'correct', name, language: 'en' })).status).toBe(422)
    expect((await visit('', { ...fresh, act: 'correct', name: 'Kept', language: 'xx' })).status).toBe(303)
    expect(await person()).toMatchObject({ name: 'Kept', language: 'ja' })
  })

  it('nothing is changed at once, without a nonce of the page, or by a word nobody knows', async () => {
    const early = await nonce('', 100)
    const other = await w.contact()
    const foreign = fieldOf((await visit('', undefined, 'GET', linkOf(other.id))).html, 'nonce')
    for (const fields of [early, { ...early, nonce: '' }, { ...early, nonce: foreign }])
      expect((await visit('', { ...fields, act: 'correct', name: 'Hacked', language: 'en' })).status).toBe(202)
    expect((await visit('', { ...(await nonce()), act: 'frobnicate' })).status).toBe(400)
    expect((await person()).name).toBe(one.contact.name)
  })
})

describe('erasing by the link', () => {
  it('is asked twice, and the second question has a button of its own', async () => {
    const first = await visit('?page=erase')
    expect(first.html).toContain('What stays:')
    const sure = await visit('', { ...(await nonce('?page=erase')), act: 'sure' })
    expect(sure.html).toContain('Are you sure?')
    expect((await person()).state).toBe('active')
    const last = { act: 'erase', nonce: fieldOf(sure.html, 'nonce') }
    expect((await visit('', last)).status).toBe(202) // at once: a machine
    w.clock.advance(700)
    const done = await visit('', last)
    expect([done.status, done.html.includes('Your data was erased')]).toEqual([200, true])
    expect((await person()).state).toBe('erased')
    for (const reply of [
      await visit(''),
      await visit('?as=json'),
      await visit('', last),
      await visit('', { act: 'x' }),
    ])
      expect([reply.status, reply.html.includes('Your data was erased')]).toEqual([410, true])
  })

  it('never happens by a GET, or with a nonce of another page', async () => {
    for (const query of ['?act=erase', '?page=erase', '?page=erase&act=erase', '?act=sure']) await visit(query)
    for (const path of ['', '?page=erase']) {
      expect((await visit('', { ...(await nonce(path)), act: 'erase' })).status).toBe(202)
    }
    expect((await person()).state).toBe('active')
  })
})
