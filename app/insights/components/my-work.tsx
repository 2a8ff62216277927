import { Link } from '@remix-run/react'
import { CaseClock } from '#app/cases/components/case-clock.tsx'
import type { TimedCase } from '#app/cases/sla/with-percents.server.ts'
import { unsaidWords } from '#app/cases/unsaid-words.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { CountLinks } from '#app/insights/components/count-links.tsx'
import { roleWords as words } from '#app/insights/today-words.ts'
import { Card } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { useT } from '#app/ui/locale.tsx'

/** What a CSM begins the day with: how much waits, each number a way into the queue. */
export function MyWork({ counts }: { counts: { mine: number; mineLate: number; mineDue: number; mineNew: number } }) {
  const t = useT()
  const items = [
    { label: t(words.late), n: counts.mineLate, late: true, to: '/cases?scope=mine&late=1' },
    { label: t(words.due), n: counts.mineDue, to: '/cases?scope=mine&due=today' },
    { label: t(words.fresh), n: counts.mineNew, to: '/cases?scope=mine&unclaimed=1' },
    { label: t(words.open), n: counts.mine, to: '/cases?scope=mine' },
  ].map((item) => ({ ...item, most: mostCounted }))
  return (
    <Card title={t(words.work)}>
      <CountLinks items={items} wide />
    </Card>
  )
}

/** The first few of the queue as quotes with their clocks; each opens its case beside the list. */
export function NextCases({ cases }: { cases: TimedCase[] }) {
  const t = useT()
  return (
    <Card
      title={t(words.nextUp)}
      actions={
        <Link to="/cases?scope=mine" className="text-xs text-accent underline">
          {t(words.wholeQueue)}
        </Link>
      }
    >
      {cases.length === 0 ? (
        <div>
          <p className="font-medium">{t(words.nobodyWaits)}</p>
          <p className="text-muted">{t(words.nobodyWaitsText)}</p>
        </div>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {cases.map((row) => (
            <li key={row.id} className="relative -mx-2 flex flex-col gap-1 rounded px-2 py-3 hover:bg-sunken">
              <div className="flex items-start justify-between gap-2">
                <Link
                  to={`/cases/${row.id}?scope=mine`}
                  className="font-semibold after:absolute after:inset-0 hover:text-accent"
                >
                  {row.accountName ?? row.personName ?? t(unsaidWords.unknownPerson)}
                </Link>
                <CaseClock of={row} used={row.used} />
              </div>
              <p
                lang={row.language ?? undefined}
                dir="auto"
                className={row.comment ? 'line-clamp-2 text-lg text-ink' : 'text-muted'}
              >
                {row.comment ?? t(unsaidWords.noComment)}
              </p>
              <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
                {row.class && row.metric ? <ClassMark of={row.class} metric={row.metric} score={row.score} /> : null}
                {row.accountName ? row.personName : null}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
