import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface Step {
  label: string
  /** A step that is done may be opened again. */
  to?: string
}

/** Where one is in a few steps; `current` counts from 0, `steps.length` means all are done. */
export function Stepper({ steps, current }: { steps: Step[]; current: number }) {
  const t = useT()
  return (
    <ol aria-label={t(uiWords.steps)} className="flex flex-wrap gap-x-5 gap-y-2">
      {steps.map((step, i) => {
        const done = i < current
        const now = i === current
        return (
          <li
            key={step.label}
            aria-current={now ? 'step' : undefined}
            className={join('flex items-center gap-2', now ? 'font-semibold text-ink' : 'text-muted')}
          >
            <span
              aria-hidden
              className={join(
                'flex size-6 items-center justify-center rounded-full text-xs tabular-nums',
                done ? 'bg-success-tint text-success' : now ? 'bg-accent text-on-accent' : 'bg-sunken text-muted',
              )}
            >
              {done ? <Check size={14} /> : i + 1}
            </span>
            {done && step.to ? (
              <Link to={step.to} className="hover:text-accent hover:underline">
                {step.label}
              </Link>
            ) : (
              step.label
            )}
            {done ? <span className="sr-only">{t(uiWords.stepDone)}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
