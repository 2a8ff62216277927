import { endText, scoreText } from '#app/insights/components/score-words.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import type { Standing } from '#app/insights/monthly/monthly.ts'
import type { Translate } from '#app/platform/words.ts'
import { fewestToCompare, type Interval } from '#app/statistics/interval.ts'
import type { Formats } from '#app/ui/formats.ts'
import type { Metric } from '#db/enums/statistics.ts'

/** `18 to 53 · n = 67` */
export function rangeText(t: Translate, format: Formats, metric: Metric, score: Interval & { n: number }): string {
  const end = (value: number) => endText(format, metric, value)
  return t(words.range, { low: end(score.low), high: end(score.high), n: format.number(score.n) })
}

/** How the score stands to its target, in words; the target alone while there is nothing to compare. */
export function standingText(
  t: Translate,
  format: Formats,
  metric: Metric,
  { target, standing, score }: { target: number | null; standing: Standing | null; score: { n: number } | null },
): string {
  if (target === null) return t(words.noTarget)
  const values = { target: scoreText(format, metric, target) }
  if (!standing || !score || score.n < fewestToCompare) return t(words.target, values)
  return t(words[standing], values)
}

/** A length of time in the unit in which it is small: `45 min`, `7 h`, `12 days`. */
export function spanText(t: Translate, format: Formats, minutes: number): string {
  if (minutes < 90) return t(words.minutes, { n: format.number(minutes) })
  if (minutes < 48 * 60) return t(words.hours, { n: format.number(Math.round(minutes / 60)) })
  return t(words.days, { n: Math.round(minutes / (24 * 60)) })
}
