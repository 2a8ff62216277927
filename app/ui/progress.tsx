import { Link, useLocation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** Asks the loaders again every second while `running`, not while the tab is hidden. */
export function useLivePoll(running: boolean, everyMs = 1000) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate()
    }, everyMs)
    const wake = () => document.visibilityState === 'visible' && revalidate()
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [running, state, revalidate, everyMs])
}

export interface ProgressBarProps {
  /** What is being done, in words: the name of the bar. */
  label: string
  done: number
  /** 0 while it isn't known yet. */
  total: number
  /** Milliseconds; with both, the time left is guessed from the pace so far. */
  startedAt?: number | null
  now?: number
  running?: boolean
}

/** How far long work is, with counts and time left. It polls by itself while running; without script there is a link. */
export function ProgressBar({ label, done, total, startedAt, now, running = false }: ProgressBarProps) {
  const t = useT()
  const format = useFormat()
  const { pathname, search } = useLocation()
  useLivePoll(running)
  const left = timeLeft({ done, total, startedAt, now })
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-2">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">
          {total > 0 ? t(uiWords.progressCount, { done, total }) : null}
          {running && left !== null ? ` · ${t(uiWords.timeLeft, { time: format.duration(left) })}` : null}
        </span>
      </div>
      <progress
        aria-label={label}
        max={total > 0 ? total : undefined}
        value={total > 0 ? Math.min(done, total) : undefined}
      />
      {running ? (
        <p className="text-xs text-muted">
          {t(uiWords.youMayLeave)}{' '}
          <noscript>
            <Link to={pathname + search} className="text-accent underline">
              {t(uiWords.refresh)}
            </Link>
          </noscript>
        </p>
      ) : null}
    </div>
  )
}

/** Milliseconds until the end at the pace so far, or null when there is nothing to go by. */
export function timeLeft({
  done,
  total,
  startedAt,
  now,
}: {
  done: number
  total: number
  startedAt?: number | null
  now?: number
}): number | null {
  if (startedAt == null || now === undefined || done <= 0 || total <= done) return null
  const spent = now - startedAt
  return spent < 2000 ? null : (spent / done) * (total - done)
}
