import { expect, it } from 'vitest'
import { mailWords } from '#app/delivery/mail-words.ts'
import { answeringWords } from '#app/answering/words.ts'
import { languages } from '#app/platform/languages.ts'
import { translate, type Locale } from '#app/platform/words.ts'
import { errorWords } from '#app/words.ts'
import { readTree, source } from '#test/architecture/source.ts'
import { faults, misread, refusalCodes, wordsIn } from '#test/architecture/words.ts'

const catalogues = import.meta.glob<Record<string, unknown>>(['../../app/**/words.ts', '../../app/**/*-words.ts'], {
  eager: true,
})
const words = Object.entries(catalogues).flatMap(([path, catalogue]) =>
  wordsIn({ ...catalogue }, path.replace('../../', '')),
)

it('every message reads in all its languages and asks for the same values', () => {
  expect(words.length).toBeGreaterThan(5)
  expect(words.flatMap(([path, word]) => faults(path, word))).toEqual([])
})

it('what customers read is there in every language', () => {
  const missing = wordsIn({ answeringWords, mailWords }, 'customers').flatMap(([path, word]) =>
    languages
      .filter((one) => typeof (word as Record<string, unknown>)[one] !== 'string')
      .map((one) => `${path}.${one}`),
  )
  expect(missing).toEqual([])
})

it('every message says what a reader of the whole ICU syntax makes of it', () => {
  expect(words.flatMap(([path, word]) => misread(path, word))).toEqual([])
})

it('what only the whole syntax knows is refused, not shown as it stands', () => {
  for (const en of ['{n, selectordinal, other {#th}}', '{n, number, percent}', '{a} } b', '{a', '{n, plural, one {#}}'])
    expect(() => translate<Locale>('en', { en, ja: '' }, { n: 1, a: 1 })).toThrow(en)
  expect(() => translate<Locale>('en', { en: '{name}', ja: '' }, {})).toThrow('{name}')
})

it('faulty messages are found', () => {
  expect(faults('a', { en: 'Claim', ja: '' })).toHaveLength(1)
  expect(faults('a', { en: 'Claim', ja: 'Claim' })).toHaveLength(1)
  expect(faults('a', { en: '{n} cases', ja: '{m} 件' })).toHaveLength(1)
  expect(faults('a', { en: '{n, plural, one {# of {all}} other {#}}', ja: '{n} 件' })).toHaveLength(1)
  expect(faults('a', { en: 'Hello {name}', ja: '{name} 様', de: 'Guten Tag', fr: 'Hello {name}' })).toEqual([
    'a: en wants {name}, de wants {}',
    'a: fr is still English',
  ])
  expect(faults('a', { en: '{n, plural', ja: '{n} 件' }).length).toBeGreaterThan(0)
  expect(faults('a', { en: '{n, plural, one {# case} other {# cases}}', ja: '{n} 件' })).toEqual([])
})

it('every refusal has words', () => {
  const wordless = refusalCodes(readTree()).filter(({ code }) => !(code in errorWords))
  expect([...new Set(wordless.map(({ path, code }) => `${path}: ${code}`))]).toEqual([])
  expect(
    refusalCodes([source('app/a.ts', `throw new Conflict('gone'); throw new Refusal(410, 'lost')`)]).map(
      ({ code }) => code,
    ),
  ).toEqual(['gone', 'lost'])
})
