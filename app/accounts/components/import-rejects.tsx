import { Download } from 'lucide-react'
import { importWords as words } from '#app/accounts/import-words.ts'
import { sayReason, type Reason } from '#app/accounts/say-reason.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { useHref } from '#app/ui/search.ts'
import { Table } from '#app/ui/table.tsx'

export interface ImportRejectsProps {
  id: string
  rejects: { line: number; reasons: Reason[]; cells: string[] }[]
  next: number | null
}

/** The refused lines with their reasons, fifty at a time, and all of them as a file. */
export function ImportRejects({ id, rejects, next }: ImportRejectsProps) {
  const t = useT()
  const format = useFormat()
  const href = useHref()
  if (!rejects.length) return null
  return (
    <Section
      title={t(words.rejected)}
      actions={
        <LinkButton to={`/imports/${id}/rejects`} icon={Download} size="sm" reloadDocument>
          {t(words.download)}
        </LinkButton>
      }
    >
      <Table
        caption={t(words.rejected)}
        rows={rejects}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: 'line',
            head: t(words.line),
            main: true,
            cell: (row) => <span className="tabular-nums">{format.number(row.line)}</span>,
          },
          { key: 'why', head: t(words.reasons), cell: (row) => <ul>{row.reasons.map((reason, i) => <li key={i}>{sayReason(t, reason)}</li>)}</ul> }, // prettier-ignore
          { key: 'data', head: t(words.data), wide: true, cell: (row) => <span className="line-clamp-2 break-all text-muted">{row.cells.filter(Boolean).join(' · ').slice(0, 200)}</span> }, // prettier-ignore
        ]}
      />
      {next === null ? null : (
        <LinkButton to={href({ rejects: String(next) })} size="sm">
          {t(words.moreRejects)}
        </LinkButton>
      )}
    </Section>
  )
}
