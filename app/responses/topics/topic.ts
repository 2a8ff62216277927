import { z } from 'zod'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'
import { faultOf, foldPhrase, longestPhrase, mostPhrases, type PhraseFault } from '#app/responses/topics/phrase.ts'

export const ruleLists = ['any', 'all', 'none'] as const
export type RuleList = (typeof ruleLists)[number]

/** A comment fits when it says one of `any` (if there are any), each of `all` and none of `none`. */
export type TopicRule = Record<RuleList, string[]>

/** Topics that are not archived. */
export const mostTopics = 60

export type ListFault =
  { code: PhraseFault | 'twice' | 'both'; phrase: string } | { code: 'too_many' | 'nothing_to_find'; phrase: '' }

/** The phrases of a text field, one a line, as they are kept. */
export const phrasesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => cleanText(line)?.replace(/\s+/g, ' ') ?? '')
    .filter((line) => line !== '')

/** What is wrong with the lists of one language, the first fault of each list. */
export function faultsOfRule(rule: TopicRule): Partial<Record<RuleList, ListFault>> {
  const faults: Partial<Record<RuleList, ListFault>> = {}
  const wanted = new Set([...rule.any, ...rule.all].map(foldPhrase))
  for (const list of ruleLists) {
    const seen = new Set<string>()
    if (rule[list].length > mostPhrases) faults[list] = { code: 'too_many', phrase: '' }
    for (const phrase of rule[list].slice(0, mostPhrases)) {
      const folded = foldPhrase(phrase)
      const code =
        faultOf(phrase) ?? (seen.has(folded) ? 'twice' : list === 'none' && wanted.has(folded) ? 'both' : null)
      seen.add(folded)
      if (code) faults[list] ??= { code, phrase: phrase.slice(0, longestPhrase) }
    }
  }
  if (rule.none.length > 0 && wanted.size === 0) faults.none ??= { code: 'nothing_to_find', phrase: '' }
  return faults
}

const rule = z.object({
  any: z.array(z.string().max(500)).max(1_000),
  all: z.array(z.string().max(500)).max(1_000),
  none: z.array(z.string().max(500)).max(1_000),
}) satisfies z.ZodType<TopicRule>

const name = z
  .string()
  .transform((text) => cleanText(text)?.replace(/\s+/g, ' ') ?? '')
  .pipe(z.string().min(1).max(60))

export const topicInput = z.object({ nameEn: name, nameJa: name, en: rule, ja: rule })
export type TopicInput = z.output<typeof topicInput>

const topicId = z.string().refine(isId)
export const changeTopicInput = topicInput.extend({ topicId, version: z.number().int() })
export const topicStateInput = z.object({ topicId, to: z.enum(['archived', 'active']) })

/** `rule`: whatever the rules say; else a person's word, which stays. */
export const correctionInput = z.object({
  responseId: z.string().refine(isId),
  topicId,
  to: z.enum(['on', 'off', 'rule']),
})
export type Correction = z.output<typeof correctionInput>['to']
