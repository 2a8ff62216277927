import { locales } from '#app/platform/words.ts'

/** The languages in which customers are asked, by BCP 47 tag. Staff read English or Japanese: `Locale`. */
export const languages = locales
export type Language = (typeof languages)[number]

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

/** One message for customers, in every language they are asked in. */
export type Phrase = Readonly<Record<Language, string>>

/** Catalogues of one language each, turned into messages in every language: `{ en: { hello } }` → `{ hello: { en } }`. */
export function phrasesOf<K extends string>(catalogues: Record<Language, Record<K, string>>): Record<K, Phrase> {
  const names = Object.keys(catalogues.en) as K[]
  const phrase = (name: K) => Object.fromEntries(languages.map((one) => [one, catalogues[one][name]])) as Phrase
  return Object.fromEntries(names.map((name) => [name, phrase(name)])) as Record<K, Phrase>
}
