import { z } from 'zod'
import { phraseFaultWords } from '#app/responses/topic-words.ts'
import { faultsOfRule, phrasesOf, ruleLists, topicInput, type TopicInput } from '#app/responses/topics/topic.ts'
import type { Translate } from '#app/platform/words.ts'

const lines = z.string().max(40_000).default('')

/** The editor's form: one text field for each list, a phrase a line. */
export const topicForm = z.object({
  nameEn: topicInput.shape.nameEn,
  nameJa: topicInput.shape.nameJa,
  en_any: lines,
  en_all: lines,
  en_none: lines,
  ja_any: lines,
  ja_all: lines,
  ja_none: lines,
  version: z.coerce.number().int().default(0),
  sample: z.string().max(5_000).default(''),
})
export type TopicForm = z.output<typeof topicForm>
export type ListField = `${'en' | 'ja'}_${(typeof ruleLists)[number]}`

/** The rules that the fields say. */
export const rulesOf = (typed: Pick<TopicForm, ListField>): Pick<TopicInput, 'en' | 'ja'> => ({
  en: { any: phrasesOf(typed.en_any), all: phrasesOf(typed.en_all), none: phrasesOf(typed.en_none) },
  ja: { any: phrasesOf(typed.ja_any), all: phrasesOf(typed.ja_all), none: phrasesOf(typed.ja_none) },
})

/** What is wrong with the phrases, in words, by the field. */
export function phraseErrors(t: Translate, rules: Pick<TopicInput, 'en' | 'ja'>): Partial<Record<ListField, string[]>> {
  const errors: Partial<Record<ListField, string[]>> = {}
  for (const language of ['en', 'ja'] as const) {
    const faults = faultsOfRule(rules[language])
    for (const list of ruleLists) {
      const fault = faults[list]
      if (fault) errors[`${language}_${list}`] = [t(phraseFaultWords[fault.code], { phrase: fault.phrase })]
    }
  }
  return errors
}
