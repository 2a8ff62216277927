import type { Word } from '#app/platform/words.ts'
import type { ReplyTime, ReplyWish } from '#db/enums/cases.ts'

/** How somebody wants to be answered. */
export const wishWords: Record<ReplyWish, Word> = {
  call: { en: 'wants a call', ja: '電話希望' },
  mail: { en: 'wants an e-mail', ja: 'メール希望' },
  none: { en: 'wants no reply', ja: '連絡不要' },
}
export const wishTimeWords: Record<ReplyTime, Word> = {
  any: { en: 'any time', ja: 'いつでも' },
  morning: { en: 'in the morning', ja: '午前' },
  afternoon: { en: 'in the afternoon', ja: '午後' },
  evening: { en: 'in the evening', ja: '夕方以降' },
}
