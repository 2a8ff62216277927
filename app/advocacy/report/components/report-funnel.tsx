import { Fragment } from 'react'
import { sharesOf } from '#app/advocacy/report/components/report-text.ts'
import type { Report } from '#app/advocacy/report/get-report.server.ts'
import { behind, leadSteps, peopleSteps, reportSteps, type ReportStep } from '#app/advocacy/report/report-view.ts'
import { reportWords as words, stepMeanings, stepWords } from '#app/advocacy/report/words.ts'
import { CountLink } from '#app/cases/team/components/count-bars.tsx'
import { rateOf } from '#app/statistics/rates.ts'
import { Card } from '#app/ui/card.tsx'
import { ChartTable } from '#app/ui/chart-table.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** What a step is a share of; leads come from people and from colleagues, so they are a share of nothing. */
const before: Partial<Record<ReportStep, ReportStep>> = {
  asked: 'promoters',
  accepted: 'asked',
  acted: 'accepted',
  qualified: 'leads',
  won: 'leads',
}

/**
 * How far people and then referrals came: a bar a step on the scale of its half, with its share of the step it comes from.
 * Each number opens those whom it counts.
 */
export function ReportFunnel({ all, erased, period }: Pick<Report, 'all' | 'erased' | 'period'>) {
  const t = useT()
  const format = useFormat()
  const n = (step: ReportStep) => all[step] ?? 0
  const share = (step: ReportStep) => {
    const of = before[step]
    if (!of) return null
    const rate = rateOf(n(step), n(of))
    return rate === null
      ? t(words.noRate)
      : t(words.rate, { ...sharesOf(format, rate), of: t(stepWords[of]), n: format.number(rate.n) })
  }
  const link = (step: ReportStep) => (
    <CountLink
      n={n(step)}
      to={behind(period.query, step)}
      label={t(words.mark, { step: t(stepWords[step]), n: format.number(n(step)) })}
    />
  )
  return (
    <Card title={t(words.funnel)}>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {([peopleSteps, leadSteps] as const).map((steps) => {
          const top = Math.max(1, ...steps.map(n))
          return (
            <ol key={steps[0]} aria-label={t(stepWords[steps[0]])} className="flex flex-col gap-3">
              {steps.map((step) => (
                <li key={step} className="flex flex-col gap-1">
                  <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                    <span className="font-medium">{t(stepWords[step])}</span>
                    <span className="text-lg font-semibold tabular-nums">{link(step)}</span>
                  </span>
                  <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden className="h-3 w-full rounded">
                    <rect width={100} height={3} className="fill-sunken" />
                    <rect
                      width={n(step) === 0 ? 0 : Math.max(0.4, (n(step) / top) * 100)}
                      height={3}
                      className="fill-accent"
                    />
                  </svg>
                  {share(step) ? <span className="text-xs text-muted tabular-nums">{share(step)}</span> : null}
                </li>
              ))}
            </ol>
          )
        })}
      </div>
      {erased.asked > 0 ? (
        <p className="max-w-prose text-sm text-muted">
          {t(words.erased, {
            n: erased.asked,
            accepted: format.number(erased.accepted),
            acted: format.number(erased.acted),
          })}
        </p>
      ) : null}
      <ChartTable
        caption={t(words.funnel)}
        heads={[t(words.step), t(words.number), t(words.share)]}
        rows={reportSteps.map((step) => ({
          key: step,
          cells: [t(stepWords[step]), link(step), share(step) ?? '–'],
        }))}
      />
      <details>
        <summary className="inline-flex min-h-6 items-center rounded text-xs text-accent underline">
          {t(words.definitions)}
        </summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
          {reportSteps.map((step) => (
            <Fragment key={step}>
              <dt className="font-medium">{t(stepWords[step])}</dt>
              <dd className="text-muted max-sm:pb-1">{t(stepMeanings[step])}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </Card>
  )
}
