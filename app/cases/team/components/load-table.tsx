import { CountLink } from '#app/cases/team/components/count-bars.tsx'
import type { Load } from '#app/cases/team/count-load.server.ts'
import { openBehind } from '#app/cases/team/team-view.ts'
import { teamWords as words } from '#app/cases/team/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { Users } from 'lucide-react'

/** Who has how much on the desk; each number opens those cases. */
export function LoadTable({ load }: { load: Load[] }) {
  const t = useT()
  const of = (row: Load, n: number, query: Record<string, string>) => (
    <CountLink n={n} to={openBehind({ owner: row.userId, ...query })} />
  )
  const columns: Column<Load>[] = [
    {
      key: 'person',
      head: t(words.person),
      main: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {row.name}
          {row.away ? <Badge tone="warning">{t(words.awayToday)}</Badge> : null}
        </span>
      ),
    },
    { key: 'open', head: t(words.open), align: 'right', cell: (row) => of(row, row.open, {}) },
    { key: 'late', head: t(words.late), align: 'right', cell: (row) => of(row, row.late, { late: '1' }) },
    { key: 'unclaimed', head: t(words.unclaimed), align: 'right', cell: (row) => of(row, row.unclaimed, { unclaimed: '1' }) }, // prettier-ignore
    { key: 'putOff', head: t(words.putOff), align: 'right', cell: (row) => of(row, row.putOff, { snoozed: 'only' }) },
  ]
  return (
    <Section title={t(words.load)}>
      {load.length === 0 ? (
        <Empty icon={Users} title={t(words.nobody)} />
      ) : (
        <Table caption={t(words.load)} columns={columns} rows={load} rowKey={(row) => row.userId} />
      )}
      <p className="max-w-prose text-xs text-muted">{t(words.loadNote)}</p>
    </Section>
  )
}
