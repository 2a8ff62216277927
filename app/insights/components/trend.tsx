import { Link } from '@remix-run/react'
import type { Overview } from '#app/insights/overview.ts'
import { answersBehind } from '#app/insights/answers-behind.ts'
import { endText, metricText, scoreText } from '#app/insights/components/score-words.ts'
import { todayWords as words } from '#app/insights/words.ts'
import { addMonths, isoOfDay } from '#app/platform/day.ts'
import { Card } from '#app/ui/card.tsx'
import { LineChart } from '#app/ui/chart-line.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** A month with fewer answers draws a gap: its interval would fill the chart and say nothing. */
const fewest = 5

/** The score by month, with its interval as a band; each point and each row opens the answers behind it. */
export function Trend({
  overview: { metric, programId, trend },
}: {
  overview: Pick<Overview, 'metric' | 'programId' | 'trend'>
}) {
  const t = useT()
  const format = useFormat()
  const title = t(words.trend, { metric: metricText(t, metric) })
  // While every month is that small, they are all there is to see.
  const drawn = trend.some((month) => (month.score?.n ?? 0) >= fewest) ? fewest : 1
  const score = (value: number) => scoreText(format, metric, value)
  const end = (value: number) => endText(format, metric, value)
  const nps = metric === 'nps'
  const behind = (month: number) =>
    answersBehind({ metric, programId, from: isoOfDay(month), to: isoOfDay(addMonths(month, 1) - 1) })
  return (
    <Card title={title}>
      <LineChart
        title={title}
        min={nps ? -100 : 0}
        max={100}
        ticks={nps ? [-100, -50, 0, 50, 100] : [0, 25, 50, 75, 100]}
        zero={0}
        format={score}
        points={trend
          .map(({ month, score: one }) => ({ month, score: one && one.n >= drawn ? one : null }))
          .map(({ month, score: one }) => ({
            key: String(month),
            label: format.shortMonth(month),
            value: one?.value ?? null,
            low: one?.low ?? null,
            high: one?.high ?? null,
            title: one
              ? t(words.point, {
                  month: format.month(month),
                  score: score(one.value),
                  low: end(one.low),
                  high: end(one.high),
                  n: format.number(one.n),
                })
              : '',
            to: one ? behind(month) : undefined,
          }))}
        table={{
          heads: [t(words.month), t(words.score), t(words.range), t(words.answers)],
          rows: trend.toReversed().map(({ month, score: one }) => ({
            key: String(month),
            cells: [
              one ? (
                <Link key="month" to={behind(month)} className="text-accent underline">
                  {format.month(month)}
                </Link>
              ) : (
                format.month(month)
              ),
              one ? score(one.value) : '–',
              one ? t(words.interval, { low: end(one.low), high: end(one.high) }) : '–',
              format.number(one?.n ?? 0),
            ],
          })),
        }}
      />
      <p className="text-xs text-muted">
        {t(words.trendNote)} {drawn > 1 ? t(words.trendGaps, { n: fewest }) : null}
      </p>
    </Card>
  )
}
