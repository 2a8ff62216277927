import { languages, type Language } from '#db/enums/platform.ts'

export { languages, type Language }

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

/** Each language as those who speak it call it. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
  ko: '한국어',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  th: 'ไทย',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  pl: 'Polski',
  tr: 'Türkçe',
  ar: 'العربية',
  he: 'עברית',
}

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'he' ? 'rtl' : 'ltr'

/**
 * A name as it may stand in a sentence: one that begins or ends with a sign (`Sora Inc.`, `3D`) would tear a text that runs
 * from right to left, so it is held together by marks that nobody sees.
 */
export const isolated = (language: Language, name: string): string =>
  directionOf(language) === 'rtl' && /^[^\p{L}]|[^\p{L}\p{M}]$/u.test(name) ? `\u2068${name}\u2069` : name

/** Lines of text: scripts with marks above and below, and those that fill their square, need more room. */
export const lineHeightOf = (language: Language): number =>
  language === 'th' || language === 'vi' || language === 'ar' || isEastAsian(language) ? 1.7 : 1.5

const isEastAsian = (language: Language) => language === 'ja' || language === 'ko' || language.startsWith('zh-')

/** Codes that stood for a language before the ones of today. */
const formerly: Record<string, string> = { iw: 'he', in: 'id' }

/** `pt-BR` as `pt`, `zh-TW` as `zh-Hant`; null for a language in which nobody is asked. */
export function matchLanguage(tag: string): Language | null {
  const parts = tag.trim().toLowerCase().split(/[-_]/)
  const code = formerly[parts[0]!] ?? parts[0]!
  if (code === 'zh') {
    if (parts.includes('hans')) return 'zh-Hans'
    return ['hant', 'tw', 'hk', 'mo'].some((part) => parts.includes(part)) ? 'zh-Hant' : 'zh-Hans'
  }
  return isLanguage(code) ? code : null
}

/**
 * The language that an `Accept-Language` header asks for most, among those spoken; null when there is none.
 * @example preferredLanguage('fr-CH;q=0.8, zh-TW', languages) // 'zh-Hant'
 */
export function preferredLanguage(header: string | null | undefined, spoken: readonly Language[]): Language | null {
  const wished = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.split(';')
      const weight = options.map((option) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(option)?.[1]).find(Boolean)
      return { language: matchLanguage(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => language !== null && spoken.includes(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wished[0]?.language ?? null
}

/** One message for customers, in every language they are asked in. */
export type Phrase = Readonly<Record<Language, string>>

/** Catalogues of one language each, turned into messages in every language: `{ en: { hello } }` → `{ hello: { en } }`. */
export function phrasesOf<K extends string>(catalogues: Record<Language, Record<K, string>>): Record<K, Phrase> {
  const names = Object.keys(catalogues.en) as K[]
  const phrase = (name: K) => Object.fromEntries(languages.map((one) => [one, catalogues[one][name]])) as Phrase
  return Object.fromEntries(names.map((name) => [name, phrase(name)])) as Record<K, Phrase>
}
