/** The languages in which customers are asked, by BCP 47 tag. Staff read English or Japanese. */
export const languages = [
  'en',
  'ja',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'ko',
  'zh-Hans',
  'zh-Hant',
  'th',
  'vi',
  'id',
  'pl',
  'tr',
  'ar',
  'he',
] as const
export type Language = (typeof languages)[number]
