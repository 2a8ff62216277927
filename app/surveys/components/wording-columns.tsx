import { useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { WordingFields } from '#app/surveys/components/wording-fields.tsx'
import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { useHydrated } from '#app/ui/hydrated.ts'
import { join } from '#app/ui/join.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'

const languages = ['en', 'ja'] as const
const words = { en: surveyWords.english, ja: surveyWords.japanese }

/** Both languages side by side; where there is room for one only, one at a time (both, one below the other, without script). */
export function WordingColumns({ metric, typed }: { metric: Metric; typed: Typed }) {
  const t = useT()
  const hydrated = useHydrated()
  const locale = useLocale()
  const [shown, setShown] = useState(locale)
  /** A field that is missing is shown before the browser points at it. */
  const reveal = (event: FormEvent<HTMLElement>) => {
    const [, language] = (event.target as HTMLInputElement).name.split('.')
    const wanted = languages.find((one) => one === language)
    const box = event.currentTarget
    // The browser points at the first one: the others of this round leave it alone.
    if (!wanted || box.querySelector(':is(input, textarea):invalid') !== event.target) return
    flushSync(() => setShown(wanted))
  }
  return (
    <div onInvalidCapture={reveal} className="@container flex flex-col gap-4">
      {hydrated ? (
        <div role="group" aria-label={t(surveyWords.wording)} className="flex gap-1 border-b border-line @xl:hidden">
          {languages.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={shown === language}
              onClick={() => setShown(language)}
              className={join(
                'min-h-9 border-b-2 px-3',
                shown === language ? 'border-accent font-semibold text-accent' : 'border-transparent text-muted',
              )}
            >
              {t(words[language])}
            </button>
          ))}
        </div>
      ) : null}
      <div className="grid gap-x-6 gap-y-5 @xl:grid-cols-2">
        {languages.map((language) => (
          <div key={language} className={join('min-w-0', hydrated && shown !== language && '@max-xl:hidden')}>
            <WordingFields metric={metric} language={language} typed={typed} />
          </div>
        ))}
      </div>
    </div>
  )
}
