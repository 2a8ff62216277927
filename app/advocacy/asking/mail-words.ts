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

/** The mail with the link of who said yes to recommending us. */
export const linkMailWords = {
  subject: { en: 'Your link to recommend {company}', ja: '{company} ご紹介用リンクのお知らせ' },
  hello: { en: 'Dear {name},', ja: '{name} 様' },
  thanks: {
    en: 'Thank you for being willing to recommend {company}.',
    ja: 'このたびは{company}のご紹介にご協力いただけるとのこと、誠にありがとうございます。',
  },
  yours: {
    en: 'This is your personal link. Who opens it can leave their details with us; we contact nobody else.',
    ja: '次のリンクはあなた専用です。リンクを開いた方がご自身で連絡先を登録された場合にのみ、ご連絡いたします。',
  },
  forwardLead: { en: 'Words that you can forward as they are:', ja: 'そのまま転送いただける文面です。' },
  forward: {
    en: 'I work with {company} and like it. If you would like to have a look, here is my link:',
    ja: '私が利用していて良いと感じている{company}をご紹介します。ご興味があれば、こちらからどうぞ。',
  },
  change: { en: 'Changed your mind?', ja: 'お気持ちが変わられた場合は、' },
  changeLink: { en: 'Tell us here', ja: 'こちらからお知らせください' },
} satisfies Record<string, Word>
