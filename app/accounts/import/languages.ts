import { wide, wrong, type Read } from '#app/accounts/import/read.ts'
import { languageWords } from '#app/platform/language-words.ts'
import { languages, matchLanguage, ownNames, type Language } from '#app/platform/languages.ts'

/** As letters are compared: `Français`, `FRANCAIS` and `français` are one. */
const key = (text: string) =>
  wide(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

/** What files call a language, beside its tag, its own name, and those in English and Japanese. */
const also: Record<Language, string> = {
  en: 'eng',
  ja: 'jpn jp',
  de: 'deu ger',
  fr: 'fra fre',
  es: 'spa castellano castilian',
  pt: 'por',
  it: 'ita',
  nl: 'nld dut flemish',
  ko: 'kor kr 朝鮮語 ハングル',
  'zh-Hans':
    'zho chi cn chs chinese mandarin 中国語 中文 简体 简体字 簡体字 簡体字中国語 普通话 simplified-chinese simplified',
  'zh-Hant': 'cht tw 繁体字 繁体字中国語 繁體 正體中文 繁体中文 traditional-chinese traditional',
  th: 'tha',
  vi: 'vie vn',
  id: 'ind bahasa',
  pl: 'pol',
  tr: 'tur',
  ar: 'ara',
  he: 'heb iw',
}

const known = new Map<string, Language>(
  languages.flatMap((one) =>
    [one, ownNames[one], languageWords[one].en, languageWords[one].ja, ...also[one].split(' ')].map(
      (name) => [key(name.replace(/-(?=chinese)/, ' ')), one] as const,
    ),
  ),
)

/** A language by its code (`de`, `pt-BR`, `zh_TW`, `ger`) or by its name, with or without a country: `German (Switzerland)`. */
export function readLanguage(text: string): Read<Language> {
  const given = key(text)
  const found = known.get(given) ?? matchLanguage(given) ?? known.get(given.split(/\s*[(,]|\s+-\s+|[-_]/)[0]!)
  return found ? { value: found } : wrong('language_unknown')
}
