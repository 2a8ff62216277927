import type { Class } from '#db/enums/statistics.ts'

type Said = Record<'en' | 'ja', Record<Class, readonly string[]>>

/** After a support request: about the help itself. */
export const supportSayings: Said = {
  en: {
    low: [
      'My question was closed without an answer. I had to open it again [twice|three times].',
      'It took [three|five] days, and the problem came back the next morning.',
      'I was sent from one team to the other. In the end I solved it myself.',
      'The reply did not fit my question at all. It read like a template.',
      'Nobody told me that it was being worked on. A short note would have been enough.',
      'The workaround costs us [an hour|two hours] a week. That is not a solution.',
    ],
    mid: [
      'Solved in the end, after some back and forth.',
      'Friendly, but I had to send the same screenshots twice.',
      'The answer was right. It could have come a day earlier.',
      'OK. I would have liked to know why it happened.',
      'Works again for now. We will see [next month|after the next update].',
    ],
    high: [
      'Quick, competent and friendly. [Solved in ten minutes|Fixed before lunch].',
      'She understood the problem at once and explained it in plain words.',
      'Great help with the [export|permissions|mail import]. Thank you.',
      'He stayed on the call until it really worked. Much appreciated.',
      'Best support experience I have had this year.',
      'Answer within [twenty minutes|the hour], correct the first time.',
      'They even told me about a simpler way to do it.',
    ],
  },
  ja: {
    low: [
      '回答をいただかないまま完了扱いになっており、再度問い合わせる必要がありました。',
      '解決まで[3日|5日]かかり、翌日にまた同じ症状が出ました。',
      '部署間で[たらい回し|何度も転送]になり、最終的には自分で解決しました。',
      'こちらの質問と回答の内容が合っておらず、定型文のように感じました。',
      '途中経過のご連絡がなく、対応いただいているのか不安でした。',
      '回避策のご案内のみで、根本的な解決になっていません。',
    ],
    mid: [
      '解決はしましたが、やり取りの回数が多かったと感じます。',
      '丁寧でしたが、同じ画面の写しを二度お送りすることになりました。',
      '回答は正確でした。もう一日早いと助かりました。',
      '解決しましたが、原因についてもご説明いただきたかったです。',
      '今のところ問題ありません。[来月|次の更新後]まで様子を見ます。',
    ],
    high: [
      '迅速かつ丁寧にご対応いただき、[10分|その日のうち]に解決しました。',
      'こちらの状況をすぐに理解していただき、説明も分かりやすかったです。',
      '[データ出力|権限設定|メール取り込み]の件、ありがとうございました。とても助かりました。',
      '解決するまで電話でお付き合いいただき、感謝しております。',
      '操作に不慣れな私にも、親切に教えていただきました。',
      '初回のご回答で解決しました。いつも対応が早く、信頼しています。',
      'より簡単な方法まで教えていただき、勉強になりました。',
    ],
  },
}
