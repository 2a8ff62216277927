import type { Word } from '#app/platform/words.ts'

/** The page on which somebody answers an ask. It speaks the languages in which asks are written. */
export const askPageWords = {
  title: { en: 'A request from {company}', ja: '{company} からのお願い' },
  from: { en: '{sender} of {company} asks you:', ja: '{company}の{sender}より、お願いがございます。' },
  yes: { en: 'Yes, gladly', ja: 'はい、協力します' },
  no: { en: 'No, thank you', ja: '今回は遠慮します' },
  later: { en: 'Ask me again later', ja: '時期をあらためてほしい' },
  laterIn: { en: 'When may we ask again?', ja: 'いつ頃がよろしいでしょうか。' },
  months: { en: 'In {n} months', ja: '{n} か月後' },
  oneMonth: { en: 'In a month', ja: '1 か月後' },
  consent: { en: 'With a yes you agree to this:', ja: '「はい」を選ぶと、次の内容に同意したことになります。' },
  change: {
    en: 'You can change your mind on this page at any time until it is done.',
    ja: '実施されるまでは、このページでいつでもお返事を変更できます。',
  },
  saidYes: {
    en: 'Thank you! {sender} will be in touch with you.',
    ja: 'ありがとうございます。{sender}よりあらためてご連絡いたします。',
  },
  linkTitle: { en: 'Your personal link', ja: 'あなた専用のご紹介リンク' },
  linkForward: { en: 'Words that you can forward', ja: 'そのまま転送いただける文面' },
  linkMail: { en: 'You also receive it by mail.', ja: '同じ内容をメールでもお送りします。' },
  saidNo: {
    en: 'Thank you for letting us know. Nothing more follows from this.',
    ja: 'ご返答ありがとうございます。この件でこれ以上ご連絡することはありません。',
  },
  saidLater: {
    en: 'Thank you. We will not ask before {date}.',
    ja: 'ありがとうございます。{date}まではお願いいたしません。',
  },
  mine: { en: 'See your page: requests, rewards, consents', ja: 'マイページ（ご依頼・特典・同意の確認）' },
  stopTitle: { en: 'Receive no such requests', ja: '今後このようなお願いを受け取らない' },
  stopText: {
    en: 'We then ask you for nothing but your opinion.',
    ja: '今後は、ご意見のお伺いのみお送りします。',
  },
  stopButton: { en: 'Don’t ask me for such things', ja: 'お願いを停止する' },
  stopped: { en: 'You receive no such requests any more.', ja: '今後このようなお願いはお送りしません。' },
  undo: { en: 'That was a mistake: take it back', ja: '取り消して、元に戻す' },
  resumed: { en: 'Undone: we may ask you again.', ja: '元に戻しました。今後もお願いをお送りすることがあります。' },
  over: { en: 'This request is closed', ja: 'このお願いは終了しました' },
  overText: {
    en: 'Nothing is expected of you. Thank you!',
    ja: 'お手続きは必要ありません。ありがとうございます。',
  },
} satisfies Record<string, Word>
