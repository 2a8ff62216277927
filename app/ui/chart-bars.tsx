import { Link } from '@remix-run/react'
import { ChartTable } from '#app/ui/chart-table.tsx'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { classes, type Class } from '#db/enums/statistics.ts'
import type { Metric } from '#db/enums/statistics.ts'

const fills: Record<Class, string> = {
  high: 'fill-promoter-mark',
  mid: 'fill-passive-mark',
  low: 'fill-detractor-mark',
}
const texts: Record<Class, string> = { high: 'text-promoter', mid: 'text-passive', low: 'text-detractor' }

/** How answers spread over the three classes: a bar each, with sign, word, share and count beside it. */
export function ClassBars({
  title,
  metric,
  counts,
  heads,
  to,
}: {
  title: string
  metric: Metric
  counts: Record<Class, number>
  heads: [name: string, share: string, count: string]
  /** The answers behind a class. */
  to?: (one: Class) => string
}) {
  const t = useT()
  const format = useFormat()
  const total = counts.low + counts.mid + counts.high
  const rows = classes
    .toReversed()
    .map((one) => ({ one, n: counts[one], share: total === 0 ? 0 : counts[one] / total }))
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-3" aria-label={title}>
        {rows.map(({ one, n, share }) => (
          <li key={one} className="flex flex-col gap-1">
            <span className="flex justify-between gap-2">
              <span className={texts[one]}>
                <span aria-hidden>{classSigns[one]} </span>
                {to && n > 0 ? (
                  <Link to={to(one)} className="underline-offset-2 hover:underline">
                    {t(classWords[metric][one])}
                  </Link>
                ) : (
                  t(classWords[metric][one])
                )}
              </span>
              <span className="text-muted tabular-nums">
                <span className="font-semibold text-ink">{total === 0 ? '–' : format.percent(share)}</span> ·{' '}
                {format.number(n)}
              </span>
            </span>
            <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden className="h-2 w-full rounded-full">
              <rect width={100} height={3} className="fill-sunken" />
              <rect width={share * 100} height={3} className={fills[one]} />
            </svg>
          </li>
        ))}
      </ul>
      <ChartTable
        caption={title}
        heads={heads}
        rows={[
          ...rows.map(({ one, n, share }) => ({
            key: one,
            cells: [t(classWords[metric][one]), total === 0 ? '–' : format.percent(share, 1), format.number(n)],
          })),
          { key: 'total', cells: [t(uiWords.all), total === 0 ? '–' : format.percent(1), format.number(total)] },
        ]}
      />
    </div>
  )
}
