import { useLocation } from '@remix-run/react'
import { ChartNoAxesColumn } from 'lucide-react'
import { groupText, rateText } from '#app/advocacy/report/components/report-text.ts'
import type { Report, ReportRow } from '#app/advocacy/report/get-report.server.ts'
import { behind, reportBys, type ReportStep } from '#app/advocacy/report/report-view.ts'
import { byWords, reportWords as words, stepWords } from '#app/advocacy/report/words.ts'
import { CountLink } from '#app/cases/team/components/count-bars.tsx'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

type Row = ReportRow & { id: string; label: string; whole: boolean }

/** The numbers apart by one kind of group, all together first. */
export function ByTable({
  all,
  rows,
  left,
  by,
  period,
  baseCurrency,
}: Pick<Report, 'all' | 'rows' | 'left' | 'by' | 'period' | 'baseCurrency'>) {
  const t = useT()
  const format = useFormat()
  const { search } = useLocation()
  const tab = (one: (typeof reportBys)[number]) => {
    const query = new URLSearchParams(search)
    query.set('by', one)
    return { to: `/advocacy/report?${query.toString()}`, label: t(byWords[one]), current: one === by }
  }
  const shown: Row[] = [
    { ...all, id: 'all', label: t(words.together), whole: true },
    ...rows.map((row) => ({ ...row, id: `of ${row.key}`, label: groupText(t, by, row), whole: false })),
  ]
  const count = (step: ReportStep): Column<Row> => ({
    key: step,
    wide: step === 'promoters',
    head: t(stepWords[step]),
    align: 'right',
    cell: (row) => {
      const n = row[step]
      if (n === null) return <span className="text-muted">–</span>
      const to = behind(period.query, step, row.whole ? {} : { by, group: row.key })
      return <CountLink n={n} to={to} label={`${row.label}, ${t(stepWords[step])}: ${format.number(n)}`} />
    },
  })
  const columns: Column<Row>[] = [
    { key: 'group', head: t(byWords[by]), main: true, cell: (row) => <bdi>{row.label}</bdi> },
    count('promoters'),
    count('asked'),
    count('accepted'),
    {
      key: 'rate',
      head: t(words.acceptance),
      align: 'right',
      cell: (row) => (
        <span className="whitespace-nowrap text-muted tabular-nums">
          {row.whole || row.asked >= fewestToCompare || row.asked === 0
            ? (rateText(t, format, row.accepted, row.asked) ?? '–')
            : t(words.few)}
        </span>
      ),
    },
    count('acted'),
    count('leads'),
    count('won'),
    {
      key: 'revenue',
      head: t(words.revenue),
      align: 'right',
      cell: (row) => (
        <span className="flex flex-col tabular-nums">
          <span className="whitespace-nowrap">{row.won === 0 ? '–' : format.money(row.baseMinor, baseCurrency)}</span>
          {row.unconverted > 0 ? (
            <span className="text-xs whitespace-nowrap text-muted">
              {t(words.apartShort, { n: format.number(row.unconverted) })}
            </span>
          ) : null}
        </span>
      ),
    },
  ]
  const none = all.asked === 0 && all.leads === 0
  return (
    <Section
      title={t(words.apartBy)}
      actions={<ExportMenu to="/advocacy/report/export" reason={none ? t(words.byNone) : null} />}
    >
      <Tabs label={t(words.by)} tabs={reportBys.map(tab)} />
      {none ? (
        <Empty
          icon={ChartNoAxesColumn}
          title={t(words.byNone)}
          action={<LinkButton to="/asks/who">{t(words.askThem)}</LinkButton>}
        >
          {t(words.byNoneText)}
        </Empty>
      ) : (
        <Table caption={t(words.apartBy)} columns={columns} rows={shown} rowKey={(row) => row.id} />
      )}
      {left > 0 ? <p className="text-xs text-muted">{t(words.rowsLeft, { n: left })}</p> : null}
      <p className="max-w-prose text-xs text-muted">{t(words.byNote, { fewest: fewestToCompare })}</p>
    </Section>
  )
}
