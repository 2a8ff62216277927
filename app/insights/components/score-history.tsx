import { Link } from '@remix-run/react'
import { endText, scoreText } from '#app/insights/components/score-words.ts'
import type { getScoreHistory } from '#app/insights/get-score-history.server.ts'
import { timelineWords as words } from '#app/insights/timeline-words.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Card } from '#app/ui/card.tsx'
import { LineChart } from '#app/ui/chart-line.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

type History = NonNullable<Awaited<ReturnType<typeof getScoreHistory>>>

/** How the scores of an account or a person went, by quarter; `behind` is the query of their answers. */
export function ScoreHistory({ history: { metric, points }, behind }: { history: History; behind: string }) {
  const t = useT()
  const format = useFormat()
  const nps = metric === 'nps'
  const title = t(nps ? words.npsByQuarter : words.shareByQuarter)
  const label = (day: number) => {
    const at = new Date(day * 86_400_000)
    return t(words.quarterOf, { q: Math.floor(at.getUTCMonth() / 3) + 1, year: String(at.getUTCFullYear()) })
  }
  const end = (value: number) => endText(format, metric, value)
  const answers = ({ from, to }: History['points'][number]) =>
    `/responses?${behind}&numbers=1&metric=${metric}&from=${isoOfDay(from)}&to=${isoOfDay(to)}`
  return (
    <Card title={title}>
      <LineChart
        title={title}
        min={nps ? -100 : 0}
        max={100}
        ticks={nps ? [-100, 0, 100] : [0, 50, 100]}
        zero={0}
        format={(value) => scoreText(format, metric, value)}
        points={points.map((point) => {
          const { from, score } = point
          // One answer has an interval as wide as the chart: it would say nothing, and hide the rest.
          const band = score !== null && score.n > 1 ? score : null
          return {
            key: String(from),
            label: label(from),
            value: score?.value ?? null,
            low: band?.low ?? null,
            high: band?.high ?? null,
            title: score
              ? t(words.point, {
                  when: label(from),
                  score: scoreText(format, metric, score.value),
                  low: end(score.low),
                  high: end(score.high),
                  n: format.number(score.n),
                })
              : '',
            to: score ? answers(point) : undefined,
          }
        })}
        table={{
          heads: [t(words.quarter), t(words.score), t(words.range), t(words.answersCount)],
          rows: points.toReversed().map((point) => ({
            key: String(point.from),
            cells: [
              label(point.from),
              point.score ? scoreText(format, metric, point.score.value) : '–',
              point.score ? `${end(point.score.low)} – ${end(point.score.high)}` : '–',
              point.score ? (
                <Link key="n" to={answers(point)} className="text-accent underline">
                  {format.number(point.score.n)}
                </Link>
              ) : (
                format.number(0)
              ),
            ],
          })),
        }}
      />
    </Card>
  )
}
