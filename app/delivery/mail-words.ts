import { ar } from '#app/delivery/mail-words/ar.ts'
import { de } from '#app/delivery/mail-words/de.ts'
import { en } from '#app/delivery/mail-words/en.ts'
import { es } from '#app/delivery/mail-words/es.ts'
import { fr } from '#app/delivery/mail-words/fr.ts'
import { he } from '#app/delivery/mail-words/he.ts'
import { id } from '#app/delivery/mail-words/id.ts'
import { it } from '#app/delivery/mail-words/it.ts'
import { ja } from '#app/delivery/mail-words/ja.ts'
import { ko } from '#app/delivery/mail-words/ko.ts'
import { nl } from '#app/delivery/mail-words/nl.ts'
import { pl } from '#app/delivery/mail-words/pl.ts'
import { pt } from '#app/delivery/mail-words/pt.ts'
import { th } from '#app/delivery/mail-words/th.ts'
import { tr } from '#app/delivery/mail-words/tr.ts'
import { vi } from '#app/delivery/mail-words/vi.ts'
import { zhHans } from '#app/delivery/mail-words/zh-hans.ts'
import { zhHant } from '#app/delivery/mail-words/zh-hant.ts'
import { phrasesOf } from '#app/platform/languages.ts'

/** The words of an invitation's mail beside the survey's own wording. */
export const mailWords = phrasesOf({
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
