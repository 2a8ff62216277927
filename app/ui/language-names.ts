import { languageWords } from '#app/platform/language-words.ts'
import { isLanguage, languages } from '#app/platform/languages.ts'
import type { Translate } from '#app/platform/words.ts'

/** A language of customers as staff call it; a code that is none stays as it stands. */
export const languageName = (t: Translate, code: string): string => (isLanguage(code) ? t(languageWords[code]) : code)

/** Every language of customers, for a select or a list of boxes. */
export const languageOptions = (t: Translate) =>
  languages.map((value) => ({ value: value as string, label: t(languageWords[value]) }))
