import type { Word } from '#app/platform/words.ts'
import type { Language } from '#db/enums/platform.ts'

/** The languages of customers, as staff call them. */
export const languageWords = {
  en: { en: 'English', ja: '英語' },
  ja: { en: 'Japanese', ja: '日本語' },
  de: { en: 'German', ja: 'ドイツ語' },
  fr: { en: 'French', ja: 'フランス語' },
  es: { en: 'Spanish', ja: 'スペイン語' },
  pt: { en: 'Portuguese', ja: 'ポルトガル語' },
  it: { en: 'Italian', ja: 'イタリア語' },
  nl: { en: 'Dutch', ja: 'オランダ語' },
  ko: { en: 'Korean', ja: '韓国語' },
  'zh-Hans': { en: 'Chinese (simplified)', ja: '中国語（簡体字）' },
  'zh-Hant': { en: 'Chinese (traditional)', ja: '中国語（繁体字）' },
  th: { en: 'Thai', ja: 'タイ語' },
  vi: { en: 'Vietnamese', ja: 'ベトナム語' },
  id: { en: 'Indonesian', ja: 'インドネシア語' },
  pl: { en: 'Polish', ja: 'ポーランド語' },
  tr: { en: 'Turkish', ja: 'トルコ語' },
  ar: { en: 'Arabic', ja: 'アラビア語' },
  he: { en: 'Hebrew', ja: 'ヘブライ語' },
} satisfies Record<Language, Word>
