import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { askContentSchema, askFaults, askForm, fillAsk } from '#app/advocacy/catalogue/ask-content.ts'
import { draftOfAsk } from '#app/advocacy/catalogue/ask-draft.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { standardWording } from '#app/advocacy/catalogue/standard-wording.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { fieldsOfAsk } from '#test/advocacy/ask-fields.ts'

const reference = standardAsks.reference
const withBody = (body: string) => ({
  ...reference,
  wording: { ...reference.wording, en: { ...reference.wording.en, body } },
})
const parsed = (fields: Record<string, string | string[]>) => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return parseForm(form, askForm, 'en')
}

test.each(askKinds)(
  'the standard of %s is what its own schema takes, and comes back from its form as it was',
  (kind) => {
    const content = standardAsks[kind]
    expect(askContentSchema.parse(content)).toEqual(content)
    expect(askFaults(content)).toBeNull()
    const form = parsed(fieldsOfAsk(draftOfAsk({ kind, number: 0, content })))
    expect(form.status === 'success' && form.value).toEqual({ base: 0, content })
  },
)

test('each standard greets by name and says who asks, in both languages', () => {
  for (const { wording } of Object.values(standardAsks))
    for (const { body, consent } of [wording.en, wording.ja]) {
      expect([...body.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(
        expect.arrayContaining(['name', 'company', 'sender']),
      )
      expect(consent).not.toBe('')
    }
})

test('the standard words are never rewritten, since what somebody said yes to is looked up by number 0', () => {
  const words = createHash('sha256').update(JSON.stringify(standardWording)).digest('hex')
  expect(words.slice(0, 16)).toBe('b28c34cd45db76b1')
})

test.each([
  ['Dear {name}, {company} and {sender}', undefined],
  ['Dear {firstname}', 'ask_variable'],
  ['Dear { name }', 'ask_variable'],
  ['Dear {NAME}', 'ask_variable'],
  ['Dear {}', 'ask_variable'],
  ['Dear {{name}}', 'ask_braces'],
  ['Dear {name', 'ask_braces'],
  ['Dear name}', 'ask_braces'],
  ['{name} 様、｛company｝です', 'ask_braces'],
  ['Dear {constructor}', 'ask_variable'],
])('%s: %s', (body, fault) => {
  expect(askFaults(withBody(body))?.fields['wording.en.body']).toBe(fault)
})

test('every field that is wrong is named, with all that is unknown', () => {
  const { en, ja } = reference.wording
  const content = {
    ...reference,
    wording: {
      en: { ...en, subject: '{vorname}', consent: '{name} agrees' },
      ja: { ...ja, body: '{会社} {sender}', consent: '{company} が公開します' },
    },
    rules: { ...reference.rules, healths: [] },
    reward: { en: 'A voucher', ja: '' },
  }
  expect(askFaults(content)).toEqual({
    fields: {
      'wording.en.subject': 'ask_variable',
      'wording.en.consent': 'ask_consent_variable',
      'wording.ja.body': 'ask_variable',
      'rules.healths': 'ask_healths_none',
      'reward.ja': 'ask_reward_both',
    },
    unknown: ['vorname', '会社'],
  })
})

test('what is filled in is never read again, whatever it looks like', () => {
  const values = { name: '{company}', company: '$& {sender}', sender: '$1' }
  expect(fillAsk('{name} / {company} / {sender} / {other}', values)).toBe('{company} / $& {sender} / $1 / {other}')
})

test('a form with line breaks of a browser, ticks left out and an empty limit is the content it means', () => {
  const fields = fieldsOfAsk(draftOfAsk({ kind: 'quote', number: 3, content: standardAsks.quote }))
  const form = parsed({
    ...fields,
    on: [],
    'wording.en.subject': ' May  we\u0000 quote\tyou? ',
    'wording.en.body': 'Dear {name},\r\n\r\nthank you.\u202e\r\n',
    'rules.consent': [],
    'rules.mostOpen': '',
    'rules.healths': ['unknown', 'green'],
    'rules.languages': ['ja', 'en'],
    'reward.en': '  ',
  })
  expect(form.status === 'success' && form.value).toMatchObject({
    base: 3,
    content: {
      on: false,
      wording: { en: { subject: 'May we quote you?', body: 'Dear {name},\n\nthank you.' } },
      rules: { consent: false, mostOpen: null, healths: ['green', 'unknown'], languages: ['en', 'ja'] },
      reward: null,
    },
  })
})

test.each([
  ['rules.promoterDays', '-1'],
  ['rules.promoterDays', '1826'],
  ['rules.quietDays', '2.5'],
  ['rules.coolDownDays', 'many'],
  ['rules.renewalDays', ''],
  ['rules.mostOpen', '0'],
  ['rules.mostOpen', '10001'],
  ['rules.healths', 'purple'],
  ['rules.languages', 'xx'],
  ['wording.ja.subject', ''],
  ['wording.ja.subject', 'あ'.repeat(201)],
  ['wording.en.body', 'a'.repeat(5_001)],
  ['wording.en.consent', '\u0007'],
  ['reward.en', 'a'.repeat(201)],
  ['base', '-1'],
])('a form whose %s is %s is refused at that field', (name, value) => {
  const fields = fieldsOfAsk(draftOfAsk({ kind: 'quote', number: 0, content: standardAsks.quote }))
  const form = parsed({ ...fields, [name]: value })
  expect(Object.keys(form.reply().error ?? {})[0]?.replace(/\[\d+\]$/, '')).toBe(name)
})
