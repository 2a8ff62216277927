import { expect, test } from 'vitest'
import { alterQuestions } from '#app/surveys/alter-questions.ts'
import { questionsFor, questionsSchema, readValue, sayValue, settleQuestions, speaks } from '#app/surveys/question.ts'
import type { Question } from '#db/schema/surveys.ts'

const question = (over: Partial<Question> = {}): Question => ({
  id: 'que_1',
  kind: 'choice',
  for: 'any',
  required: false,
  words: { en: 'Which?', ja: 'どれ？' },
  options: [
    { id: 'a', words: { en: 'A', ja: 'あ' } },
    { id: 'b', words: { en: 'B', ja: 'い' } },
  ],
  ...over,
})
const ids = () => {
  let n = 0
  return (prefix: string) => `${prefix}_new${++n}`
}

test('a question is asked only on pages whose language all of its words have', () => {
  const half = question({ words: { en: 'Which?', ja: 'どれ？', de: 'Welche?' } })
  expect([speaks(half, 'en'), speaks(half, 'de'), speaks(question(), 'ar')]).toEqual([true, false, false])
  const asked = [half, question({ id: 'low', for: 'low' }), question({ id: 'high', for: 'high' })]
  expect(questionsFor(asked, 'low', 'ja').map((one) => one.id)).toEqual(['que_1', 'low'])
  expect(questionsFor(asked, 'low', 'de')).toEqual([])
})

test('what was stored keeps its id and those of its choices; another kind is another question', () => {
  const given = questionsSchema.parse([
    {
      ...question(),
      options: [{ id: 'b', words: { en: 'B!', ja: 'い' } }, { words: { en: 'C', ja: 'う' } }, { words: {} }],
    },
    { ...question(), words: { en: 'Twice', ja: '二度' } },
    { ...question(), kind: 'text' },
    { ...question(), id: 'que_stranger' },
  ])
  const settled = settleQuestions(given, [question()], ids())
  expect(settled.map((one) => [one.id, one.kind, one.options?.map((option) => option.id)])).toEqual([
    ['que_1', 'choice', ['b', 'opt_new1']],
    ['que_new2', 'choice', ['a', 'opt_new3']],
    ['que_new4', 'text', undefined],
    ['que_new5', 'choice', ['opt_new6', 'opt_new7']],
  ])
})

test('no question may take the name of the one thing to improve, and there are five at most', () => {
  expect(questionsSchema.safeParse([question({ id: 'improve' })]).success).toBe(false)
  expect(questionsSchema.safeParse(Array.from({ length: 6 }, () => question())).success).toBe(false)
})

test.each<[Question['kind'], string[], unknown]>([
  ['choice', ['a'], { value: ['a'] }],
  ['choice', ['c'], { problem: 'unknown' }],
  ['choice', ['a', 'b'], { problem: 'one_only' }],
  ['multi', ['b', 'a', 'a'], { value: ['a', 'b'] }],
  ['multi', ['a', 'c'], { problem: 'unknown' }],
  ['rating', ['5'], { value: 5 }],
  ['rating', ['0'], { problem: 'unknown' }],
  ['rating', ['05'], { problem: 'unknown' }],
  ['text', [' true '], { value: ['true'] }],
  ['text', ['\u0000\ud800'.slice(0, 1)], { empty: true }],
  ['text', ['x'.repeat(1_001)], { problem: 'too_long', n: 1_001 }],
  ['text', ['', ' '], { empty: true }],
])('of a %s %j is read as %j', (kind, given, read) => expect(readValue(question({ kind }), given)).toEqual(read))

test('an answer is said in the reader’s language', () => {
  expect(sayValue(question({ kind: 'multi' }), ['a', 'b', 'gone'], 'ja')).toBe('あ · い · gone')
  expect(sayValue(question({ kind: 'rating' }), 4, 'en')).toBe('4 / 5')
  expect(sayValue(question({ kind: 'text' }), ['a'], 'en')).toBe('a')
})

test('questions are added, moved, taken out and put back in a form that is not saved', () => {
  const now = { questions: [{ id: '1' }, { id: '2', options: [{}] }], removed: '' }
  const order = (alter: string, of = now) => alterQuestions(of, alter).questions.map((one) => one.id)
  expect(order('up-1')).toEqual(['2', '1'])
  expect(order('down-0')).toEqual(['2', '1'])
  for (const nothing of ['up-0', 'down-1', 'remove-7', 'restore', 'sing', 'up-x', ''])
    expect(order(nothing)).toEqual(['1', '2'])
  const without = alterQuestions(now, 'remove-0')
  expect(without.questions).toEqual([{ id: '2', options: [{}] }])
  expect(alterQuestions(without, 'restore')).toEqual(now)
  expect(alterQuestions({ ...now, removed: '{"at":0}' }, 'restore').questions).toHaveLength(2)
  expect(alterQuestions(now, 'option-1').questions[1]!.options).toHaveLength(2)
  const five = { questions: [1, 2, 3, 4, 5].map((n) => ({ id: String(n) })), removed: '' }
  expect(order('add', five)).toHaveLength(5)
  expect(alterQuestions(now, 'add').questions[2]).toMatchObject({ kind: 'choice', for: 'any' })
})
