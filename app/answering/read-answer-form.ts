import type { SentBody } from '#app/answering/visit.ts'
import { cleanText } from '#app/platform/text.ts'
import { isLanguage, type Language } from '#app/platform/languages.ts'
import { longestComment } from '#app/responses/response.ts'
import { isScore, scaleOf } from '#app/statistics/scale.ts'
import type { Metric } from '#db/enums/statistics.ts'

/** What is wrong with a form: a code of `answeringWords`, with its values. */
export interface Problem {
  code: 'notAForm' | 'tooLarge' | 'noScore' | 'oneScore' | 'tooLong'
  status: 400 | 413 | 422
  values?: Record<string, number>
}

export interface AnswerForm {
  /** A score of the scale, or null. */
  score: number | null
  /** Cleaned; null for none. */
  comment: string | null
  /** As it was typed, to be shown again. */
  typed: string
  nonce: string
  lang: Language | null
  /** Another language was asked for instead of sending. */
  switchTo: Language | null
  /** What the page's script saw, when it posts and not the form. */
  evidence: string | null
  /** The browser says that a program drives it. */
  automated: boolean
  /** The list of languages was asked for instead of sending. */
  choosing: boolean
  problem: Problem | null
}

/** Reads a posted survey. It never throws: whatever was sent, what was typed is kept. */
export function readAnswerForm(contentType: string | null, sent: SentBody, metric: Metric): AnswerForm {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')
  const fields = new URLSearchParams(isForm ? sent.text : '')
  const typed = fields.get('comment') ?? ''
  const comment = cleanText(typed)
  const scores = fields.getAll('score')
  const score = scores.length === 1 ? readScore(scores[0]!, metric) : null
  const lang = fields.get('lang')
  const switchTo = fields.get('switch')
  const { min, max } = scaleOf(metric)
  const repeated = ['comment', 'nonce'].some((name) => fields.getAll(name).length > 1)
  const problem = (): Problem | null => {
    if (!isForm || repeated) return { code: 'notAForm', status: 400 }
    if (!sent.whole) return { code: 'tooLarge', status: 413 }
    if (scores.length === 0) return { code: 'noScore', status: 422 }
    if (score === null) return { code: 'oneScore', status: 422, values: { min, max } }
    const n = comment?.length ?? 0
    return n > longestComment ? { code: 'tooLong', status: 422, values: { n, max: longestComment } } : null
  }
  return {
    score,
    comment,
    typed,
    nonce: fields.get('nonce') ?? '',
    lang: isLanguage(lang) ? lang : null,
    switchTo: isLanguage(switchTo) ? switchTo : null,
    evidence: fields.get('evidence'),
    automated: fields.get('auto') === '1',
    choosing: switchTo === 'list',
    problem: problem(),
  }
}

/** `9` as 9 when it is on the scale; fractions, words and everything else are null. */
export function readScore(text: string | null, metric: Metric): number | null {
  if (text === null || !/^\d{1,2}$/.test(text)) return null
  const score = Number(text)
  return isScore(metric, score) ? score : null
}
