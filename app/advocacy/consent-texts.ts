import type { Word } from '#app/platform/words.ts'

/** What a happy customer can be asked to agree to, on the page after the answer. */
export const consentKinds = ['reference', 'quote', 'referral'] as const
export type ConsentKind = (typeof consentKinds)[number]

/**
 * The words that are agreed to. A change of them is a new version: what somebody agreed to stays what it was, so the
 * old words are kept below, never rewritten.
 */
const versions: Record<ConsentKind, Version> = { reference: '1', quote: '1', referral: '2' }
type Version = '1' | '2'

/** What a referral shows of who recommends: also said under an ask for one. */
export const nameShown: Word = {
  en: 'My name shows on the page that my referral link leads to.',
  ja: '私の紹介用リンクの先のページに、私の氏名が表示されることに同意します。',
}

const texts: Record<Version, Partial<Record<ConsentKind, Word>>> = {
  1: {
    reference: {
      en: '{company} may ask me for a reference call with somebody who is thinking of becoming a customer. I decide each time.',
      ja: '{company} から、導入を検討中の方とのお電話（リファレンスコール）をお願いされることに同意します。お引き受けするかどうかは毎回自分で決めます。',
    },
    quote: {
      en: '{company} may publish what I wrote, with my name, my title and my company, after showing it to me first.',
      ja: '私が書いた内容を、氏名・役職・会社名とともに {company} が公開することに同意します。公開前に内容を確認させていただきます。',
    },
    referral: {
      en: '{company} may ask me whom else it could help. I only name people who are glad to be named.',
      ja: '{company} から、ほかにお役に立てそうな方のご紹介をお願いされることに同意します。紹介するのは、ご本人の了承を得た方に限ります。',
    },
  },
  2: {
    referral: {
      en: `{company} may ask me whom else it could help. I only name people who are glad to be named. ${nameShown.en}`,
      ja: `{company} から、ほかにお役に立てそうな方のご紹介をお願いされることに同意します。紹介するのは、ご本人の了承を得た方に限ります。${nameShown.ja}`,
    },
  },
}

/** The words that are agreed to now. */
export const consentWords = (kind: ConsentKind): Word => texts[versions[kind]][kind]!

/** What is stored of the words: their version, and the language they were read in. */
export const textVersion = (kind: ConsentKind, language: 'en' | 'ja') => `${versions[kind]}/${language}`

/** Whether what somebody agreed to, as it is stored, says that their name shows on the page of their link. */
export const showsName = (stored: string): boolean => /^(2|ask-\d+\.2)\//.test(stored)

/** The words that were agreed to; null when nobody knows that version. */
export function consentText(kind: string, stored: string): { text: string; language: 'en' | 'ja' } | null {
  const [version, language] = stored.split('/')
  const words = Object.hasOwn(texts, version!) && texts[version as Version][kind as ConsentKind]
  return words && (language === 'en' || language === 'ja') ? { text: words[language], language } : null
}
