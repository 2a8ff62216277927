import { Link } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { dayWords as words } from '#app/insights/day-words.ts'
import { CaseRow, RenewalRow } from '#app/insights/components/day-rows.tsx'
import type { MyDay as Day } from '#app/insights/get-my-day.server.ts'
import { queueOf, renewsWithin, type DayList } from '#app/insights/my-day.ts'
import { roleWords } from '#app/insights/today-words.ts'
import { mostCounted } from '#app/platform/counted.ts'
import type { Word } from '#app/platform/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useListKeys } from '#app/ui/list-keys.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

const order: { list: DayList; empty: Word }[] = [
  { list: 'late', empty: words.noLate },
  { list: 'due', empty: words.noDue },
  { list: 'replies', empty: words.noReplies },
]

/** What a CSM begins the day with: four short lists, each with its number and the way to all of it. `j` and `k` go through all four. */
export function MyDay({ of, open, fresh }: { of: Day; open: number; fresh: number }) {
  const t = useT()
  const format = useFormat()
  const keys = useListKeys<HTMLElement>()
  const days = { days: renewsWithin }
  const scope = '?scope=mine'
  return (
    <section ref={keys} aria-labelledby="my-day" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="my-day" className="text-lg font-semibold">
          {t(roleWords.work)}
        </h2>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          <span className="max-sm:hidden">{t(words.keys)}</span>
          <Link to={`/cases${scope}&unclaimed=1`} className="text-accent underline">
            {t(roleWords.fresh)} <span className="tabular-nums">{format.upTo(fresh, mostCounted)}</span>
          </Link>
          <Link to={`/cases${scope}`} className="text-accent underline">
            {t(roleWords.open)} <span className="tabular-nums">{format.upTo(open, mostCounted)}</span>
          </Link>
        </p>
      </div>
      <div className="gap-4 md:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
        {order.map(({ list, empty }) => {
          const { n, above, rows } = of.lists[list]
          const query = queueOf(list)
          return (
            <List key={list} name={t(words[list])} n={n} to={`/cases${query}`} late={list === 'late'} empty={t(empty)}>
              {rows.length ? (
                <Rows>
                  {rows.map((row) => (
                    <CaseRow key={row.id} of={row} query={query} />
                  ))}
                </Rows>
              ) : null}
              {above > 0 ? <p className="text-xs text-muted">{t(words.above, { n: above })}</p> : null}
            </List>
          )
        })}
        <List name={t(words.renewals, days)} n={of.renewals.n} to="/renewals" empty={t(words.noRenewals, days)}>
          <Rows>
            {of.renewals.rows.map((row) => (
              <RenewalRow key={row.id} of={row} />
            ))}
          </Rows>
        </List>
      </div>
      {of.next.length ? (
        <Card title={t(roleWords.nextUp)}>
          <Rows>
            {of.next.map((row) => (
              <CaseRow key={row.id} of={row} query={scope} />
            ))}
          </Rows>
        </Card>
      ) : null}
      {open === 0 ? (
        <div>
          <p className="font-medium">{t(roleWords.nobodyWaits)}</p>
          <p className="text-muted">{t(roleWords.nobodyWaitsText)}</p>
        </div>
      ) : null}
    </section>
  )
}

const Rows = ({ children }: { children: ReactNode }) => (
  <ol className="flex flex-col divide-y divide-line">{children}</ol>
)

interface ListProps {
  name: string
  n: number
  to: string
  late?: boolean
  empty: string
  children: ReactNode
}

function List({ name, n, to, late = false, empty, children }: ListProps) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={
        <>
          {name}{' '}
          <span className={late && n > 0 ? 'text-danger tabular-nums' : 'text-muted tabular-nums'}>
            {format.upTo(n, mostCounted)}
          </span>
        </>
      }
      actions={
        n > 0 ? (
          <Link to={to} aria-label={t(words.allOf, { list: name })} className="text-xs text-accent underline">
            {t(words.all)}
          </Link>
        ) : null
      }
    >
      {n > 0 ? (
        children
      ) : (
        <p className="flex items-start gap-2 text-muted">
          <CircleCheckBig aria-hidden size={16} className="mt-0.5 shrink-0 text-success" />
          {empty}
        </p>
      )}
    </Card>
  )
}
