import { expect, it } from 'vitest'
import { sayWhy, whyOf, type Why } from '#app/delivery/why.ts'
import { whySentences, type Whyever } from '#app/delivery/why-words.ts'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { translator } from '#app/platform/words.ts'

const en = translator('en')
const say = (why: Partial<Why> & { reason: Whyever }) =>
  sayWhy(en, () => '3 March', { days: 14, people: 2, next: 0, ...why })

it('has one sentence of its own for every reason, in both languages', () => {
  const reasons = Object.keys(whySentences) as Whyever[]
  for (const locale of ['en', 'ja'] as const) {
    const t = translator(locale)
    const said = reasons.map((reason) => sayWhy(t, () => '3', { reason, days: 14, people: 2, next: 0 }))
    expect(new Set(said).size).toBe(reasons.length)
    for (const sentence of said) expect(sentence).toMatch(/^[^{}]+[.。]$/)
  }
})

it('names the rule and the next possible time of what passes', () => {
  expect(say({ reason: 'asked_elsewhere' })).toBe(
    'Another program asked not long ago: at most one in 14 days, so not before 3 March.',
  )
  expect(say({ reason: 'account_full', days: 90 })).toBe(
    'Enough people of the account were asked: at most 2 in 90 days, and others come first, so not before 3 March.',
  )
})

it('takes the numbers from the rule that holds for the person', () => {
  const program = { minIntervalDays: 80, outsideRules: false, kind: 'relationship' as const }
  const rules = { ...defaultRules, tiers: { gold: { betweenDays: 100, accountPeople: 2, accountDays: 60 } } }
  const days = (reason: string, person: { tier: string | null; halved: boolean }, over = {}) =>
    whyOf(reason, null, { program: { ...program, ...over }, rules, person }).days
  expect(days('invited_recently', { tier: null, halved: false })).toBe(80)
  expect(days('asked_less', { tier: null, halved: true })).toBe(160)
  expect(days('asked_elsewhere', { tier: 'gold', halved: false })).toBe(100)
  expect(days('account_full', { tier: 'gold', halved: false })).toBe(60)
  expect(days('invited_recently', { tier: 'gold', halved: false }, { outsideRules: true })).toBe(80)
})
