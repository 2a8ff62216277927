import { useEffect, useRef } from 'react'
import type { Change, Simulation } from '#app/advocacy/asking/simulate-rules.server.ts'
import { simulationWords as words } from '#app/advocacy/asking/simulation-words.ts'
import { blockWords } from '#app/advocacy/asking/words.ts'
import { Card, Facts } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Stat } from '#app/ui/stat.tsx'
import { Table } from '#app/ui/table.tsx'

/** What the rules that stand in a form would do: how many could be asked, who comes and who goes, and what stands in the way. */
export function AskSimulation({ of }: { of: Simulation }) {
  const t = useT()
  const format = useFormat()
  const top = useRef<HTMLDivElement>(null)
  // The button that asked for it stands below: the answer is shown to who pressed it, and read out.
  useEffect(() => {
    if (of) top.current?.focus()
  }, [of])
  const all = t(words.of, { n: of.advocates })
  const number = (n: number) => format.number(n)
  return (
    <div ref={top} tabIndex={-1} className="rounded-lg outline-accent">
      <Card title={t(words.title)}>
        <p className="text-xs text-muted">{t(words.lead)}</p>
        <div className="flex flex-wrap gap-x-10 gap-y-3">
          <Stat label={t(words.now)} value={number(of.now)} detail={all} />
          <Stat label={t(words.tried)} value={number(of.tried)} detail={all} />
        </div>
        <Facts
          items={[
            { name: `${t(words.more)} (+${number(of.more.n)})`, value: <Names of={of.more} /> },
            { name: `${t(words.fewer)} (−${number(of.fewer.n)})`, value: <Names of={of.fewer} /> },
          ]}
        />
        {of.blocks.length === 0 ? (
          <p className="text-muted">{t(words.nothing)}</p>
        ) : (
          <Table
            caption={t(words.block)}
            rows={of.blocks}
            rowKey={(row) => row.block}
            columns={[
              { key: 'block', head: t(words.block), main: true, cell: (row) => t(blockWords[row.block]) },
              { key: 'n', head: t(words.stops), align: 'right', cell: (row) => number(row.n) },
              { key: 'alone', head: t(words.alone), align: 'right', cell: (row) => number(row.alone) },
            ]}
          />
        )}
      </Card>
    </div>
  )
}

function Names({ of }: { of: Change }) {
  const t = useT()
  const format = useFormat()
  if (of.n === 0) return <>{t(words.nobody)}</>
  const names = format.list(of.people.map(({ name }) => name))
  const rest = of.n - of.people.length
  return <>{rest ? t(words.others, { names, n: rest }) : names}</>
}
