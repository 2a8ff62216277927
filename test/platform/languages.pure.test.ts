import { expect, it } from 'vitest'
import { directionOf, languages, matchLanguage, ownNames, preferredLanguage } from '#app/platform/languages.ts'

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh_mo', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['pt-BR', 'pt'],
  ['EN-gb', 'en'],
  ['iw', 'he'],
  ['in-ID', 'id'],
  ['sv', null],
  ['*', null],
  ['', null],
  ['constructor', null],
])('the tag %s is %s', (tag, language) => {
  expect(matchLanguage(tag)).toBe(language)
})

it.each([
  ['fr-CH;q=0.8, zh-TW', 'zh-Hant'],
  ['sv, de;q=0.3, pl;q=0.9', 'pl'],
  ['sv-SE,*;q=0.5', null],
  ['de;q=0, en;q=0.1', 'en'],
  ['de;q=0.1.2, ja', 'ja'],
  ['es-419,es;q=0.9,en;q=0.8', 'es'],
  [`${'x-unknown,'.repeat(10_000)}de`, null],
  [null, null],
])('a browser that sends %s reads %s', (header, language) => {
  expect(preferredLanguage(header, languages)).toBe(language)
})

it('a language that is not spoken is passed over for the next', () => {
  expect(preferredLanguage('de, ja;q=0.5', ['en', 'ja'])).toBe('ja')
  expect(preferredLanguage('de', ['en', 'ja'])).toBeNull()
})

it('every language has a name of its own, and two run from right to left', () => {
  expect(new Set(Object.values(ownNames)).size).toBe(18)
  expect(languages.filter((one) => directionOf(one) === 'rtl')).toEqual(['ar', 'he'])
})
