import { Check, MessageSquareQuote } from 'lucide-react'
import type { FirstSteps as Steps } from '#app/insights/get-first-steps.server.ts'
import { firstStepWords as words } from '#app/insights/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

/** Before the first answer: what this page is for, and the way there. `may`: whether this reader can take the steps. */
export function FirstSteps({ steps, may }: { steps: Steps; may: boolean }) {
  const t = useT()
  const list = [
    { done: steps.imported, to: '/imports/new', title: t(words.import), hint: t(words.importHint) },
    { done: steps.programId !== null, to: '/programs/new', title: t(words.program), hint: t(words.programHint) },
    {
      done: steps.launched,
      to: steps.programId ? `/programs/${steps.programId}` : '/programs',
      title: t(words.launch),
      hint: t(words.launchHint),
    },
  ]
  const next = list.findIndex((step) => !step.done)
  return (
    <Empty icon={MessageSquareQuote} title={t(words.title)}>
      <p>{t(may ? words.body : words.body_reader)}</p>
      {may ? (
        <ol className="mt-4 flex flex-col gap-3 text-left">
          {list.map((step, i) => (
            <li key={step.title} className="flex items-start gap-3">
              <span
                aria-hidden
                className={join(
                  'mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full text-xs',
                  step.done
                    ? 'bg-success-tint text-success'
                    : i === next
                      ? 'bg-accent text-on-accent'
                      : 'bg-sunken text-muted',
                )}
              >
                {step.done ? <Check size={14} /> : i + 1}
              </span>
              <span className="flex-1">
                <span className="block font-semibold text-ink">
                  {step.title}
                  {step.done ? <span className="ml-2 text-xs font-normal text-success">{t(words.done)}</span> : null}
                </span>
                <span className="text-xs">{step.hint}</span>
              </span>
              {i === next ? (
                <LinkButton to={step.to} variant="primary" size="sm">
                  {step.title}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {next === -1 ? <p className="mt-4 font-semibold">{t(words.wait)}</p> : null}
    </Empty>
  )
}
