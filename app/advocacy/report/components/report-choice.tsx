import type { Report } from '#app/advocacy/report/get-report.server.ts'
import { reportPeriods } from '#app/advocacy/report/report-view.ts'
import { reportWords as words } from '#app/advocacy/report/words.ts'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** Of which days: the last so many, or own ones. */
export function ReportChoice({ period, by }: Pick<Report, 'period' | 'by'>) {
  const t = useT()
  const format = useFormat()
  const { days, from, to } = period.query
  const span = {
    from: format.day(period.firstDay),
    to: format.day(period.lastDay),
    days: period.lastDay - period.firstDay + 1,
  }
  return (
    <div className="flex flex-col gap-2">
      <FilterBar key={`${days} ${from} ${to}`} keep={{ by }}>
        <Select
          label={t(words.period)}
          name="days"
          defaultValue={days ?? '90'}
          options={reportPeriods.map((n) => ({ value: String(n), label: t(words.lastDays, { n }) }))}
        />
        <Input label={t(words.from)} name="from" type="date" defaultValue={from ?? ''} />
        <Input label={t(words.to)} name="to" type="date" defaultValue={to ?? ''} />
      </FilterBar>
      <p className="text-sm text-muted tabular-nums">
        {t(words.span, span)} · {t(words.ownDays)}
      </p>
    </div>
  )
}
