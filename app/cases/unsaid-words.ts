import type { Word } from '#app/platform/words.ts'

/** What stands where a customer said nothing. Apart from the other words, since Today needs no more of them. */
export const unsaidWords = {
  noComment: {
    en: 'No comment, only the score.',
    ja: 'コメントなし（点数のみ）',
  },
  unknownPerson: { en: 'Unknown person', ja: '不明な回答者' },
} satisfies Record<string, Word>
