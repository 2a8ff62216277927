import type { ReactNode } from 'react'

/** One large number with what makes it honest beside it: interval and n, never in a tooltip only. */
export function Stat({
  label,
  value,
  detail,
  note,
}: {
  label: string
  value: ReactNode
  detail?: ReactNode
  note?: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="text-xs font-medium text-muted">{label}</p>
      <p className="text-hero font-semibold tabular-nums">{value}</p>
      {detail ? <p className="text-muted tabular-nums">{detail}</p> : null}
      {note ? <p className="text-xs text-muted tabular-nums">{note}</p> : null}
    </div>
  )
}

/** A smaller number, as a link to what it counts. */
export function Count({
  label,
  value,
  tone = 'plain',
  link,
}: {
  label: string
  value: ReactNode
  tone?: 'plain' | 'late'
  link?: (content: ReactNode) => ReactNode
}) {
  const content = (
    <span className="flex flex-col">
      <span
        className={
          tone === 'late' ? 'text-xl font-semibold text-danger tabular-nums' : 'text-xl font-semibold tabular-nums'
        }
      >
        {value}
      </span>
      <span className="text-xs text-muted">{label}</span>
    </span>
  )
  return <>{link ? link(content) : content}</>
}
