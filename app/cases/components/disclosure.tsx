import type { ReactNode } from 'react'
import { join } from '#app/ui/join.ts'

/** A form that unfolds in its place, with or without script. */
export function Disclosure({
  summary,
  open = false,
  strong = false,
  keys,
  children,
}: {
  summary: string
  open?: boolean
  strong?: boolean
  /** The key that opens it. */
  keys?: string
  children: ReactNode
}) {
  return (
    <details open={open} className="group">
      <summary
        data-keys={keys}
        aria-keyshortcuts={keys}
        className={join(
          'inline-flex min-h-9 cursor-pointer items-center rounded border text-sm font-medium select-none',
          strong && 'px-3',
          strong
            ? 'border-transparent bg-accent text-on-accent hover:bg-accent-hover'
            : 'border-transparent text-accent underline-offset-2 hover:underline',
        )}
      >
        {summary}
      </summary>
      <div className="pt-3 pb-1">{children}</div>
    </details>
  )
}
