import type { Word } from '#app/platform/words.ts'

/** The set-up list that was hidden, and the way back to it. */
export const setUpBackWords = {
  hidden: {
    en: 'The set-up list is hidden. The settings bring it back.',
    ja: '初期設定の一覧を隠しました。設定画面から再表示できます。',
  },
  show: { en: 'Show the set-up list on Today', ja: '「今日」に初期設定の一覧を表示' },
  shown: { en: 'The set-up list is back.', ja: '初期設定の一覧を再表示しました。' },
} satisfies Record<string, Word>
