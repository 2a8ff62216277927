import { ar } from '#app/answering/languages/ar.ts'
import { de } from '#app/answering/languages/de.ts'
import { en } from '#app/answering/languages/en.ts'
import { es } from '#app/answering/languages/es.ts'
import { fr } from '#app/answering/languages/fr.ts'
import { he } from '#app/answering/languages/he.ts'
import { id } from '#app/answering/languages/id.ts'
import { it } from '#app/answering/languages/it.ts'
import { ja } from '#app/answering/languages/ja.ts'
import { ko } from '#app/answering/languages/ko.ts'
import { nl } from '#app/answering/languages/nl.ts'
import { pl } from '#app/answering/languages/pl.ts'
import { pt } from '#app/answering/languages/pt.ts'
import { th } from '#app/answering/languages/th.ts'
import { tr } from '#app/answering/languages/tr.ts'
import { vi } from '#app/answering/languages/vi.ts'
import { zhHans } from '#app/answering/languages/zh-hans.ts'
import { zhHant } from '#app/answering/languages/zh-hant.ts'
import { phrasesOf } from '#app/platform/languages.ts'
import type { Word } from '#app/platform/words.ts'

/** What stands on the customer's pages, in every language they are asked in. */
export const answeringWords = phrasesOf({
  en,
  ja,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  th,
  vi,
  id,
  pl,
  tr,
  ar,
  he,
})

export const answeringErrors = {
  score_outside: { en: 'This number is not on the scale.', ja: 'この数字は選択肢にありません。' },
} satisfies Record<string, Word>
