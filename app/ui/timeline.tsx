import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '#app/ui/locale.tsx'

export interface TimelineItem {
  id: string
  at: number
  icon?: LucideIcon
  /** Who did what, in one line. */
  title: ReactNode
  /** What was said. */
  body?: ReactNode
}

/** What happened, in the order given. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item) => {
        const { icon: Icon } = item
        return (
          <li key={item.id} className="group relative flex gap-3 pb-4 last:pb-0">
            <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line group-last:hidden" />
            <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-muted">
              {Icon ? (
                <Icon aria-hidden size={14} />
              ) : (
                <span aria-hidden className="size-1.5 rounded-full bg-control" />
              )}
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1 pt-1">
              <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
                <span className="text-ink">{item.title}</span>
                <span className="text-xs">
                  <Time at={item.at} />
                </span>
              </p>
              {item.body ? <div className="whitespace-pre-line">{item.body}</div> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
