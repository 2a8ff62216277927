import { answeringErrors } from '#app/answering/words.ts'
import type { Word } from '#app/platform/words.ts'
import { accessErrors } from '#app/access/words.ts'
import { platformErrors } from '#app/platform/http/words.ts'

/** Every code that a Refusal may carry, in words: each room adds its own. */
export const errorWords: Record<string, Word> = {
  ...platformErrors,
  ...answeringErrors,
  ...accessErrors,
}
