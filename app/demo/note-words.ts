import type { Word } from '#app/platform/words.ts'

/** What every page of the demo says of itself: apart from the page of the demo, since all carry it. */
export const demoNoteWords = {
  note: {
    en: 'This is a demo. Kumoi, its customers and their words are invented, and no mail leaves this machine.',
    ja: 'これはデモです。Kumoi とお客様、コメントはすべて架空のもので、メールが外部に送信されることはありません。',
  },
  more: { en: 'Start with an empty portal', ja: '空の状態から始める' },
} satisfies Record<string, Word>
