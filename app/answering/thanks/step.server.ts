import type { SentBody } from '#app/answering/visit.ts'
import { isLanguage, type Language } from '#app/platform/languages.ts'

/** What may be sent after an answer, each from a form of its own. */
export const steps = ['questions', 'improve', 'wish', 'keep', 'agree', 'ask'] as const
export type Step = (typeof steps)[number]

/** A form that was sent after the answer. */
export interface StepForm {
  step: Step
  fields: URLSearchParams
  nonce: string
  lang: Language | null
}

/** The form of a step, or null when the body is none: then it is an answer, or nothing that is known here. */
export function readStep(contentType: string | null, sent: SentBody): StepForm | null {
  if (!sent.text.includes('do=') || !/^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')) return null
  const fields = new URLSearchParams(sent.text)
  const [name, ...more] = fields.getAll('do')
  const step = steps.find((one) => one === name)
  if (!step || more.length > 0) return null
  const lang = fields.get('lang')
  return { step, fields, nonce: fields.get('nonce') ?? '', lang: isLanguage(lang) ? lang : null }
}
