import { isDateOrder, readDateTime } from '#app/accounts/import/dates.ts'
import type { AnswerField } from '#app/accounts/import/fields.ts'
import type { Mapping } from '#app/accounts/import/mapping.ts'
import { badText } from '#app/accounts/import/read-item.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import { readLanguage } from '#app/accounts/import/languages.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { dayOfIso, MINUTE } from '#app/platform/day.ts'
import { undoDisarm } from '#app/platform/formula.ts'
import type { Language } from '#app/platform/languages.ts'
import { instantIn } from '#app/platform/local-time.ts'
import { cleanText, fold } from '#app/platform/text.ts'
import { longestComment } from '#app/responses/response.ts'
import { isScore, scaleOf } from '#app/statistics/scale.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Reading, RejectReason } from '#db/schema/accounts.ts'

export interface PastProgram {
  id: string
  metric: Metric
  versionId: string
  inScore: boolean
}

/** What one line says of an answer. */
export interface PastAnswer {
  program: PastProgram
  /** Milliseconds UTC; a day alone is its noon in the organisation's zone. */
  at: number
  /** Days since 1970, in the organisation's zone. */
  day: number
  score: number
  comment: string | null
  /** The id that the other tool gave it. */
  answerId: string | null
  language: Language | null
}

export interface AnswerSettings {
  zone: string
  now: number
  readings: readonly Reading[]
  /** By folded name; null where two have it. */
  programs: ReadonlyMap<string, PastProgram | null>
  /** For lines that name none. */
  program: PastProgram | null
}

const noonMinutes = 720
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/

/** Makes the function that reads the answers of a file by its mapping: each is an answer, or why it is none. */
export function answerReader(mapping: Mapping, settings: AnswerSettings): (line: Line) => PastAnswer | RejectReason[] {
  const at = Object.fromEntries(Object.entries(mapping).map(([index, field]) => [field, Number(index)])) as Partial<Record<AnswerField, number>> // prettier-ignore
  const order = settings.readings.find((reading) => reading.column === at.answered_at)?.as
  return ({ cells }) => {
    const reasons: RejectReason[] = []
    const refuse = (code: string, field: AnswerField, values?: RejectReason['values']) => {
      reasons.push({
        code,
        field,
        ...(at[field] !== undefined && { column: at[field] + 1 }),
        ...(values && { values }),
      })
      return null
    }
    const text = (field: AnswerField): string => {
      const cell = at[field] === undefined ? '' : (cells[at[field]] ?? '')
      const bad = badText(cell)
      if (bad) refuse(bad, field)
      return bad ? '' : (cleanText(undoDisarm(cell)) ?? '')
    }
    const program = programOf(text('program'), settings) ?? refuse('program_unknown', 'program')
    const when = momentOf(text('answered_at'), settings, isDateOrder(order) ? order : null)
    if ('wrong' in when) refuse(when.wrong, 'answered_at')
    const score = program && scoreOf(text('score'), program.metric)
    if (score && 'wrong' in score) refuse(score.wrong, 'score', scaleOf(program.metric) && { min: scaleOf(program.metric).min, max: scaleOf(program.metric).max }) // prettier-ignore
    const comment = text('comment').normalize('NFC')
    if (comment.length > longestComment) refuse('too_long', 'comment', { most: longestComment })
    const answerId = text('answer_id')
    if (answerId.length > 200) refuse('too_long', 'answer_id', { most: 200 })
    const said = text('answer_language')
    const language = said ? readLanguage(said) : null
    if (language && 'wrong' in language) refuse(language.wrong, 'answer_language')
    if (reasons.length || !program || 'wrong' in when || !score || 'wrong' in score) return reasons
    return {
      program,
      ...when,
      score: score.value,
      comment: comment || null,
      answerId: answerId || null,
      language:
        language && 'value' in language ? language.value : comment ? (japanese.test(comment) ? 'ja' : 'en') : null,
    }
  }
}

function programOf(name: string, { programs, program }: AnswerSettings): PastProgram | null {
  return name ? (programs.get(fold(name)) ?? null) : program
}

function momentOf(
  text: string,
  { zone, now }: AnswerSettings,
  order: Parameters<typeof readDateTime>[1],
): { at: number; day: number } | { wrong: string } {
  if (!text) return { wrong: 'date_missing' }
  const read = readDateTime(text, order)
  if ('wrong' in read) return read
  const { day, time } = read.value
  const minutes = time?.minutes ?? noonMinutes
  const at =
    time?.offset == null ? instantIn(zone, day, minutes) : instantIn('UTC', day, minutes) - time.offset * MINUTE
  if (at < 0) return { wrong: 'date_invalid' }
  const own = time?.offset == null ? dayOfIso(day)! : dayOf(at, zone)
  // Today's noon may still be to come, but the day has begun.
  if (own > dayOf(now, zone) || (time && at > now)) return { wrong: 'date_future' }
  return { at: Math.min(at, now), day: own }
}

const written = /^(-?\d+)(?:[.,](\d+))?\s*(?:点|pts?\.?|points?|stars?|★)?\s*(?:[/／]\s*(\d+))?$/i

/** `4`, `4.0`, `4点`, `4/5`: a whole score on the program's own scale, or why it is none. */
export function scoreOf(text: string, metric: Metric): { value: number } | { wrong: string } {
  const given = text.normalize('NFKC').trim()
  if (!given) return { wrong: 'score_missing' }
  const found = written.exec(given)
  if (!found) return { wrong: 'score_invalid' }
  if (found[2] && /[1-9]/.test(found[2])) return { wrong: 'score_not_whole' }
  const score = Number(found[1])
  if (found[3] !== undefined && Number(found[3]) !== scaleOf(metric).max) return { wrong: 'score_outside' }
  return isScore(metric, score) ? { value: score } : { wrong: 'score_outside' }
}
