import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'
import { paces, questionKinds } from '#db/enums/surveys.ts'
import { classes, type Class } from '#db/enums/statistics.ts'
import type { Question, Texts } from '#db/schema/surveys.ts'

/** Further questions of a program: more, and people stop answering. */
export const mostQuestions = 5
/** Choices of one question. */
export const mostOptions = 10
/** Characters of a text that answers one. */
export const longestText = 1_000
/** A rating goes from 1 to here. */
export const bestRating = 5

/** What the passive are asked on the thank-you page of every program: no program's question may be called so. */
export const improveId = 'improve'

const key = z
  .string()
  .regex(/^[\w-]{1,60}$/)
  .refine((id) => id !== improveId)
const line = (max: number) => z.string().trim().min(1).max(max)
/** English and Japanese always; more where somebody wrote them. */
const texts = (max: number) =>
  z.object({ en: line(max), ja: line(max) }).catchall(z.string().trim().max(max).optional())

const maybe = z.string().trim().max(120).optional()
/** A choice; one without any words is a line that was left empty, and no choice. */
const optionSchema = z
  .object({ id: key.optional(), words: z.object({ en: maybe, ja: maybe }).catchall(maybe).prefault({}) })
  .superRefine(({ words }, ctx) => {
    if (isEmpty(words)) return
    for (const language of ['en', 'ja'] as const)
      if (!words[language]) ctx.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: '', path: ['words', language] }) // prettier-ignore
  })

const isEmpty = (words: Record<string, string | undefined>) => Object.values(words).every((text) => !text)

export const questionSchema = z
  .object({
    /** Of a question that was stored before; a new one gets its own. */
    id: key.optional(),
    kind: z.enum(questionKinds),
    for: z.enum(['any', ...classes]),
    required: z.boolean().default(false),
    words: texts(300),
    options: z.array(optionSchema).max(mostOptions).default([]),
  })
  .transform(({ options, ...question }) => ({ ...question, options: options.filter((one) => !isEmpty(one.words)) }))

export const questionsSchema = z.array(questionSchema).max(mostQuestions).default([])
export const paceSchema = z.enum(paces).default('one')
export type QuestionInput = z.output<typeof questionSchema>

/**
 * Questions as they are stored. What was stored before keeps its id, and so do its choices; another kind is another
 * question. `makeId` makes the ids of new ones.
 */
export function settleQuestions(
  given: readonly QuestionInput[],
  old: readonly Question[],
  makeId: (prefix: string) => string,
): Question[] {
  const used = new Set<string>()
  const known = (id: string | undefined, ids: readonly string[], prefix: string) => {
    const kept = id !== undefined && ids.includes(id) && !used.has(id) ? id : makeId(prefix)
    used.add(kept)
    return kept
  }
  return given.map(({ kind, required, words, options, ...question }) => {
    const before = old.find((one) => one.id === question.id && one.kind === kind)
    const ids = (before?.options ?? []).map((option) => option.id)
    return {
      id: known(question.id, before ? [before.id] : [], 'que'),
      kind,
      for: question.for,
      required,
      words: written(words),
      ...(hasOptions(kind) && {
        options: options.map((option) => ({ id: known(option.id, ids, 'opt'), words: written(option.words) })),
      }),
    }
  })
}

const written = (words: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text)) as Texts

/** Questions that choose among fewer than two: field of the form → code. */
export function questionErrors(given: readonly QuestionInput[]): Record<string, string> {
  const wrong = given.flatMap(({ kind, options }, i) => (hasOptions(kind) && options.length < 2 ? [i] : []))
  return Object.fromEntries(wrong.map((i) => [`questions[${i}].options`, 'too_few_options']))
}

export const hasOptions = (kind: Question['kind']) => kind === 'choice' || kind === 'multi'

/** Whether every word of a question is there in a language: a page never mixes two. */
export const speaks = (question: Question, language: string): boolean =>
  Boolean(question.words[language]) && (question.options ?? []).every((option) => Boolean(option.words[language]))

/** What somebody who answered with a class is asked on a page in a language, in order. */
export function questionsFor(questions: readonly Question[], of: Class, language: string): Question[] {
  return questions.filter((one) => (one.for === 'any' || one.for === of) && speaks(one, language))
}

/** A text in the reader's language where it was written in it, else in English. */
export const textIn = (words: Texts, language: string): string => words[language] || words.en

/**
 * What is stored: a number for a rating, else what was chosen or written, one or more. Never a bare text: PostgreSQL's
 * driver reads one that looks like JSON (`12`, `true`) as what it looks like.
 */
export type AnswerValue = string[] | number

/** What was given to a question: a value to keep, nothing, or why it can't be taken. */
export type Read =
  { value: AnswerValue } | { empty: true } | { problem: 'unknown' | 'one_only' | 'too_long'; n?: number }

/** Reads what a form gave to a question. Whatever was not among what was asked is refused, never stored. */
export function readValue(question: Pick<Question, 'kind' | 'options'>, given: readonly string[]): Read {
  const said = given.filter((one) => one.trim() !== '')
  if (said.length === 0) return { empty: true }
  if (question.kind === 'multi') {
    const chosen = (question.options ?? []).map((option) => option.id).filter((id) => said.includes(id))
    return new Set(said).size === chosen.length ? { value: chosen } : { problem: 'unknown' }
  }
  if (said.length > 1) return { problem: 'one_only' }
  const [one] = said as [string]
  if (question.kind === 'choice')
    return question.options?.some((option) => option.id === one) ? { value: [one] } : { problem: 'unknown' }
  if (question.kind === 'rating')
    return /^[1-9]$/.test(one) && Number(one) <= bestRating ? { value: Number(one) } : { problem: 'unknown' }
  const text = cleanText(one)
  if (text === null) return { empty: true }
  return text.length > longestText ? { problem: 'too_long', n: text.length } : { value: [text] }
}

/** An answer in words: of choices their texts in a language, whatever they are. */
export function sayValue(
  { kind, options }: Pick<Question, 'kind' | 'options'>,
  value: AnswerValue,
  language: string,
): string {
  if (typeof value === 'number') return `${value} / ${bestRating}`
  if (!hasOptions(kind)) return value.join(' · ')
  const name = (id: string) => {
    const option = options?.find((one) => one.id === id)
    return option ? textIn(option.words, language) : id
  }
  return value.map(name).join(' · ')
}
