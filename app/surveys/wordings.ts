import { ar } from '#app/surveys/wordings/ar.ts'
import { de } from '#app/surveys/wordings/de.ts'
import { en } from '#app/surveys/wordings/en.ts'
import { es } from '#app/surveys/wordings/es.ts'
import { fr } from '#app/surveys/wordings/fr.ts'
import { he } from '#app/surveys/wordings/he.ts'
import { id } from '#app/surveys/wordings/id.ts'
import { it } from '#app/surveys/wordings/it.ts'
import { ja } from '#app/surveys/wordings/ja.ts'
import { ko } from '#app/surveys/wordings/ko.ts'
import { nl } from '#app/surveys/wordings/nl.ts'
import { pl } from '#app/surveys/wordings/pl.ts'
import { pt } from '#app/surveys/wordings/pt.ts'
import { th } from '#app/surveys/wordings/th.ts'
import { tr } from '#app/surveys/wordings/tr.ts'
import { vi } from '#app/surveys/wordings/vi.ts'
import { zhHans } from '#app/surveys/wordings/zh-hans.ts'
import { zhHant } from '#app/surveys/wordings/zh-hant.ts'
import { languages, type Language } from '#app/platform/languages.ts'
import type { ProgramKind } from '#db/enums/surveys.ts'
import type { Standard } from '#app/surveys/wordings/standard.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Question, Texts, Wording, Wordings } from '#db/schema/surveys.ts'

const standards: Record<Language, Standard> = {
  en,
  ja,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  th,
  vi,
  id,
  pl,
  tr,
  ar,
  he,
}

/** The words a new program of this metric and kind starts with in a language. */
export function standardWordingIn(language: Language, metric: Metric, kind: ProgramKind): Wording {
  const { thanks, why, whyTransactional, ...metrics } = structuredClone(standards[language])
  const { transactional, ...asked } = metrics[metric]
  if (kind === 'relationship') return { ...asked, thanks, why }
  return { ...asked, ...transactional, thanks, why: metric === 'nps' ? why : whyTransactional }
}

/** The words a new program of this metric and kind starts with, in every language. */
export const standardWording = (metric: Metric, kind: ProgramKind): Record<Language, Wording> =>
  Object.fromEntries(languages.map((one) => [one, standardWordingIn(one, metric, kind)])) as Record<Language, Wording>

/** The question of each language. */
export const questionsOf = (wordings: Record<Language, Wording>): Record<Language, string> =>
  Object.fromEntries(languages.map((one) => [one, wordings[one].question])) as Record<Language, string>

/** The languages that a survey speaks, in the order of the list. */
export const spokenBy = (wordings: Wordings): Language[] => languages.filter((one) => wordings[one] !== undefined)

/** The words of a survey for a reader of a language: English where the survey doesn't speak it. */
export const wordingIn = (wordings: Wordings, language: Language): Wording => wordings[language] ?? wordings.en

/** A text of a wording with its variables filled. An unknown variable stays as it was written. */
export const fillText = (text: string, values: { company: string }): string =>
  text.replaceAll('{company}', () => values.company)

/** The question as a reader of a language sees it. */
export const questionIn = (wordings: Wordings, language: Language, company: string): string =>
  fillText(wordingIn(wordings, language).question, { company })

/** A whole wording with its variables filled. */
export function fillWording(wording: Wording, values: { company: string }): Wording {
  const fill = (text: string) => fillText(text, values)
  return {
    subject: fill(wording.subject),
    question: fill(wording.question),
    low: fill(wording.low),
    high: fill(wording.high),
    followUp: { low: fill(wording.followUp.low), mid: fill(wording.followUp.mid), high: fill(wording.followUp.high) },
    thanks: { low: fill(wording.thanks.low), mid: fill(wording.thanks.mid), high: fill(wording.thanks.high) },
    why: fill(wording.why),
  }
}

/** A question with its variables filled, in every language. */
export function fillQuestion(question: Question, values: { company: string }): Question {
  const fill = (words: Texts): Texts =>
    Object.fromEntries(
      Object.entries(words).flatMap(([language, text]) => (text ? [[language, fillText(text, values)]] : [])),
    ) as Texts
  const options = question.options?.map((option) => ({ ...option, words: fill(option.words) }))
  return { ...question, words: fill(question.words), ...(options && { options }) }
}
