import type { Ctx } from '#app/audit/context.server.ts'
import { understood, type ExportColumn, type ExportList } from '#app/audit/export/export-list.ts'
import { groupText } from '#app/cases/team/components/team-text.ts'
import { readTeamView } from '#app/cases/team/get-team.server.ts'
import { getTimes, type TimesRow } from '#app/cases/team/get-times.server.ts'
import { teamView } from '#app/cases/team/team-query.ts'
import type { TimesBy } from '#app/cases/team/team-view.ts'
import { byWords, teamWords as words } from '#app/cases/team/words.ts'
import { MINUTE } from '#app/platform/day.ts'
import type { Word } from '#app/platform/words.ts'

type Filter = Record<string, string>
type Row = TimesRow & { by: TimesBy }

async function page(ctx: Ctx, filter: Filter) {
  const view = await readTeamView(ctx, filter)
  const { rows } = await getTimes(ctx, view)
  return { rows: rows.map((row) => ({ ...row, by: view.by })), next: null }
}

const minutes = (span: number | null) => (span === null ? null : Math.round(span / MINUTE))
const inMinutes = (what: Word): Word => ({
  en: `${what.en} (working minutes)`,
  ja: `${what.ja}（営業時間・分）`,
})

const columnsOf = (part: 'contact' | 'resolve', median: Word, p90: Word, inTime: Word): ExportColumn<Row>[] => [
  { key: `${part}_n`, head: part === 'contact' ? words.contacted : words.resolved, value: (row) => row[part].n },
  { key: `${part}_median`, head: inMinutes(median), value: (row) => minutes(row[part].median) },
  { key: `${part}_p90`, head: inMinutes(p90), value: (row) => minutes(row[part].p90) },
  { key: `${part}_in_time`, head: inTime, value: (row) => row[part].inTime },
  { key: `${part}_due`, head: part === 'contact' ? words.contactDue : words.resolveDue, value: (row) => row[part].due },
]

/** The times as the page shows them: what it hides of few is empty here. */
export const timesExport: ExportList<Row, Filter> = {
  name: 'times',
  access: 'team.read',
  filter: understood(teamView),
  page,
  columns: [
    { key: 'by', head: words.groupBy, value: (row) => row.by, word: (row) => byWords[row.by] },
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.key },
    { key: 'group', head: words.group, value: (row, { t }) => groupText(t, row.by, row) },
    { key: 'opened', head: words.opened, value: (row) => row.opened },
    ...columnsOf('contact', words.contactMedian, words.contactP90, words.contactInTime),
    ...columnsOf('resolve', words.resolveMedian, words.resolveP90, words.resolveInTime),
  ],
}
