import { groupText } from '#app/advocacy/report/components/report-text.ts'
import { getReport, type ReportRow } from '#app/advocacy/report/get-report.server.ts'
import { reportQuery } from '#app/advocacy/report/report-query.ts'
import type { ReportBy } from '#app/advocacy/report/report-view.ts'
import { byWords, reportWords as words, stepWords } from '#app/advocacy/report/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportList } from '#app/audit/export/export-list.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { rateOf, type Rate } from '#app/statistics/rates.ts'
import { majorOf } from '#app/ui/formats.ts'

type Filter = Record<string, string>
type Row = ReportRow & { by: ReportBy | null; from: string; to: string; currency: string }

async function page(ctx: Ctx, filter: Filter) {
  const { all, rows, by, baseCurrency, period } = await getReport(ctx, filter)
  const more = { from: isoOfDay(period.firstDay), to: isoOfDay(period.lastDay), currency: baseCurrency }
  return { rows: [{ ...all, by: null, ...more }, ...rows.map((row) => ({ ...row, by, ...more }))], next: null }
}

/** The row of everybody says its rate whatever its size; another only of enough people, as on the page. */
const accepted = (row: Row): Rate | null =>
  row.by !== null && row.asked < fewestToCompare ? null : rateOf(row.accepted, row.asked)
const share = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10_000) / 10_000)

/** The table of the report as the page shows it, everybody together first: what it hides of few is empty here. */
export const reportExport: ExportList<Row, Filter> = {
  name: 'advocacy_report',
  access: 'advocates.read',
  filter: understood(reportQuery),
  page,
  columns: [
    { key: 'from', head: words.from, value: (row) => row.from },
    { key: 'to', head: words.to, value: (row) => row.to },
    { key: 'by', head: words.by, value: (row) => row.by, word: (row) => (row.by === null ? words.together : byWords[row.by]) },
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.key },
    { key: 'group', head: words.group, value: (row, { t }) => (row.by === null ? t(words.together) : groupText(t, row.by, row)) },
    { key: 'promoters', head: stepWords.promoters, value: (row) => row.promoters },
    { key: 'asked', head: stepWords.asked, value: (row) => row.asked },
    { key: 'accepted', head: stepWords.accepted, value: (row) => row.accepted },
    { key: 'acceptance', head: words.acceptance, value: (row) => share(accepted(row)?.value) },
    { key: 'acceptance_low', head: words.low, value: (row) => share(accepted(row)?.low) },
    { key: 'acceptance_high', head: words.high, value: (row) => share(accepted(row)?.high) },
    { key: 'acted', head: stepWords.acted, value: (row) => row.acted },
    { key: 'leads', head: stepWords.leads, value: (row) => row.leads },
    { key: 'qualified', head: stepWords.qualified, value: (row) => row.qualified },
    { key: 'won', head: stepWords.won, value: (row) => row.won },
    { key: 'revenue', head: words.revenue, value: (row) => majorOf(row.baseMinor, row.currency) },
    { key: 'currency', head: words.currency, value: (row) => row.currency },
    { key: 'unconverted', head: words.unconvertedDeals, value: (row) => row.unconverted },
  ],
} // prettier-ignore
