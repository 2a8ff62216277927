import type { Word } from '#app/platform/words.ts'

/** The words by which a lead lets us get in touch. A change is a new version; the old words stay. */
export const contactConsentVersion = '1'

export const contactConsents: Record<typeof contactConsentVersion, Word> = {
  1: {
    en: '{company} may keep what I entered here and get in touch with me about its offer. I can take this back at any time.',
    ja: '{company} が入力内容を保存し、サービスのご案内のために私に連絡することに同意します。この同意はいつでも取り消せます。',
  },
}

/** What is stored of the words: their version, and the language they were read in. */
export const contactConsent = (language: 'en' | 'ja') => `${contactConsentVersion}/${language}`

/** The words that were agreed to; null when nobody knows that version. */
export function contactConsentText(stored: string | null): { text: string; language: 'en' | 'ja' } | null {
  const [version, language] = (stored ?? '').split('/')
  const words = Object.hasOwn(contactConsents, version!) && contactConsents[version as typeof contactConsentVersion]
  return words && (language === 'en' || language === 'ja') ? { text: words[language], language } : null
}
