import { mostCounted } from '#app/platform/counted.ts'
import { CountLinks } from '#app/insights/components/count-links.tsx'
import { todayWords as words } from '#app/insights/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Open and late cases: mine and everybody's, each a way into the queue. */
export function QueueCounts({ counts }: { counts: { mine: number; mineLate: number; all: number; late: number } }) {
  const t = useT()
  const items = [
    { label: t(words.mineLate), n: counts.mineLate, late: true, to: '/cases?scope=mine&late=1' },
    { label: t(words.mine), n: counts.mine, to: '/cases?scope=mine' },
    { label: t(words.allLate), n: counts.late, late: true, to: '/cases?late=1' },
    { label: t(words.allOpen), n: counts.all, to: '/cases' },
  ].map((item) => ({ ...item, most: mostCounted }))
  return (
    <Card title={t(words.queue)}>
      <CountLinks items={items} />
    </Card>
  )
}
