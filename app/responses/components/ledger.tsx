import { Link } from '@remix-run/react'
import type { Total } from '#app/responses/count-responses.server.ts'
import type { LedgerData } from '#app/responses/get-ledger.server.ts'
import { integrityWords as words, touchKindWords } from '#app/responses/integrity-words.ts'
import { Card, Facts } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** What came to a program's links and was not counted, and by which rule. */
export function Ledger({ programId, mode, ledger }: { programId: string; mode: string; ledger: LedgerData }) {
  const t = useT()
  const format = useFormat()
  const number = ({ n, more }: Total) => (more ? t(words.atLeast, { n }) : format.number(n))
  const linked = (total: Total, to: string) =>
    total.n > 0 ? (
      <Link to={to} className="text-accent underline">
        {number(total)}
      </Link>
    ) : (
      number(total)
    )
  const { machines, clicks, toDecide, days } = ledger
  const all = {
    n: machines.reduce((sum, { total }) => sum + total.n, 0),
    more: machines.some(({ total }) => total.more),
  }
  return (
    <Card title={t(words.ledger)}>
      <p className="text-xs text-muted">{t(words.ledgerLead, { days })}</p>
      <Facts
        items={[
          { name: t(words.mode), value: mode },
          { name: t(words.openClicks), value: linked(clicks, `/programs/${programId}/clicks`) },
          { name: t(words.toDecide), value: linked(toDecide.total, toDecide.to) },
          { name: t(words.ignored), value: all.n > 0 ? number(all) : t(words.noneIgnored) },
        ]}
      />
      {machines.length > 0 ? (
        <ul className="flex flex-col gap-1 border-t border-line pt-2 text-xs text-muted">
          {machines.map(({ kind, total }) => (
            <li key={kind} className="flex justify-between gap-3">
              <span>{t(touchKindWords[kind])}</span>
              <span className="tabular-nums">{number(total)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
