import { expect, test } from 'vitest'
import { starterTemplates } from '#app/cases/replies/starter-templates.ts'
import { fillTemplate, firstNameOf, inOrder, openVariables, variableFault } from '#app/cases/replies/template.ts'

test('a variable is filled once, and what a value looks like is never read again', () => {
  const values = { first_name: '{{my_name}}', account: 'Aoi & Sons', my_name: 'Ken' }
  expect(fillTemplate('{{first_name}} of {{ account }}, {{my_name}}', values)).toBe('{{my_name}} of Aoi & Sons, Ken')
  expect(fillTemplate('{{first_name}}', { first_name: '$& $1' })).toBe('$& $1')
})

test('what is not known stays open, so that it is seen', () => {
  expect(fillTemplate('You gave {{score}}, {{name}}.', { score: null, name: '' })).toBe('You gave {{score}}, {{name}}.')
  expect(openVariables('You gave {{score}}, {{ name }} and {{score}}; {{nothing}}')).toEqual(['score', 'name'])
})

test('names that are no variables and braces that are not closed are found', () => {
  expect(variableFault('Hello {{first_name}}')).toBeNull()
  expect(variableFault('A {brace} is none')).toBeNull()
  expect(variableFault('Hello {{firstname}}, {{constructor}}, {{}}')).toEqual({
    code: 'template_variable',
    names: ['firstname', 'constructor', ''],
  })
  for (const text of ['Hello {{first_name}', 'Hello first_name}}'])
    expect([text, variableFault(text)?.code]).toEqual([text, 'template_braces'])
})

test.each([
  ['Hanako Hoshi', 'Hanako'],
  ['Hoshi, Hanako', 'Hanako'],
  ['  Ann  ', 'Ann'],
  ['星 花子', '星 花子'],
  ['김 민수', '김 민수'],
  [null, null],
  ['', null],
])('%s is called %s', (name, called) => expect(firstNameOf(name)).toBe(called))

test('templates come in the order in which they fit: language, topic, general, use', () => {
  const one = (name: string, language: 'en' | 'ja', topicId: string | null, uses = 0) => ({
    name,
    language,
    topicId,
    uses,
  })
  const list = [
    one('ja general', 'ja', null, 99),
    one('en other topic', 'en', 'top_price', 50),
    one('en general', 'en', null),
    one('en general, used', 'en', null, 3),
    one('en its topic', 'en', 'top_support'),
    one('ja its topic', 'ja', 'top_support'),
  ]
  expect(inOrder(list, { language: 'en', topicIds: new Set(['top_support']) }).map(({ name }) => name)).toEqual([
    'en its topic',
    'en general, used',
    'en general',
    'en other topic',
    'ja its topic',
    'ja general',
  ])
})

test('the shipped templates have no fault, and each stands in both languages', () => {
  for (const { subject, body } of starterTemplates) expect(variableFault(`${subject}\n${body}`)).toBeNull()
  const keys = (language: string) =>
    starterTemplates.filter((one) => one.language === language).map(({ id }) => id.replace(/_(en|ja)$/, ''))
  expect(keys('en')).toEqual(keys('ja'))
})
