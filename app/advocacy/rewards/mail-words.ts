import type { Word } from '#app/platform/words.ts'

/** What stands in the mails of rewards and of thanks. */
export const rewardMailWords = {
  subject: { en: 'A thank-you from {company}', ja: '{company} より、感謝のしるしをお送りします' },
  hello: { en: 'Dear {name},', ja: '{name} 様' },
  lead: {
    en: 'thank you for what you have done for us. This is for you:',
    ja: '日頃よりお力添えをいただき、誠にありがとうございます。感謝のしるしとして、次のものをお贈りいたします。',
  },
  code: { en: 'Your gift code', ja: 'ギフトコード' },
  keep: {
    en: 'Whoever has this code can use it: please don’t pass this mail on.',
    ja: 'このコードはどなたでもご利用いただけます。本メールの転送はお控えください。',
  },
  amount: { en: 'An amount of {amount}. We will be in touch about how you receive it.', ja: '{amount}（お受け取り方法は、あらためてご連絡いたします。）' }, // prettier-ignore
  mayNot: {
    en: 'If your company does not let you accept gifts, please reply to this mail, and we take it back.',
    ja: 'ご勤務先の規程などで贈り物をお受け取りになれない場合は、お手数ですが本メールにご返信ください。取り消しいたします。',
  },
  page: { en: 'Your rewards, requests and consents', ja: '特典・ご依頼・同意の確認はこちら' },
  benefits: { en: 'What “{tier}” means for you:', ja: '「{tier}」の特典：' },
  years: { en: '{n, plural, one {a year} other {# years}}', ja: '{n} 年' },
  stop: { en: 'Please don’t send me such mails', ja: '今後このようなメールを受け取らない' },
} satisfies Record<string, Word>
