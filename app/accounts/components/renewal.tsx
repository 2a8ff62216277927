import { accountWords as words } from '#app/accounts/page-words.ts'
import { DAY, dayOfIso } from '#app/platform/day.ts'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'

/** A date with the days until then, or since. */
export function Renewal({ on }: { on: string | null }) {
  const t = useT()
  const format = useFormat()
  const today = Math.floor(useNow() / DAY)
  const day = on === null ? null : dayOfIso(on)
  if (day === null) return <>–</>
  const left = day - today
  return (
    <span className="whitespace-nowrap">
      {format.day(day)}{' '}
      <span className="text-xs text-muted" suppressHydrationWarning>
        {left >= 0 ? t(words.inDays, { n: left }) : t(words.daysAgo, { n: -left })}
      </span>
    </span>
  )
}
