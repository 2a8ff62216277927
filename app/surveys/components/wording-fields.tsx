import { directionOf, type Language } from '#app/platform/languages.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { classSigns, classWords } from '#app/ui/class-words.ts'
import { Input, Textarea } from '#app/ui/field.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'
import { classes, type Metric } from '#db/enums/statistics.ts'

/** The words of a survey in one language. */
export function WordingFields({ metric, language, typed }: { metric: Metric; language: Language; typed: Typed }) {
  const t = useT()
  const field = (path: string) => {
    const name = `wording.${language}.${path}`
    return {
      name,
      defaultValue: typed.text(name),
      error: typed.error(name),
      required: true,
      lang: language,
      dir: directionOf(language),
    }
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-sm font-semibold">{languageName(t, language)}</legend>
      <Input label={t(surveyWords.subject)} maxLength={150} {...field('subject')} />
      <Textarea label={t(surveyWords.question)} rows={3} maxLength={400} {...field('question')} />
      <div className="grid grid-cols-2 gap-3">
        <Input label={t(surveyWords.low)} maxLength={80} {...field('low')} />
        <Input label={t(surveyWords.high)} maxLength={80} {...field('high')} />
      </div>
      {classes.map((kind) => (
        <Textarea
          key={kind}
          label={t(surveyWords.followUpOf, { class: `${classSigns[kind]} ${t(classWords[metric][kind])}` })}
          rows={2}
          maxLength={300}
          {...field(`followUp.${kind}`)}
        />
      ))}
      {classes.map((kind) => (
        <Textarea
          key={kind}
          label={t(surveyWords.thanksOf, { class: `${classSigns[kind]} ${t(classWords[metric][kind])}` })}
          rows={2}
          maxLength={600}
          {...field(`thanks.${kind}`)}
        />
      ))}
      <Textarea label={t(surveyWords.why)} rows={3} maxLength={600} {...field('why')} />
    </fieldset>
  )
}
