import { renewalWords as words } from '#app/accounts/health-words.ts'
import { daysUntil } from '#app/platform/day.ts'
import { useFormat, useT, useToday } from '#app/ui/locale.tsx'

/** A date with the days until then, or since. */
export function Renewal({ on }: { on: string | null }) {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  const left = daysUntil(on, today)
  if (left === null) return <>–</>
  return (
    <span className="whitespace-nowrap">
      {format.day(today + left)}{' '}
      <span className="text-xs text-muted">
        {left >= 0 ? t(words.inDays, { n: left }) : t(words.daysAgo, { n: -left })}
      </span>
    </span>
  )
}
