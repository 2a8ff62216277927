import type { Word } from '#app/platform/words.ts'

/** Apart from the page about it: every staff page loads these. */
export const heldBannerWords = {
  banner: {
    en: 'A backup was restored, so no mail leaves until you have looked at what would go out.',
    ja: 'バックアップを復元したため、内容を確認するまでメールを送信しません。',
  },
  look: { en: 'Look at it', ja: '確認する' },
} satisfies Record<string, Word>
