import type { SentBody } from '#app/answering/visit.ts'
import { makeNonce, openNonce } from '#app/responses/nonce.server.ts'
import { youngestNonce } from '#app/responses/response.ts'
import type { Keyring } from '#app/platform/keyring.server.ts'
import { isLanguage, type Language } from '#app/platform/languages.ts'

/** What may be sent after an answer, each from a form of its own. */
export const steps = ['questions', 'improve', 'wish', 'keep', 'agree'] as const
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

/* Never good for the score, nor the score's here: the two are signed for different things. */
const subjectOf = (invitationId: string) => `after ${invitationId}`

export const makeStepNonce = (keys: Keyring, invitationId: string, at: number): string =>
  makeNonce(keys, subjectOf(invitationId), at)

/** Whether a page of ours was read before it was sent: `young` when no person is that fast. */
export function judgeStepNonce(
  keys: Keyring,
  invitationId: string,
  text: string,
  now: number,
): 'good' | 'young' | 'bad' {
  const nonce = openNonce(keys, subjectOf(invitationId), text, now)
  if (!nonce) return 'bad'
  return now - nonce.issuedAt < youngestNonce ? 'young' : 'good'
}
