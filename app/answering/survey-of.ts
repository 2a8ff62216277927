import type { Survey } from '#app/answering/page.ts'
import { isolated, languages, type Language } from '#app/platform/languages.ts'
import { fillWording, spokenBy } from '#app/surveys/wordings.ts'
import type { Wording, Wordings } from '#db/schema/surveys.ts'

/** A survey as its pages need it: variables filled, with the languages that it speaks. */
export function surveyOf({
  wordings,
  ...rest
}: Pick<Survey, 'metric' | 'integrity' | 'brand' | 'organisation'> & { wordings: Wordings }): Survey {
  const spoken = spokenBy(wordings)
  const filled = new Map(
    spoken.map((one) => [one, fillWording(wordings[one]!, { company: isolated(one, rest.brand.name) })]),
  )
  const english = fillWording(wordings.en, { company: rest.brand.name })
  const wording = Object.fromEntries(languages.map((one) => [one, filled.get(one) ?? english]))
  return { ...rest, languages: spoken, wording: wording as Record<Language, Wording> }
}
