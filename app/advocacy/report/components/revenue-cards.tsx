import type { ReactNode } from 'react'
import type { Revenue } from '#app/advocacy/report/count-leads.server.ts'
import type { Report } from '#app/advocacy/report/get-report.server.ts'
import { behind } from '#app/advocacy/report/report-view.ts'
import { reportWords as words } from '#app/advocacy/report/words.ts'
import { DAY } from '#app/platform/day.ts'
import { Card } from '#app/ui/card.tsx'
import { Count, Stat } from '#app/ui/stat.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Link } from '@remix-run/react'

type Shown = Pick<Report, 'revenue' | 'closed' | 'toRevenue' | 'period' | 'baseCurrency'>

/** What the referrals were worth: of the period's leads, and of the period's wins; and how long it took. */
export function RevenueCards({ revenue, closed, toRevenue, period, baseCurrency }: Shown) {
  const t = useT()
  const format = useFormat()
  const days = (span: number | null) => (span === null ? '–' : t(words.days, { n: Math.round(span / DAY) }))
  return (
    <Card title={t(words.revenue)}>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <Sum
          label={t(words.revenueCame)}
          of={revenue}
          to={behind(period.query, 'won')}
          note={t(words.revenueCameNote)}
          baseCurrency={baseCurrency}
        />
        <Sum
          label={t(words.revenueClosed)}
          of={closed}
          to={behind(period.query, 'closed')}
          note={t(words.revenueClosedNote)}
          baseCurrency={baseCurrency}
        />
        <div className="flex min-w-0 flex-col gap-2">
          <p className="text-xs font-medium text-muted">{t(words.toRevenue)}</p>
          <div className="flex flex-wrap gap-6">
            <Count label={t(words.median)} value={days(toRevenue.median)} />
            <Count label={t(words.p90)} value={days(toRevenue.p90)} />
          </div>
          <p className="text-sm text-muted tabular-nums">
            {t(words.ofDeals, { n: format.number(toRevenue.n), of: format.number(closed.deals) })}
          </p>
          <p className="text-xs text-muted">{t(words.toRevenueNote)}</p>
        </div>
      </div>
    </Card>
  )
}

interface SumProps {
  label: string
  of: Revenue
  to: string
  note: ReactNode
  baseCurrency: string
}

function Sum({ label, of, to, note, baseCurrency }: SumProps) {
  const t = useT()
  const format = useFormat()
  const deals = t(words.deals, { n: of.deals })
  return (
    <Stat
      label={label}
      value={format.money(of.baseMinor, baseCurrency)}
      detail={
        <>
          {of.deals > 0 ? (
            <Link to={to} aria-label={`${label}: ${deals}`} className="text-accent underline">
              {deals}
            </Link>
          ) : (
            deals
          )}
          {of.apart.map(({ currency, deals: n, minor }) => (
            <span key={currency} className="block">
              {t(words.apart, { n, currency, sum: currency ? format.money(minor, currency) : '–' })}
            </span>
          ))}
        </>
      }
      note={note}
    />
  )
}
