import { classWords, metricWords } from '#app/ui/class-words.ts'
import { todayWords as words } from '#app/insights/words.ts'
import type { Translate } from '#app/platform/words.ts'
import type { Difference } from '#app/statistics/differences.ts'
import { isNoise } from '#app/statistics/score.ts'
import type { Formats } from '#app/ui/formats.ts'
import type { Metric } from '#db/enums/statistics.ts'

/** A score as it is written: `+37` for NPS, `84%` for CSAT and CES. */
export const scoreText = (format: Formats, metric: Metric, value: number) =>
  metric === 'nps' ? format.signed(value) : format.percent(value / 100)

/** An end of its interval, without a plus. */
export const endText = (format: Formats, metric: Metric, value: number) =>
  metric === 'nps' ? format.number(Math.round(value) || 0).replace('-', '−') : format.percent(value / 100)

/** What the number of a metric is. */
export const metricText = (t: Translate, metric: Metric) =>
  metric === 'nps'
    ? t(metricWords.nps)
    : `${t(metricWords[metric])} · ${t(words.share, { word: t(classWords[metric].high) })}`

/** `+6 since the 90 days before, within noise (p = 0.31)`. */
export function changeText(
  t: Translate,
  format: Formats,
  metric: Metric,
  difference: Difference,
  days: number,
): string {
  const p = difference.p < 0.001 ? t(words.pTiny) : t(words.p, { p: format.number(difference.p, 2) })
  const signed = format.signed(difference.value)
  const change = t(words.change, { change: metric === 'nps' ? signed : t(words.points, { n: signed }), days })
  return `${change} · ${t(isNoise(difference) ? words.noise : words.beyondNoise, { p })}`
}
