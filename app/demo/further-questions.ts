import { chance, pick } from '#app/demo/random.ts'
import type { EditProgram } from '#app/surveys/program.ts'
import type { Class } from '#db/enums/statistics.ts'
import type { Question } from '#db/schema/surveys.ts'

/** What the demo's help desk asks beyond the score. */
export const furtherQuestions: NonNullable<EditProgram['questions']> = [
  {
    kind: 'rating',
    for: 'any',
    words: { en: 'How quickly did we get back to you?', ja: '対応の速さはいかがでしたか。' },
  },
  {
    kind: 'choice',
    for: 'low',
    words: { en: 'What should have gone better?', ja: '最も改善してほしい点はどれですか。' },
    options: [
      { words: { en: 'The time until the first reply', ja: '最初の返信までの時間' } },
      { words: { en: 'The answer itself', ja: '回答の内容' } },
      { words: { en: 'How often I had to explain it', ja: '同じ説明を繰り返したこと' } },
      { words: { en: 'Something else', ja: 'その他' } },
    ],
  },
]

/** What somebody says to them; two of five go on after the score. */
export function furtherAnswers(questions: readonly Question[], of: Class, key: string) {
  if (chance('goes on', key) >= 0.4) return []
  const best = { low: 2, mid: 3, high: 4 }[of]
  return questions
    .filter((one) => one.for === 'any' || one.for === of)
    .map((one) => ({
      questionId: one.id,
      values: [
        one.options ? pick(one.options, 'further', key).id : String(best + (chance('quick', key) < 0.4 ? 1 : 0)),
      ],
    }))
}
