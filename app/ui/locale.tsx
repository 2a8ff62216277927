import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { DAY } from '#app/platform/day.ts'
import { translator, type Locale, type Translate } from '#app/platform/words.ts'
import { formats, type Formats } from '#app/ui/formats.ts'

interface Spoken {
  locale: Locale
  zone: string
  /** When the page was made, so that server and browser say the same relative time first. */
  now: number | undefined
  today: number | undefined
  t: Translate
  format: Formats
}

const make = (locale: Locale, zone: string, now?: number, currency?: string | null, today?: number): Spoken => ({
  locale,
  zone,
  now,
  today,
  t: translator(locale),
  format: formats(locale, zone, currency),
})

const LocaleContext = createContext<Spoken>(make('en', 'UTC'))

/**
 * Gives everything below its language. `zone`: IANA zone of times; `now`: milliseconds when the loader ran; `currency`:
 * the organisation's own; `today`: the day number where it is.
 */
export function LocaleProvider({
  locale,
  zone,
  now,
  currency,
  today,
  children,
}: {
  locale: Locale
  zone?: string | null
  now?: number
  currency?: string | null
  today?: number | undefined
  children: ReactNode
}) {
  const value = useMemo(() => make(locale, zone ?? 'UTC', now, currency, today), [locale, zone, now, currency, today])
  return <LocaleContext.Provider value={value}>{children}</LocaleContext.Provider>
}

export const useLocale = (): Locale => useContext(LocaleContext).locale

/** `t(words.claim, { n })` in the reader's language. */
export const useT = (): Translate => useContext(LocaleContext).t

/** Numbers, dates and money in the reader's language and zone. */
export const useFormat = (): Formats => useContext(LocaleContext).format

/** Milliseconds now: the server's first, then the browser's, again every minute. */
export function useNow(): number {
  const made = useContext(LocaleContext).now
  const [now, setNow] = useState(() => made ?? Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The day number where the organisation is, when the page was made: whole days are counted from it. */
export function useToday(): number {
  const now = useNow()
  return useContext(LocaleContext).today ?? Math.floor(now / DAY)
}

/** A moment: relative, with the absolute time and zone on hover and for machines. `absolute` shows date and time instead. */
export function Time({ at, zone, absolute = false }: { at: number; zone?: string; absolute?: boolean }) {
  const format = useFormat()
  const now = useNow()
  const exact = format.exact(at, { zone })
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap" suppressHydrationWarning>
      {absolute ? format.dateTime(at, { zone }) : format.relative(at, now)}
    </time>
  )
}

/** Money from minor units of an ISO 4217 currency; an en dash when there is none. */
export function Money({ minor, currency }: { minor: number | null | undefined; currency: string | null | undefined }) {
  const format = useFormat()
  return (
    <span className="whitespace-nowrap tabular-nums">
      {minor == null || !currency ? '–' : format.money(minor, currency)}
    </span>
  )
}
