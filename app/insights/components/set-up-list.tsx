import { Form, Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import type { SetUp } from '#app/insights/get-set-up.server.ts'
import { setUpPlaces } from '#app/insights/set-up.ts'
import { setUpWords as words } from '#app/insights/set-up-words.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

/** What is left to set up, the next step first to hand. `mayHide`: whether this reader may put it away. */
export function SetUpList({ setUp, mayHide }: { setUp: SetUp; mayHide: boolean }) {
  const t = useT()
  const { steps } = setUp
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <Card
      title={t(words.title)}
      actions={<span className="text-muted tabular-nums">{t(words.progress, { done, all: steps.length })}</span>}
    >
      <progress
        value={done}
        max={steps.length}
        aria-label={t(words.title)}
        className="h-1.5 w-full overflow-hidden rounded-full accent-accent"
      />
      <ol className="flex flex-col">
        {steps.map((step, i) => {
          const place = setUpPlaces[step.key]
          return (
            <li key={step.key} className="flex min-h-9 items-center gap-3 py-1">
              <span
                aria-hidden
                className={join(
                  'flex size-5 shrink-0 items-center justify-center rounded-full text-xs tabular-nums',
                  step.done
                    ? 'bg-success-tint text-success'
                    : step === next
                      ? 'bg-accent text-on-accent'
                      : 'bg-sunken text-muted',
                )}
              >
                {step.done ? <Check size={12} /> : i + 1}
              </span>
              <span className="min-w-0 flex-1">
                <Link
                  to={step.to}
                  className={join('font-medium hover:underline', step.done ? 'text-muted' : 'text-ink')}
                >
                  {t(place.title)}
                </Link>
                {step.done ? <span className="sr-only"> {t(words.done)}</span> : null}
                {step.done ? null : <span className="block text-xs text-muted">{t(place.hint)}</span>}
              </span>
              {step === next ? (
                <LinkButton
                  to={step.to}
                  variant="primary"
                  size="sm"
                  aria-label={`${t(words.start)}: ${t(place.title)}`}
                >
                  {t(words.start)}
                </LinkButton>
              ) : null}
            </li>
          )
        })}
      </ol>
      {mayHide ? (
        <Form method="post" action="/set-up">
          <Button name="hidden" value="1" variant="quiet" size="sm">
            {t(words.hide)}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
