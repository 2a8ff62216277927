import type { Word } from '#app/platform/words.ts'

/** The words by which a lead lets us get in touch. A change is a new version; the old words stay. */
const version = '2'

const texts: Record<'1' | typeof version, Word> = {
  1: {
    en: '{company} may keep what I entered here and get in touch with me about its offer. I can take this back at any time.',
    ja: '{company} が入力内容を保存し、サービスのご案内のために私に連絡することに同意します。この同意はいつでも取り消せます。',
  },
  2: {
    en: '{company} may keep what I entered here, and who recommended it to me, and get in touch with me about its offer. The name of who recommends shows on this page only with their consent. I can take mine back at any time.',
    ja: '{company} が入力内容と紹介者の情報を保存し、サービスのご案内のために私に連絡することに同意します。紹介者のお名前は、ご本人の同意がある場合に限りこのページに表示されます。この同意はいつでも取り消せます。',
  },
}

/** The words that a lead agrees to now. */
export const contactConsentWords: Word = texts[version]

/** What is stored of the words: their version, and the language they were read in. */
export const contactConsent = (language: 'en' | 'ja') => `${version}/${language}`

/** The words that were agreed to; null when nobody knows that version. */
export function contactConsentText(stored: string | null): { text: string; language: 'en' | 'ja' } | null {
  const [number, language] = (stored ?? '').split('/')
  const words = Object.hasOwn(texts, number!) && texts[number as keyof typeof texts]
  return words && (language === 'en' || language === 'ja') ? { text: words[language], language } : null
}
