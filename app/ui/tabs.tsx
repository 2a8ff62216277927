import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface Tab {
  to: string
  label: string
  /** As it is shown. */
  count?: number | string | null
  current: boolean
}

/** Parts of one thing, each a link. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label?: string }) {
  const t = useT()
  const bar = useRef<HTMLElement>(null)
  const current = tabs.find((tab) => tab.current)?.to
  // On a phone the bar is wider than the screen: it scrolls so that one sees where one is, and the page stays.
  useEffect(() => {
    const shown = current !== undefined && bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (bar.current && shown)
      bar.current.scrollLeft = shown.offsetLeft - (bar.current.clientWidth - shown.clientWidth) / 2
  }, [current])
  return (
    <nav
      ref={bar}
      aria-label={label ?? t(uiWords.sections)}
      className="relative shrink-0 overflow-x-auto border-b border-line"
    >
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? 'page' : undefined}
              className={join(
                'flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap',
                tab.current
                  ? 'border-accent font-semibold text-accent'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count == null ? null : (
                <span className="rounded-full bg-sunken px-1.5 text-xs tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
