import { Link } from '@remix-run/react'
import { todayWords as words } from '#app/insights/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Count } from '#app/ui/stat.tsx'

/** Open and late cases: mine and everybody's, each a way into the queue. */
export function QueueCounts({ counts }: { counts: { mine: number; mineLate: number; all: number; late: number } }) {
  const t = useT()
  const format = useFormat()
  const items = [
    { label: t(words.mineLate), value: counts.mineLate, late: true, to: '/cases?scope=mine&late=1' },
    { label: t(words.mine), value: counts.mine, late: false, to: '/cases?scope=mine' },
    { label: t(words.allLate), value: counts.late, late: true, to: '/cases?late=1' },
    { label: t(words.allOpen), value: counts.all, late: false, to: '/cases' },
  ]
  return (
    <Card title={t(words.queue)}>
      <ul className="grid grid-cols-2 gap-2">
        {items.map(({ label, value, late, to }) => (
          <li key={to}>
            <Count
              label={label}
              value={format.number(value)}
              tone={late && value > 0 ? 'late' : 'plain'}
              link={(content) => (
                <Link to={to} className="block rounded p-2 hover:bg-sunken">
                  {content}
                </Link>
              )}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
