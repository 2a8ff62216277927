import { useRef, type MouseEvent } from 'react'
import { languages, type Language } from '#app/platform/languages.ts'
import type { Editing } from '#app/surveys/editing-languages.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'
import { languageName } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'

/** The languages of a survey to choose the one that is worked on, and those that can be added. */
export function WordingLanguages({ now, show }: { now: Editing; show: (language: Language) => void }) {
  const t = useT()
  const more = useRef<HTMLDivElement>(null)
  const absent = languages.filter((one) => !now.present.includes(one))
  const add = (event: MouseEvent) => {
    event.preventDefault()
    const chosen = more.current?.querySelector('select')?.value
    const language = absent.find((one) => one === chosen)
    if (language) show(language)
  }
  return (
    <div className="flex flex-col gap-3 border-b border-line pb-4">
      <p className="text-xs text-muted">{t(surveyWords.languagesLead)}</p>
      <div role="group" aria-label={t(surveyWords.languagesOf)} className="flex flex-wrap gap-1">
        {now.present.map((one) => (
          <button
            key={one}
            type="submit"
            name="show"
            value={one}
            formNoValidate
            aria-pressed={now.front === one}
            onClick={(event) => {
              event.preventDefault()
              show(one)
            }}
            className={join(
              'inline-flex min-h-7 items-center rounded border px-2 text-xs font-medium',
              now.front === one
                ? 'border-accent bg-accent-tint text-accent'
                : 'border-control bg-surface hover:bg-sunken',
            )}
          >
            {languageName(t, one)}
          </button>
        ))}
      </div>
      {absent.length > 0 ? (
        <div ref={more} className="flex max-w-xs items-end gap-2">
          <Select
            name="more"
            label={t(surveyWords.addLanguage)}
            className="grow"
            options={absent.map((one) => ({ value: one, label: languageName(t, one) }))}
          />
          <Button name="show" value="more" formNoValidate onClick={add}>
            {t(surveyWords.add)}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
