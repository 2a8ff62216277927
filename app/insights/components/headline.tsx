import { Link } from '@remix-run/react'
import { answersBehind } from '#app/insights/answers-behind.ts'
import { isoOfDay } from '#app/platform/day.ts'
import type { Overview } from '#app/insights/overview.ts'
import { changeText, endText, metricText, scoreText } from '#app/insights/components/score-words.ts'
import { todayWords as words } from '#app/insights/words.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Stat } from '#app/ui/stat.tsx'

type Shown = Pick<Overview, 'metric' | 'programId' | 'headline' | 'previous' | 'difference' | 'rate' | 'window'>

/** The score of the window with interval and n, how it changed, and the response rate. */
export function Headline({
  overview: { metric, programId, headline, previous, difference, rate, window },
}: {
  overview: Shown
}) {
  const t = useT()
  const format = useFormat()
  const days = window.to - window.from + 1
  const { score } = headline
  const end = (value: number) => endText(format, metric, value)
  const behind = answersBehind({
    metric,
    programId,
    from: isoOfDay(window.from),
    to: isoOfDay(window.to),
    latest: true,
  })
  return (
    <Card>
      <div className="flex flex-col gap-6 sm:flex-row sm:gap-12">
        <Stat
          label={t(words.headline, { metric: metricText(t, metric), days })}
          value={score ? scoreText(format, metric, score.value) : '–'}
          detail={
            score ? (
              <>
                ({t(words.interval, { low: end(score.low), high: end(score.high) })}) ·{' '}
                <Link to={behind} className="text-accent underline">
                  {t(words.n, { n: format.number(score.n) })}
                </Link>
              </>
            ) : (
              t(words.noAnswers, { days })
            )
          }
          note={
            score === null
              ? null
              : difference
                ? changeText(t, format, metric, difference, days)
                : score.n < fewestToCompare
                  ? t(words.few)
                  : previous.score
                    ? t(words.fewToCompare, { days })
                    : null
          }
        />
        <Stat
          label={t(words.rate)}
          value={rate ? format.percent(rate.value) : '–'}
          detail={
            rate
              ? t(words.rateDetail, {
                  low: format.percent(rate.low),
                  high: format.percent(rate.high),
                  n: format.number(rate.n),
                })
              : t(words.rateNone, { days })
          }
          note={rate ? t(words.rateNote, { days }) : null}
        />
      </div>
      <p className="text-xs text-muted">{t(words.eachLatest)}</p>
    </Card>
  )
}
