import { expect, test } from 'vitest'
import { dayOfKey, firstPlace } from '#app/responses/place.ts'
import { amongAnswers, askedOfVoices } from '#app/voices/among.ts'

const days = (...list: number[]) => list.map((day) => ({ day }))
const shown = (answers: number[], heard: number[]) =>
  amongAnswers(days(...answers), days(...heard)).map(({ answer, voice }) =>
    answer ? `a${answer.day}` : `v${voice!.day}`,
  )

test('voices stand above the answers of their day, and none is lost', () => {
  expect(shown([9, 7, 7, 3], [10, 9, 7, 5, 2])).toEqual(['v10', 'v9', 'a9', 'v7', 'a7', 'a7', 'v5', 'a3', 'v2'])
  expect(shown([], [2, 1])).toEqual(['v2', 'v1'])
  expect(shown([2, 1], [])).toEqual(['a2', 'a1'])
})

test('voices are asked only for what a voice can meet', () => {
  expect(askedOfVoices({})).toEqual({})
  expect(askedOfVoices({ q: 'x', account: 'acc_1', view: 'table', comment: '1', after: 'c' })).toEqual({ q: 'x', account: 'acc_1' }) // prettier-ignore
  const never: Record<string, string>[] = [
    { program: 'p' },
    { numbers: '1' },
    { heard: '0' },
    { topic: 'none' },
    { comment: '0' },
    { tier: 'x' },
  ]
  for (const no of never) expect(askedOfVoices(no)).toBeNull()
})

test('the day of a cursor is told from the place of a search', () => {
  expect(dayOfKey(20_514)).toBe(20_514)
  expect(dayOfKey(firstPlace(20_514) + 17)).toBe(20_514)
})
