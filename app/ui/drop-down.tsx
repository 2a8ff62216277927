import type { ReactNode } from 'react'

/** A menu that opens under its summary, without a script too. Escape and leaving it close it. */
export function DropDown({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      {summary}
      {children}
    </details>
  )
}
