import { z } from 'zod'
import { line } from '#app/access/user.ts'
import { required } from '#app/cases/case.ts'
import { isId } from '#app/platform/id.ts'
import { languages, type Language } from '#app/platform/languages.ts'

/** What a template may leave open, to be filled in when it is put into a reply. */
export const templateVariables = [
  'first_name',
  'name',
  'account',
  'score',
  'program',
  'my_name',
  'organisation',
] as const
export type TemplateVariable = (typeof templateVariables)[number]
/** What is known of the one person who is written to; a value that isn't known stays open. */
export type TemplateValues = Partial<Record<TemplateVariable, string | null>>

export const mostTemplates = 200
export const longestTemplate = 5_000
export const longestSubject = 200

const id = z.string().refine(isId)
export const templateSchema = z.object({
  name: line(80),
  topicId: id.optional(),
  language: z.enum(languages),
  subject: line(longestSubject).optional(),
  body: required.pipe(z.string().max(longestTemplate)),
})
export const editTemplateSchema = templateSchema.extend({
  templateId: id,
  /** Its `updatedAt` when the form was opened; 0 for one that nobody has changed. */
  seenAt: z.coerce.number().int().min(0),
})
export const templateIdSchema = z.object({ templateId: id })

const open = /\{\{\s*([^{}]*?)\s*\}\}/g

const isVariable = (name: string): name is TemplateVariable => templateVariables.some((known) => known === name)

/** What is wrong with the variables of a text: a name that is none, or braces that are not closed. */
export function variableFault(text: string): { code: 'template_variable' | 'template_braces'; names: string[] } | null {
  const names = [...text.matchAll(open)].map(([, name]) => name!).filter((name) => !isVariable(name))
  if (names.length) return { code: 'template_variable', names: [...new Set(names)] }
  const rest = text.replace(open, '')
  return /\{\{|\}\}/.test(rest) ? { code: 'template_braces', names: [] } : null
}

/**
 * Puts the values in, once: what a value itself looks like is never read again. A variable without a value stays as it
 * stands, so that it is seen and not sent.
 */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replace(open, (whole, name: string) => (isVariable(name) ? values[name] || whole : whole))

/** The variables that a text still leaves open, each once. */
export const openVariables = (text: string): TemplateVariable[] => [
  ...new Set([...text.matchAll(open)].flatMap(([, name]) => (isVariable(name!) ? [name] : []))),
]

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** How somebody is called by their first name; a name that stands family first is used whole. */
export function firstNameOf(name: string | null): string | null {
  const whole = name?.trim() ?? ''
  if (!whole || eastAsian.test(whole)) return whole || null
  const [family, given] = whole.split(/\s*,\s*/)
  return (given || family!).split(/\s+/)[0] || null
}

interface Ranked {
  name: string
  language: Language
  topicId: string | null
  uses: number
}

/**
 * In the order in which they are offered: the person's language before others; within it what the case is about, then
 * what fits everything, then the rest; what is used most first.
 */
export function inOrder<T extends Ranked>(
  list: readonly T[],
  about: { language: Language; topicIds: Set<string> },
): T[] {
  const place = ({ language, topicId }: Ranked) =>
    (language === about.language ? 0 : 3) + (topicId === null ? 1 : about.topicIds.has(topicId) ? 0 : 2)
  return [...list].sort((a, b) => place(a) - place(b) || b.uses - a.uses || (a.name < b.name ? -1 : 1))
}
