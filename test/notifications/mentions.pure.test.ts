import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mentionsIn, nameBegun, offered } from '#app/cases/notices/mentions.ts'

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'anna', name: 'Anna Lee' },
  { id: 'annalee', name: 'Anna Lee Smith' },
  { id: 'sato', name: '佐藤 花子' },
  { id: 'sato2', name: '佐藤' },
  { id: 'kana', name: 'アンナ' },
  { id: 'bob1', name: 'Bob' },
  { id: 'bob2', name: 'bob' },
  { id: 'ob', name: 'Seán O’Brien' },
  { id: 'yoshi', name: '𠮷田 恵' },
]

describe('a note names', () => {
  it.each([
    ['Please look, @Ann', ['ann']],
    ['@ann: please', ['ann']],
    ['@Anna', []], // nobody is called so: Ann is another
    ['@Anna Lee, and @Anna Lee Smith!', ['anna', 'annalee']],
    ['@Anna Lee Smithson', ['anna']],
    ['@Annabel', []],
    ['＠Ａｎｎ　please', ['ann']], // full width
    ['@佐藤 花子さん、お願いします', ['sato']],
    ['@佐藤花子さんお願いします', ['sato']],
    ['お願いします@佐藤　花子', ['sato']],
    ['@佐藤さん', ['sato2']],
    ['@あんなさん', ['kana']], // kana of either kind
    ['@Bob', ['bob1', 'bob2']], // two people of one name: each may be meant
    ['@Seán O’Brien.', ['ob']],
    ['mail ann@ann.example and x.y@Bob', []],
    ['@𠮷田 恵さん', ['yoshi']], // begins outside the BMP
    ['@𠮷田恵さん', ['yoshi']],
    ['@ Ann', []],
    ['@\nAnn', []],
    ['@@Ann', ['ann']],
    ['@Ann @Ann @ann', ['ann']],
    ['Ann', []],
    ['@', []],
    ['', []],
  ])('%j → %j', (text, ids) => {
    expect(mentionsIn(text, people)).toEqual(ids)
  })

  it('only people that are there, and says the same whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const ids = people.map((one) => one.id)
        for (const id of mentionsIn(text, people)) expect(ids).toContain(id)
        expect(mentionsIn(`${text}\n@Ann, ${text}`, people)).toContain('ann')
      }),
    )
  })
})

test('while one types, a name begins after an @ and colleagues are offered', () => {
  expect(nameBegun('hello @an')).toEqual({ from: 7, typed: 'an' })
  expect(nameBegun('hello @')).toEqual({ from: 7, typed: '' })
  expect(nameBegun('お願いします＠佐')).toEqual({ from: 7, typed: '佐' })
  expect(nameBegun('hello @anna le')).toEqual({ from: 7, typed: 'anna le' })
  for (const before of ['hello', 'me@an', '@ann, please', '@a b c d e f', '@ann\nnext'])
    expect(nameBegun(before)).toBe(null)
  expect(offered(people, 'an').map((one) => one.id)).toEqual(['ann', 'anna', 'annalee'])
  expect(offered(people, 'lee').map((one) => one.id)).toEqual(['anna', 'annalee'])
  expect(offered(people, '花').map((one) => one.id)).toEqual(['sato'])
  expect(offered(people, '', 2)).toHaveLength(2)
})
