import { expect, test } from 'vitest'
import { readLanguage } from '#app/accounts/import/languages.ts'

test.each([
  ['en', 'English', 'EN-US', '英語', 'eng', 'English (US)'],
  ['ja', 'Japanese', 'jp', '日本語', 'ja_JP', 'jpn'],
  ['de', 'German', 'Deutsch', 'de-AT', 'ドイツ語', 'German (Switzerland)', 'ger'],
  ['fr', 'français', 'FRANCAIS', 'fr_CA', 'フランス語'],
  ['es', 'español', 'Spanish', 'es-419', 'スペイン語'],
  ['pt', 'Português', 'Portuguese (Brazil)', 'pt-BR', 'Portuguese - Brazil'],
  ['it', 'italiano', 'Italian'],
  ['nl', 'Nederlands', 'Dutch', 'Dutch, Belgium'],
  ['ko', '한국어', 'Korean', '韓国語'],
  ['zh-Hans', 'zh', 'zh-CN', 'Chinese', '简体中文', '中国語', 'Simplified Chinese', '中国語（簡体字）'],
  ['zh-Hant', 'zh-TW', 'zh_HK', '繁體中文', 'Traditional Chinese', '中国語（繁体字）', 'Chinese (traditional)'],
  ['th', 'ไทย', 'Thai'],
  ['vi', 'Tiếng Việt', 'tieng viet', 'Vietnamese'],
  ['id', 'Bahasa Indonesia', 'in', 'Indonesian'],
  ['pl', 'polski', 'Polish'],
  ['tr', 'Türkçe', 'turkce', 'Turkish'],
  ['ar', 'العربية', 'Arabic', 'ar-AE'],
  ['he', 'עברית', 'iw', 'Hebrew'],
])('%s by its codes and names', (language, ...names) => {
  for (const name of [language, ...names]) expect([name, readLanguage(name)]).toEqual([name, { value: language }])
})

test.each(['', 'Klingon', 'sv', 'englisch oder so', 'constructor', '__proto__'])('%j is none', (text) => {
  expect(readLanguage(text)).toHaveProperty('wrong')
})
