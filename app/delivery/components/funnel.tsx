import { Link } from '@remix-run/react'
import type { WaveStep } from '#app/delivery/wave-steps.ts'
import { waveWords as words } from '#app/delivery/wave-words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

export interface FunnelCounts {
  waiting: number
  sent: number
  failed: number
  delivered: number | null
  answered: number
  commented: number | null
}

interface Step {
  /** What `?show=` calls it; none for the audience, whose people no invitation names. */
  key: WaveStep | 'audience' | 'commented'
  n: number | null
  /** The step that its share is taken of. */
  of?: number | null
}

/** From the audience to the words: each step with its number, its share of the step before, and a bar; each opens its people. */
export function Funnel({
  audience,
  invited,
  funnel,
  show,
  maySeePeople,
}: {
  audience: number
  invited: number
  funnel: FunnelCounts
  show: string | null
  maySeePeople: boolean
}) {
  const t = useT()
  const format = useFormat()
  const steps: Step[] = [
    { key: 'audience', n: audience },
    { key: 'invited', n: invited, of: audience },
    { key: 'sent', n: funnel.sent, of: invited },
    { key: 'delivered', n: funnel.delivered, of: funnel.sent },
    { key: 'answered', n: funnel.answered, of: funnel.sent },
    { key: 'commented', n: funnel.commented, of: funnel.answered },
  ]
  const most = Math.max(1, audience)
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t(words.funnel)}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t(words.step)}</th>
          <th scope="col">{t(words.people)}</th>
          <th scope="col">{t(words.share)}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ key, n, of }) => {
          const opens = n !== null && n > 0 && key !== 'audience' && (maySeePeople || key === 'commented')
          const number = n === null ? '–' : format.number(n)
          return (
            <tr key={key} className={show === key ? 'bg-accent-tint' : undefined}>
              <th scope="row" className="w-24 py-1.5 pr-3 pl-1 text-left font-normal whitespace-nowrap text-muted">
                {t(words[key])}
              </th>
              <td className="w-16 py-1.5 pr-3 text-right font-semibold whitespace-nowrap tabular-nums">
                {opens ? (
                  <Link
                    to={`?show=${key}#behind`}
                    preventScrollReset
                    aria-current={show === key || undefined}
                    aria-label={`${t(words[key])}: ${number}`}
                    className="text-accent underline"
                  >
                    {number}
                  </Link>
                ) : (
                  number
                )}
              </td>
              <td className="w-14 py-1.5 pr-3 text-right text-xs whitespace-nowrap text-muted tabular-nums">
                {of && n !== null ? format.percent(n / of) : ''}
              </td>
              <td className="py-1.5 pr-1" aria-hidden>
                <svg width="100%" height="20" role="presentation" className="block">
                  <rect width="100%" height="20" rx="4" className="fill-[var(--sunken)]" />
                  <rect
                    width={`${((n ?? 0) / most) * 100}%`}
                    height="20"
                    rx="4"
                    className={
                      key === 'answered' || key === 'commented' ? 'fill-[var(--promoter-mark)]' : 'fill-[var(--accent)]'
                    }
                  />
                </svg>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
