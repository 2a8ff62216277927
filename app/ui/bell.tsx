import { Link, useLocation } from '@remix-run/react'
import { Bell as BellIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { frameWords } from '#app/ui/words.ts'

/** `bellMany` says it too. */
const mostTold = 99

/**
 * How many notifications are unread: as the page was loaded, and asked again on every step to another. When that can't be
 * asked, the last number stays.
 */
export function Bell({ unread }: { unread: number }) {
  const t = useT()
  const format = useFormat()
  const { key } = useLocation()
  const seen = useRef(key)
  const [asked, setAsked] = useState<number | null>(null)
  useEffect(() => {
    if (seen.current === key) return
    seen.current = key
    const left = new AbortController()
    const ask = async () => {
      const reply = await fetch('/notifications/count', { signal: left.signal })
      const { unread: n } = (await reply.json()) as { unread?: unknown }
      if (typeof n === 'number') setAsked(n)
    }
    ask().catch(() => null)
    return () => left.abort()
  }, [key])
  const n = asked ?? unread
  const label = n === 0 ? t(frameWords.bell) : n > mostTold ? t(frameWords.bellMany) : t(frameWords.bellUnread, { n })
  return (
    <Link
      to="/notifications"
      aria-label={label}
      title={label}
      data-keys="g n"
      data-keys-label={t(frameWords.bell)}
      className="relative flex size-9 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
    >
      <BellIcon aria-hidden size={18} />
      {n > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-xs leading-4 font-semibold text-on-accent tabular-nums"
        >
          {format.upTo(n, mostTold)}
        </span>
      ) : null}
    </Link>
  )
}
