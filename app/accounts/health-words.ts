import type { Word } from '#app/platform/words.ts'

/** Apart from the other words of accounts, since Today needs no more of them. */
export const healthWords = {
  green: { en: 'Good', ja: '良好' },
  yellow: { en: 'Watch', ja: '注意' },
  red: { en: 'At risk', ja: '危険' },
  unknown: { en: 'Unknown', ja: '不明' },
} satisfies Record<string, Word>

/** How far away a renewal is. */
export const renewalWords = {
  inDays: {
    en: '{n, plural, =0 {today} one {in # day} other {in # days}}',
    ja: '{n, plural, =0 {本日} other {あと # 日}}',
  },
  daysAgo: { en: '{n, plural, one {# day ago} other {# days ago}}', ja: '{n} 日前' },
} satisfies Record<string, Word>
