import type { Survey } from '#app/answering/page.ts'
import { isolated, languages, type Language } from '#app/platform/languages.ts'
import { fillQuestion, fillWording, spokenBy } from '#app/surveys/wordings.ts'
import type { VersionContent, Wording } from '#db/schema/surveys.ts'

/** A survey as its pages need it: variables filled, with the languages that it speaks. */
export function surveyOf({
  content: { wording: wordings, questions = [], pace = 'one' },
  ...rest
}: Pick<Survey, 'metric' | 'integrity' | 'brand' | 'organisation'> & {
  content: Pick<VersionContent, 'wording' | 'questions' | 'pace'>
}): Survey {
  const company = rest.brand.name
  const spoken = spokenBy(wordings)
  const filled = new Map(spoken.map((one) => [one, fillWording(wordings[one]!, { company: isolated(one, company) })]))
  const english = fillWording(wordings.en, { company })
  const wording = Object.fromEntries(languages.map((one) => [one, filled.get(one) ?? english]))
  return {
    ...rest,
    languages: spoken,
    wording: wording as Record<Language, Wording>,
    questions: questions.map((one) => fillQuestion(one, { company })),
    pace,
  }
}
