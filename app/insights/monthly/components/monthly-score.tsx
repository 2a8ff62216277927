import { metricText, scoreText } from '#app/insights/components/score-words.ts'
import { rangeText, standingText } from '#app/insights/monthly/components/monthly-text.ts'
import type { Monthly } from '#app/insights/monthly/get-monthly.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { isNoise } from '#app/statistics/score.ts'
import { Card } from '#app/ui/card.tsx'
import { LineChart } from '#app/ui/chart-line.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Stat } from '#app/ui/stat.tsx'

type Main = NonNullable<Monthly['main']>

/** The month's score against its target, the change, and the response rate: few answers say that they are few. */
export function MonthlyScore({ main, month, changed }: { main: Main; month: number; changed: Monthly['mailed'] }) {
  const t = useT()
  const format = useFormat()
  const { metric, score, rate, difference } = main
  const few = score !== null && score.n < fewestToCompare
  // Who asks once a quarter has nothing new to say in the months between.
  const last = score ? null : main.trend.findLast((one) => one.score && one.score.n >= fewestToCompare)
  const change = difference
    ? `${t(words.change, { change: metric === 'nps' ? format.signed(difference.value) : t(words.points, { n: format.signed(difference.value) }) })} · ${t(isNoise(difference) ? words.noise : words.clear)}`
    : score
      ? t(words.fewToCompare)
      : null
  return (
    <Card className="print:break-inside-avoid">
      <div className="flex flex-col gap-6 sm:flex-row sm:gap-12">
        <Stat
          label={t(words.score, { metric: metricText(t, metric), month: format.month(month) })}
          value={score && !few ? scoreText(format, metric, score.value) : '–'}
          detail={
            score ? (
              <>
                ({rangeText(t, format, metric, score)}){' '}
                {few ? <strong>{t(words.few, { fewest: fewestToCompare })}</strong> : null}
              </>
            ) : (
              t(words.noAnswers)
            )
          }
          note={
            <>
              {last ? (
                <span className="block text-sm text-ink">
                  {t(words.lastTime, {
                    month: format.month(last.month),
                    value: scoreText(format, metric, last.score!.value),
                    range: rangeText(t, format, metric, last.score!),
                  })}
                </span>
              ) : null}
              <span className="block text-sm text-ink">{standingText(t, format, metric, main)}</span>
              {change ? <span className="block">{change}</span> : null}
            </>
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
              : t(words.rateNone)
          }
          note={rate ? t(words.rateNote) : null}
        />
      </div>
      <p className="text-xs text-muted">{t(words.interval)}</p>
      {changed ? (
        <p className="text-xs text-muted">
          {t(words.mailed, {
            at: format.dateTime(changed.at),
            value: changed.value === null ? t(words.nothing) : scoreText(format, metric, changed.value),
            n: format.number(changed.n),
          })}
        </p>
      ) : null}
    </Card>
  )
}

/** Fewer answers draw a gap, as in the trend on Today. */
const fewestDrawn = 5

/** Twelve months to this one, with the interval as a band and the target as a line. */
export function MonthlyTrend({ main }: { main: Main }) {
  const t = useT()
  const format = useFormat()
  const { metric, trend, target } = main
  const nps = metric === 'nps'
  const title = t(words.trend, { metric: metricText(t, metric) })
  const score = (value: number) => scoreText(format, metric, value)
  return (
    <Card title={title} className="print:break-inside-avoid">
      <LineChart
        title={title}
        min={nps ? -100 : 0}
        max={100}
        ticks={nps ? [-100, -50, 0, 50, 100] : [0, 25, 50, 75, 100]}
        zero={0}
        goal={target === null ? undefined : { value: target, label: t(words.trendTarget, { target: score(target) }) }}
        format={score}
        points={trend
          .map(({ month, score: one }) => ({ month, one: one && one.n >= fewestDrawn ? one : null }))
          .map(({ month, one }) => ({
            key: String(month),
            label: format.shortMonth(month),
            value: one?.value ?? null,
            low: one?.low ?? null,
            high: one?.high ?? null,
            title: one
              ? t(words.point, {
                  month: format.month(month),
                  score: score(one.value),
                  low: score(one.low),
                  high: score(one.high),
                  n: format.number(one.n),
                })
              : '',
          }))}
        table={{
          heads: [t(words.month), t(words.value), t(words.intervalHead)],
          rows: trend.toReversed().map(({ month, score: one }) => ({
            key: String(month),
            cells: [format.month(month), one ? score(one.value) : '–', one ? rangeText(t, format, metric, one) : '–'],
          })),
        }}
      />
      <p className="text-xs text-muted">{t(words.trendFew, { n: fewestDrawn })}</p>
    </Card>
  )
}

/** Every program that was heard or asked in the month. */
export function MonthlyPrograms({ programs }: { programs: Monthly['programs'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.programs)} className="print:break-inside-avoid">
      <ul className="flex flex-col">
        {programs.map(({ id, name, metric, score, target, standing, rate }) => {
          const few = score !== null && score.n < fewestToCompare
          return (
            <li
              key={id}
              className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 first:pt-0 sm:grid-cols-[1fr_1.2fr_1fr]"
            >
              <span className="font-medium">
                {name} <span className="block text-xs font-normal text-muted">{metricText(t, metric)}</span>
              </span>
              <span className="tabular-nums">
                <strong>{score && !few ? scoreText(format, metric, score.value) : '–'}</strong>{' '}
                <span className="text-muted">
                  {score ? `(${rangeText(t, format, metric, score)})` : t(words.noAnswers)}
                </span>
                {few ? <span className="block text-xs">{t(words.few, { fewest: fewestToCompare })}</span> : null}
                {target === null ? null : (
                  <span className="block text-xs">{standingText(t, format, metric, { target, standing, score })}</span>
                )}
              </span>
              <span className="text-muted tabular-nums sm:text-right">
                {rate ? (
                  <>
                    {t(words.rate)} {format.percent(rate.value)}
                    <span className="block text-xs">n = {format.number(rate.n)}</span>
                  </>
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
