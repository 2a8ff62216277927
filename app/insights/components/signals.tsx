import { Link } from '@remix-run/react'
import { healthWords } from '#app/accounts/health-words.ts'
import type { Signal } from '#app/insights/signal.ts'
import { signalPageWords as words, signalWords } from '#app/insights/signal-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Translate } from '#app/platform/words.ts'

const tones = { bad: 'danger', watch: 'warning', good: 'success' } as const

/** The signals of an account, each with the way to what it is made of. */
export function Signals({ signals, accountId }: { signals: Signal[]; accountId: string }) {
  const t = useT()
  return (
    <Section title={t(words.title)}>
      <p className="text-muted">{t(words.lead)}</p>
      {signals.length ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {signals.map((one) => {
            const to = behind(one, accountId)
            return (
              <li key={one.kind} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
                <span className="w-20">
                  <Badge tone={tones[one.tone]}>{t(words[one.tone])}</Badge>
                </span>
                <span className="min-w-0 flex-1">
                  {to ? (
                    <Link to={to} className="text-accent hover:underline">
                      {say(t, one)}
                    </Link>
                  ) : (
                    say(t, one)
                  )}
                </span>
                {one.at === undefined ? null : (
                  <span className="text-xs text-muted">
                    <Time at={one.at} />
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-muted">{t(words.none)}</p>
      )}
    </Section>
  )
}

function say(t: Translate, { kind, n = 0, of = 0, value, before }: Signal): string {
  const said = kind === 'health' && value ? t(healthWords[value as keyof typeof healthWords]) : (value ?? '–')
  return t(signalWords[kind], { n, of, value: said, before: before ?? '–' })
}

function behind({ kind }: Signal, accountId: string): string | null {
  const page = `/accounts/${accountId}`
  if (kind === 'unhappy' || kind === 'happy') return page
  if (kind === 'silent' || kind === 'optedOut' || kind === 'left') return `${page}?tab=people`
  if (kind === 'late' || kind === 'open' || kind === 'solved') return `${page}?tab=cases`
  return kind === 'stage' ? `${page}?tab=history` : null
}
