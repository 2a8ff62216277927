import { expect, it } from 'vitest'
import { changesBetween } from '#app/advocacy/quotes/changes.ts'

const read = (old: string, now: string, language = 'en') =>
  changesBetween(old, now, language).map(({ kind, text }) => (kind === 'same' ? text : kind === 'old' ? `[-${text}]` : `[+${text}]`)).join('') // prettier-ignore

it('what was left out and what was added is told word by word', () => {
  expect(read('They are quick and kind', 'They are very quick')).toBe('They are [+very ]quick[- and kind]')
  expect(read('same', 'same')).toBe('same')
  expect(read('', 'new')).toBe('[+new]')
  expect(read('gone', '')).toBe('[-gone]')
  expect(read('', '')).toBe('')
})

it('Japanese is split where its words end', () => {
  expect(read('対応がとても早いです。', '対応が早いです。', 'ja')).toBe('対応が[-とても]早いです。')
})

it('whatever the texts, the pieces give both back to the letter', () => {
  let seed = 7
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
  const text = () => Array.from({ length: random(30) }, () => ['a', 'b ', 'c\n', '<x>', '声', ' '][random(6)]).join('')
  for (let n = 0; n < 300; n++) {
    const [old, now] = [text(), text()]
    const pieces = changesBetween(old, now, 'en')
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text).join('') // prettier-ignore
    expect([without('new'), without('old')]).toEqual([old, now])
  }
})

it('two long texts with nothing in common are told apart at once', () => {
  const words = (word: string) => Array.from({ length: 2_500 }, (_, n) => `${word}${n}`).join(' ')
  const begun = performance.now()
  expect(changesBetween(words('a'), words('b'), 'en').length).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(2_000)
})
