import { expect, it, test } from 'vitest'
import { codeAlphabet, codeLength, readCode, referralPath, shownCode } from '#app/advocacy/referrals/code.ts'
import { contactConsent, contactConsentText } from '#app/advocacy/referrals/contact-consent.ts'
import { readDeal } from '#app/advocacy/referrals/deal.ts'
import { isFree, sameCompany } from '#app/advocacy/referrals/domains.ts'
import { newCode } from '#app/advocacy/referrals/new-code.server.ts'
import { after, allowed, referralVerbs, undoable } from '#app/advocacy/referrals/referral.ts'
import { referralStates } from '#db/enums/advocacy-referrals.ts'

it('a code has 65 random bits of letters and figures that are told apart when read aloud', () => {
  expect(codeAlphabet).toHaveLength(32) // 5 bits each: 13 × 5 = 65
  expect(new Set(codeAlphabet).size).toBe(32)
  for (const alike of '01IO') expect(codeAlphabet).not.toContain(alike)
  const made = Array.from({ length: 2_000 }, newCode)
  expect(new Set(made).size).toBe(2_000)
  for (const code of made) expect(code).toHaveLength(codeLength)
  expect(new Set(made.join('')).size).toBe(32)
})

it('a code is read in any case, with and without what divides it, and nothing else is one', () => {
  const code = 'ABCDEFGH23456'
  expect(shownCode(code)).toBe('ABCD-EFGH-23456')
  expect(referralPath(code)).toBe('/r/ABCD-EFGH-23456')
  for (const text of [code, 'abcd-efgh-23456', ' ABCD EFGH 23456 ']) expect(readCode(text)).toBe(code)
  for (const text of [
    '',
    'ABCDEFGH2345',
    'ABCDEFGH234567',
    'ABCDEFGH2345O',
    'ABCDEFGH2345\0',
    'ＡBCDEFGH23456',
    `${code}${' '.repeat(60)}`,
    "' or 1=1 --  ",
  ])
    // prettier-ignore
    expect(readCode(text)).toBe(null)
})

it('every state and verb: what is allowed leads where the table says, all else nowhere', () => {
  const led = referralStates.map((state) => [state, Object.fromEntries(referralVerbs.flatMap((verb) => (after(state, verb) ? [[verb, after(state, verb)]] : [])))]) // prettier-ignore
  expect(Object.fromEntries(led)).toEqual({
    review: { accept: 'new', reject: 'rejected' },
    new: { qualify: 'qualified', lose: 'lost', reject: 'rejected' },
    qualified: { win: 'won', lose: 'lost', reopen: 'new' },
    won: { reopen: 'qualified' },
    lost: { reopen: 'new' },
    rejected: { reopen: 'review' },
  })
  expect(allowed('won')).toEqual(['reopen'])
})

it('undo is offered only where it puts things back as they were', () => {
  expect(undoable('qualified', 'win')).toBe(true)
  expect(undoable('review', 'reject')).toBe(true)
  expect(undoable('new', 'lose')).toBe(true)
  expect(undoable('qualified', 'lose')).toBe(false) // reopened, it would be new
  expect(undoable('new', 'reject')).toBe(false) // reopened, it would wait for review
  expect(undoable('won', 'reopen')).toBe(false)
})

test.each([
  ['aoi.example', 'aoi.example', true],
  ['mail.aoi.example', 'aoi.example', true],
  ['aoi.example', 'eu.aoi.example', true],
  ['notaoi.example', 'aoi.example', false],
  ['gmail.com', 'gmail.com', false],
  ['yahoo.co.jp', 'yahoo.co.jp', false],
  ['docomo.ne.jp', 'docomo.ne.jp', false],
  [null, 'aoi.example', false],
])('%s and %s: one company %s', (one, other, same) => expect(sameCompany(one, other)).toBe(same))

it('free addresses are known, companies are not among them', () => {
  for (const one of ['gmail.com', 'icloud.com', 'qq.com', 'ezweb.ne.jp']) expect(isFree(one)).toBe(true)
  for (const one of ['aoi.co.jp', 'acme.com']) expect(isFree(one)).toBe(false)
})

test.each([
  [{ amount: '1,200,000' }, { dealMinor: 1_200_000, currency: 'JPY', dealBaseMinor: 1_200_000 }],
  [{ amount: '120万円' }, { dealMinor: 1_200_000, currency: 'JPY', dealBaseMinor: 1_200_000 }],
  [
    { amount: '12,000.50', currency: 'usd' },
    { dealMinor: 1_200_050, currency: 'USD', dealBaseMinor: null },
  ],
  [
    { amount: 'USD 12', currency: 'EUR' },
    { dealMinor: 1_200, currency: 'USD', dealBaseMinor: null },
  ],
])('a deal of %o', (given, deal) => expect(readDeal(given, 'JPY')).toEqual({ deal }))

test.each([
  [{}, 'amount', 'deal_missing'],
  [{ amount: '0' }, 'amount', 'deal_missing'],
  [{ amount: '-5' }, 'amount', 'money_negative'],
  [{ amount: 'much' }, 'amount', 'currency_unknown'],
  [{ amount: '1.5', currency: 'JPY' }, 'amount', 'money_digits'],
  [{ amount: '99999999999999999999' }, 'amount', 'money_invalid'],
  [{ amount: '5', currency: 'gold' }, 'currency', 'currency_unknown'],
])('no deal of %o', (given, field, wrong) => expect(readDeal(given, 'JPY')).toEqual({ field, wrong }))

it('the words that a lead agreed to are found by what is stored of them', () => {
  expect(contactConsentText(contactConsent('ja'))).toMatchObject({ language: 'ja' })
  for (const stored of [null, '', '1', '9/en', '1/de', '__proto__/en', 'constructor/en'])
    expect(contactConsentText(stored)).toBe(null)
})
