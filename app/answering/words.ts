import { en } from '#app/answering/languages/en.ts'
import { ja } from '#app/answering/languages/ja.ts'
import { phrasesOf } from '#app/platform/languages.ts'
import type { Word } from '#app/platform/words.ts'

/** What stands on the customer's pages, in every language they are asked in. */
export const answeringWords = phrasesOf({ en, ja })

export const answeringErrors = {
  score_outside: { en: 'This number is not on the scale.', ja: 'この数字は選択肢にありません。' },
} satisfies Record<string, Word>
