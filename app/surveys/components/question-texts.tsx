import { languages, type Language } from '#app/platform/languages.ts'
import type { Word } from '#app/platform/words.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords as words } from '#app/surveys/words.ts'
import { Input, Textarea } from '#app/ui/field.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'

interface Texts {
  /** Name of the field, without its language. */
  name: string
  label: Word
  n?: number
  max: number
  rows?: number
  /** In English and Japanese; the others may always be left out. */
  required?: boolean
  hideLabel?: boolean
  typed: Typed
}

/** One text in every language: English and Japanese side by side, the others folded away. */
export function QuestionTexts(of: Texts) {
  const t = useT()
  const others = languages.filter((one) => one !== 'en' && one !== 'ja')
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField of={of} language="en" required={of.required} />
        <TextField of={of} language="ja" required={of.required} />
      </div>
      {others.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-xs text-muted">{t(words.otherLanguages)}</summary>
          <div className="grid gap-3 pt-2 sm:grid-cols-2">
            {others.map((language) => (
              <TextField key={language} of={{ ...of, hideLabel: false }} language={language} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

function TextField({ of, language, required }: { of: Texts; language: Language; required?: boolean }) {
  const t = useT()
  const name = `${of.name}.${language}`
  const label = t(of.label, { language: languageName(t, language), n: of.n ?? 0 })
  const field = { name, label, lang: language, required, maxLength: of.max, hideLabel: of.hideLabel, defaultValue: of.typed.text(name), error: of.typed.error(name) } // prettier-ignore
  return of.rows ? (
    <Textarea {...field} rows={of.rows} />
  ) : (
    <Input {...field} placeholder={of.hideLabel ? label : undefined} />
  )
}
