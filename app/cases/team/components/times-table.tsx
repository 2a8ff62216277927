import { useLocation } from '@remix-run/react'
import { Clock } from 'lucide-react'
import { CountLink } from '#app/cases/team/components/count-bars.tsx'
import { groupText, hoursText } from '#app/cases/team/components/team-text.ts'
import type { TeamShown } from '#app/cases/team/get-team.server.ts'
import { casesBehind, timesBy } from '#app/cases/team/team-view.ts'
import type { PartFigures, TimeFigures } from '#app/cases/team/times.ts'
import { byWords, teamWords as words } from '#app/cases/team/words.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

interface Row extends TimeFigures {
  key: string
  label: string
  /** The cases of the row, where the queue knows them. */
  to: string | null
}

/** How long it took, by one kind of group, all together first. */
export function TimesTable({ times, by, days, teamId }: Pick<TeamShown, 'times' | 'by' | 'days' | 'teamId'>) {
  const t = useT()
  const format = useFormat()
  const { search } = useLocation()
  const tab = (one: (typeof timesBy)[number]) => {
    const query = new URLSearchParams(search)
    query.set('by', one)
    return { to: `/team?${query.toString()}`, label: t(byWords[one]), current: one === by }
  }
  const all = { scope: 'any', opened: days }
  const rows: Row[] = [
    { ...times.total, key: 'all', label: t(words.together), to: casesBehind({ ...all, team: teamId }) },
    ...times.rows.map((row) => ({
      ...row,
      key: `of ${row.key}`,
      label: groupText(t, by, row),
      to: by === 'person' ? casesBehind({ ...all, owner: row.key }) : null,
    })),
  ]
  const span = (key: string, head: string, of: (row: Row) => PartFigures, what: 'median' | 'p90'): Column<Row> => ({
    key,
    head,
    align: 'right',
    cell: (row) => {
      const { n, [what]: value } = of(row)
      return (
        <Figure
          value={value === null ? null : hoursText(t, format, value)}
          few={n > 0}
          note={what === 'median' ? t(words.n, { n: format.number(n) }) : null}
        />
      )
    },
  })
  const share = (key: string, head: string, of: (row: Row) => PartFigures): Column<Row> => ({
    key,
    head,
    align: 'right',
    cell: (row) => {
      const { inTime, due } = of(row)
      if (inTime === null || due === 0)
        return <Figure value={null} few={due > 0} note={t(words.n, { n: format.number(due) })} />
      const values = { hits: format.number(inTime), n: format.number(due), share: format.percent(inTime / due) }
      return <Figure value={t(words.share, values)} few={false} note={null} />
    },
  })
  const columns: Column<Row>[] = [
    { key: 'group', head: t(byWords[by]), main: true, cell: (row) => row.label },
    {
      key: 'opened',
      head: t(words.opened),
      align: 'right',
      cell: (row) => (row.to ? <CountLink n={row.opened} to={row.to} /> : format.number(row.opened)),
    },
    span('contact-median', t(words.contactMedian), (row) => row.contact, 'median'),
    span('contact-p90', t(words.contactP90), (row) => row.contact, 'p90'),
    share('contact-share', t(words.contactInTime), (row) => row.contact),
    span('resolve-median', t(words.resolveMedian), (row) => row.resolve, 'median'),
    span('resolve-p90', t(words.resolveP90), (row) => row.resolve, 'p90'),
    share('resolve-share', t(words.resolveInTime), (row) => row.resolve),
  ]
  const none = times.total.opened === 0
  return (
    <Section
      title={t(words.times)}
      actions={<ExportMenu to="/team/export" reason={none ? t(words.timesNone) : null} />}
    >
      <Tabs label={t(words.groupBy)} tabs={timesBy.map(tab)} />
      {none ? (
        <Empty icon={Clock} title={t(words.timesNone)} />
      ) : (
        <Table caption={t(words.times)} columns={columns} rows={rows} rowKey={(row) => row.key} />
      )}
      {times.left > 0 ? <p className="text-xs text-muted">{t(words.timesLeft, { n: times.left })}</p> : null}
      {times.more ? <p className="text-xs text-muted">{t(words.timesMore)}</p> : null}
      <p className="max-w-prose text-xs text-muted">{t(words.timesNote, { fewest: fewestToCompare })}</p>
    </Section>
  )
}

/** A value, or that there are too few for one. */
function Figure({ value, few, note }: { value: string | null; few: boolean; note: string | null }) {
  const t = useT()
  return (
    <span className="flex flex-col tabular-nums">
      <span className={value === null ? 'text-xs text-muted' : undefined}>{value ?? (few ? t(words.few) : '–')}</span>
      {note ? <span className="text-xs text-muted">{note}</span> : null}
    </span>
  )
}
