import type { Word } from '#app/platform/words.ts'

/** What stands in the mail of an ask beside what a colleague wrote. */
export const askMailWords = {
  answer: { en: 'Say yes, no, or later', ja: 'ご返答はこちら（はい・いいえ・また後日）' },
  answerNote: {
    en: 'One tap, no sign-in. A no is fine, and you are not asked again for a good while.',
    ja: '1 タップでご返答いただけます（ログイン不要）。お断りいただいても差し支えございません。その場合、当分の間あらためてお願いすることはありません。',
  },
  why: {
    en: 'You receive this because you told {company} that you are happy to be its customer.',
    ja: '{company} にご満足いただいているとのご回答をいただいたため、お送りしています。',
  },
  stop: { en: 'Please don’t ask me for such things', ja: '今後このようなお願いを受け取らない' },
  again: { en: 'A short reminder: {subject}', ja: '（再送）{subject}' },
} satisfies Record<string, Word>
