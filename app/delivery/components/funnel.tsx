import { deliveryWords } from '#app/delivery/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

export interface FunnelCounts {
  waiting: number
  sent: number
  failed: number
  delivered: number | null
  answered: number
}

/** From the audience to the answers: each step with its number and a bar of its share. */
export function Funnel({ audience, invited, funnel }: { audience: number; invited: number; funnel: FunnelCounts }) {
  const t = useT()
  const format = useFormat()
  const steps = [
    { label: t(deliveryWords.audience), n: audience },
    { label: t(deliveryWords.invited), n: invited },
    { label: t(deliveryWords.sent), n: funnel.sent },
    { label: t(deliveryWords.delivered), n: funnel.delivered },
    {
      label: t(deliveryWords.answered),
      n: funnel.answered,
      share: funnel.sent > 0 ? funnel.answered / funnel.sent : null,
    },
  ]
  const most = Math.max(1, audience)
  return (
    <div className="flex flex-col gap-3">
      <table className="w-full text-sm">
        <caption className="sr-only">{t(deliveryWords.funnel)}</caption>
        <tbody>
          {steps.map((step) => (
            <tr key={step.label}>
              <th scope="row" className="w-28 py-1 pr-3 text-left font-normal text-muted">
                {step.label}
              </th>
              <td className="w-24 py-1 pr-3 text-right font-semibold tabular-nums">
                {step.n === null ? '–' : format.number(step.n)}
                {step.share == null ? null : (
                  <span className="font-normal text-muted"> · {format.percent(step.share, 1)}</span>
                )}
              </td>
              <td className="py-1" aria-hidden>
                <svg width="100%" height="12" role="presentation">
                  <rect width="100%" height="12" rx="3" className="fill-[var(--sunken)]" />
                  <rect
                    width={`${((step.n ?? 0) / most) * 100}%`}
                    height="12"
                    rx="3"
                    className="fill-[var(--accent)]"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-xs text-muted tabular-nums">
        {t(deliveryWords.restOf, { waiting: funnel.waiting, failed: funnel.failed })}{' '}
        {t(funnel.delivered === null ? deliveryWords.deliveredUnknown : deliveryWords.deliveredNote)}
      </p>
    </div>
  )
}
