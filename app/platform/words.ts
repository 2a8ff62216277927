import { readMessage, type Values } from '#app/platform/message.ts'

export const locales = ['en', 'ja'] as const
export type Locale = (typeof locales)[number]

/** One message in every language, in ICU syntax: `{ en: '{n, plural, one {# case} other {# cases}}', ja: '{n} 件' }`. */
export type Word = Readonly<Record<Locale, string>>
export type { Values }

export type Translate = (word: Word, values?: Values) => string

const compiled = new WeakMap<object, Record<string, (values?: Values) => string>>()

/** The message in a language. Rooms keep theirs in `words.ts`, both languages side by side. */
export function translate<L extends string>(language: L, word: Readonly<Record<L, string>>, values?: Values): string {
  const text = word[language]
  if (!text.includes('{')) return text
  let read = compiled.get(word)
  if (!read) compiled.set(word, (read = {}))
  return (read[language] ??= readMessage(text, language))(values)
}

export const translator =
  <L extends string>(language: L) =>
  (word: Readonly<Record<L, string>>, values?: Values): string =>
    translate(language, word, values)

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

/** The first language of an `Accept-Language` header that Koe speaks. */
export function localeOf(header: string | null | undefined, otherwise: Locale = 'en'): Locale {
  for (const part of (header ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (isLocale(code)) return code
  }
  return otherwise
}
