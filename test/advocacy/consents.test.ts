import { expect, it } from 'vitest'
import { handOverContactAdvocate } from '#app/advocacy/hand-over-advocates.server.ts'
import { agreedWords, askConsent, askText } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { consentKinds, consentText, consentWords, showsName, textVersion } from '#app/advocacy/consent-texts.ts'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { listAdvocates } from '#app/advocacy/list-advocates.server.ts'
import { listConsents } from '#app/advocacy/list-consents.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { write } from '#app/audit/context.server.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

type Kinds = Parameters<typeof giveConsents>[1]['give']

async function agreed(w: World, give: Kinds) {
  const { invitation, contact } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 10))
  await giveConsents(customer(w), { invitationId: invitation.id, language: 'ja', give, takeBack: [] })
  return contact
}

it('two people who are one agree to each thing once, and what each agreed to stays on record', async () => {
  const w = await world()
  const [one, other] = [await agreed(w, ['quote', 'reference']), await agreed(w, ['quote', 'referral'])]
  await write(w.system(), (ctx) => handOverContactAdvocate(ctx, { from: other.id, into: one.id }))
  const rows = await listConsents(w.ctx(), one.id)
  expect(rows.map((row) => `${row.kind} ${row.state}`).sort()).toEqual([
    'quote given',
    'quote withdrawn',
    'reference given',
    'referral given',
  ])
  expect(await listConsents(w.ctx(), other.id)).toEqual([])
})

it('what somebody agrees to stands beside them among the advocates', async () => {
  const w = await world()
  const contact = await agreed(w, ['reference'])
  const { advocates } = await listAdvocates(w.ctx())
  expect(advocates).toMatchObject([{ contactId: contact.id, consents: ['reference'] }])
})

it('to a yes to a referral belongs that one’s name shows; who said yes before agreed to the shorter words', async () => {
  const w = await world()
  const { consent } = standardAsks.referral.wording.en
  expect(await agreedWords(w.ctx(), 'referral', 'ask-0/en')).toEqual({ text: consent, language: 'en' })
  const named = `${consent} My name shows on the page that my referral link leads to.`
  expect(await agreedWords(w.ctx(), 'referral', askText('referral', 0, 'en'))).toEqual({ text: named, language: 'en' })
  expect(askConsent('referral', standardAsks.referral, 'en')).toBe(named)
  expect(askConsent('review', standardAsks.review, 'ja')).toBe(standardAsks.review.wording.ja.consent)
})

it('the words that were agreed to are found by what is stored of them, in both languages', () => {
  for (const kind of consentKinds) {
    const words = consentWords(kind)
    expect(consentText(kind, textVersion(kind, 'ja'))).toEqual({ text: words.ja, language: 'ja' })
    // The first words stay what they were, for those who agreed to them.
    expect(consentText(kind, '1/en')?.text).not.toContain('My name shows')
    expect(words.en).toContain('{company}')
  }
  expect(textVersion('referral', 'en')).toBe('2/en')
  expect(consentWords('referral').en).toContain('My name shows on the page that my referral link leads to.')
  expect(['1/en', '2/ja', 'ask-0/en', 'ask-12.2/ja', 'ask-2/en', ''].filter(showsName)).toEqual(['2/ja', 'ask-12.2/ja'])
  for (const stored of ['2/en', '', '1', '9/en', '1/de', '__proto__/en'])
    expect(consentText('quote', stored)).toBe(null)
})
