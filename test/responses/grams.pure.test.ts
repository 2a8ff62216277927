import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '#app/platform/text.ts'
import { gramsOf, gramsOfTerm, hasTerms, termsOf } from '#app/responses/grams.ts'
import { addSlot, commonSlots, dropSlot, listSlots, readSlots, writeSlots } from '#app/responses/slots.ts'

const has = (text: string, typed: string) => hasTerms(fold(text), termsOf(typed))

it.each([
  ['The Export is slow', 'export', true],
  ['The Export is slow', 'EXP', true],
  ['The Export is slow', 'port', false], // words by their beginning
  ['The Export is slow', 'slow export', true], // in any order
  ['The Export is slow', 'slow import', false],
  ['サポートの対応が遅い', '対応', true],
  ['サポートの対応が遅い', 'ポート', true], // Japanese by any part
  ['サポートの対応が遅い', 'ｻﾎﾟｰﾄ 遅い', true], // half width
  ['サポートの対応が遅い', 'さぽーと', true], // either kana
  ['新しいAPIが便利', 'api', true],
  ['新しいAPIが便利', 'pi', false],
  ['新しいAPIが便利', 'いapiが', true],
  ['ＡＰＩ１２３', 'api12', true],
  ['100% broken', '100%', true],
  ['100% broken', '%', true],
  ['100 broken', '%', false],
  ['a_b', '_', false], // belongs to its word
  ['C++ and C#', 'c++', true],
  ['C++ and C#', 'c#', true],
  ['😀 thanks', '😀', true],
  ['𠮷野家', '野家', true],
  ['𠮷野家', '𠮷', true],
])('%j searched for %j: %s', (text, typed, expected) => {
  expect(has(text, typed)).toBe(expected)
})

it('a term is at most asked for once, and ten of them at most', () => {
  expect(termsOf('  Ａ a　b ')).toEqual(['a', 'b'])
  expect(termsOf(Array.from({ length: 30 }, (_, i) => `w${i}`).join(' '))).toHaveLength(10)
  expect(termsOf(' \n\t ')).toEqual([])
})

const piece = fc.oneof(
  fc.constantFrom('support', 'export', 'ex', '対応', 'サポート', '遅', 'が', 'の', ' ', '。', '%', 'API', '😀', 'é', '한국어', 'ไทย'), // prettier-ignore
  fc.string({ maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))

it('every text that has a term has all of its grams: the index never hides a match', () => {
  fc.assert(
    fc.property(text, text, (comment, typed) => {
      const folded = fold(comment)
      const grams = gramsOf(folded)
      for (const term of termsOf(typed)) {
        if (!hasTerms(folded, [term])) continue
        for (const gram of gramsOfTerm(term)) expect(grams).toContain(gram)
      }
    }),
    { numRuns: 2_000 },
  )
})

it('a text is found by each of its own words', () => {
  fc.assert(
    fc.property(text, (comment) => termsOf(comment).every((term) => has(comment, term))),
    { numRuns: 1_000 },
  )
})

it('slots come back as they were stored, few or many, highest first', () => {
  const sets = fc.uniqueArray(fc.integer({ min: 0, max: 2_047 }), { maxLength: 400 })
  fc.assert(
    fc.property(sets, sets, (some, others) => {
      const slots = readSlots(null)
      some.forEach((slot) => addSlot(slots, slot))
      const stored = writeSlots(slots)
      expect(listSlots(readSlots(stored))).toEqual([...some].sort((a, b) => b - a))
      expect(stored?.length ?? 0).toBe(some.length < 128 ? some.length * 2 : 256)
      const other = readSlots(null)
      others.forEach((slot) => addSlot(other, slot))
      const second = writeSlots(other)
      if (stored && second)
        expect(listSlots(commonSlots([stored, second])).sort((a, b) => a - b)).toEqual(
          some.filter((slot) => others.includes(slot)).sort((a, b) => a - b),
        )
      some.forEach((slot) => dropSlot(slots, slot))
      expect(writeSlots(slots)).toBeNull()
    }),
  )
})
