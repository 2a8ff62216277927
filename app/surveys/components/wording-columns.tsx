import { useState, type FormEvent, type MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { WordingFields } from '#app/surveys/components/wording-fields.tsx'
import { WordingLanguages } from '#app/surveys/components/wording-languages.tsx'
import { isLanguage, type Language } from '#app/platform/languages.ts'
import { neverOut, show, startEditing, stillStandard, takeOut, type Pressed } from '#app/surveys/editing-languages.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { join } from '#app/ui/join.ts'
import { languageName } from '#app/ui/language-names.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'

/**
 * English beside one other language; where there is room for one only, one at a time. Languages that weren't opened are
 * not in the form and keep what is stored. Without script each press posts the form, and all opened ones are seen.
 */
export function WordingColumns({
  metric,
  typed,
  saved,
  pressed,
  standard,
}: {
  metric: Metric
  typed: Typed
  saved: readonly Language[]
  pressed?: Pressed | undefined
  /** The standard question of each language. */
  standard: Record<Language, string>
}) {
  const t = useT()
  const format = useFormat()
  const hydrated = useHydrated()
  const locale = useLocale()
  const [now, setNow] = useState(() => startEditing(saved, locale, pressed))
  const [questions, setQuestions] = useState<Partial<Record<Language, string>>>({})
  const questionOf = (one: Language) => questions[one] ?? typed.text(`wording.${one}.question`)
  /** A field that is missing is shown before the browser points at it. */
  const reveal = (event: FormEvent<HTMLElement>) => {
    const [, language] = (event.target as HTMLInputElement).name.split('.')
    const box = event.currentTarget
    // The browser points at the first one: the others of this round leave it alone.
    if (!isLanguage(language) || box.querySelector(':is(input, textarea):invalid') !== event.target) return
    flushSync(() => setNow((was) => show(was, language)))
  }
  const note = (event: FormEvent<HTMLElement>) => {
    const { name, value } = event.target as HTMLTextAreaElement
    const [, language, part] = name.split('.')
    if (isLanguage(language) && part === 'question') setQuestions((was) => ({ ...was, [language]: value }))
  }
  const standing = stillStandard(
    now.present,
    Object.fromEntries(now.present.map((one) => [one, questionOf(one)])),
    standard,
  )
  const names = (some: readonly Language[]) => format.list(some.map((one) => languageName(t, one)))
  const hidden = (one: Language) => {
    if (!hydrated) return false
    if (one !== 'en' && one !== now.beside) return 'hidden'
    return one !== now.front && !(one === now.beside && now.front !== 'en') && '@max-xl:hidden'
  }
  return (
    <div onInvalidCapture={reveal} onInput={note} className="@container flex flex-col gap-4">
      <WordingLanguages now={now} show={(one) => setNow(show(now, one))} />
      {standing.length > 0 ? (
        <Notice tone="warning">{t(surveyWords.stillStandard, { languages: names(standing) })}</Notice>
      ) : null}
      {now.out.map((one) => (
        <input key={one} type="hidden" name="takenOut" value={one} />
      ))}
      {now.out.length > 0 ? <Notice>{t(surveyWords.takenOut, { languages: names(now.out) })}</Notice> : null}
      <div className="grid gap-x-6 gap-y-5 @xl:grid-cols-2">
        {now.opened.map((one) => (
          <div key={one} className={join('flex min-w-0 flex-col gap-3', hidden(one))}>
            <WordingFields metric={metric} language={one} typed={typed} />
            {neverOut(one) ? null : (
              <div>
                <Button
                  size="sm"
                  name="takeOut"
                  value={one}
                  formNoValidate
                  onClick={(event: MouseEvent) => {
                    event.preventDefault()
                    setNow(takeOut(now, one))
                  }}
                >
                  {t(surveyWords.takeOut, { language: languageName(t, one) })}
                </Button>
              </div>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
