import { compile } from '#app/answering/html.ts'
import { thanksPage, type ThanksSlots } from '#app/answering/notice-page.ts'
import type { Survey } from '#app/answering/page.ts'
import { questionsPage } from '#app/answering/thanks/questions-page.ts'
import type { Language } from '#app/platform/languages.ts'
import type { Class } from '#db/enums/statistics.ts'
import type { Question } from '#db/schema/surveys.ts'

/** The questions after the score as the customer sees them first. It sends nothing. */
export function previewQuestions(
  survey: Survey,
  { locale, cspNonce, asked }: { locale: Language; cspNonce: string; asked: Question[] },
): string {
  const shown = survey.pace === 'one' ? asked.slice(0, 1) : asked
  const progress = { n: 1, of: asked.length }
  const page = questionsPage(survey, { locale, asked: shown, progress, nonce: '', action: null, here: '', door: false })
  return compile<ThanksSlots>(page)({ cspNonce, unsubscribe: '#' })
}

/** The thanks of one class, before anything that depends on who answered. */
export const previewThanks = (
  survey: Survey,
  { cspNonce, ...view }: { locale: Language; cspNonce: string; score: number; class: Class },
): string =>
  compile<ThanksSlots>(thanksPage(survey, { ...view, stands: false, door: false }))({ cspNonce, unsubscribe: '#' })
