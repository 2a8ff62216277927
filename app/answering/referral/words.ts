import type { Word } from '#app/platform/words.ts'

/** What stands on the page of a personal link, in the languages that we follow up in. */
export const landingWords = {
  recommends: { en: '{name} recommends {company} to you', ja: '{name} 様より {company} をご紹介いただきました' },
  recommended: { en: '{company} was recommended to you', ja: '{company} をご紹介いただきました' },
  lead: {
    en: 'Would you like to know more? Leave your details, and somebody from {company} will get in touch.',
    ja: 'ご興味がございましたら、ご連絡先をお知らせください。{company} の担当者よりご連絡いたします。',
  },
  name: { en: 'Your name', ja: 'お名前' },
  email: { en: 'Work e-mail', ja: '会社のメールアドレス' },
  company: { en: 'Company', ja: '会社名' },
  message: { en: 'What would you like to know? (optional)', ja: 'ご質問・ご要望（任意）' },
  send: { en: 'Ask for a call or mail', ja: '連絡を希望する' },
  leaveEmpty: { en: 'Please leave this empty', ja: 'この欄は空のままにしてください' },
  check: {
    en: 'Nothing was sent yet. Please look at what is marked below.',
    ja: 'まだ送信されていません。下記の項目をご確認ください。',
  },
  nameMissing: { en: 'Please enter your name.', ja: 'お名前をご入力ください。' },
  emailWrong: {
    en: 'Please enter an e-mail address such as name@example.com.',
    ja: 'メールアドレスを name@example.com の形式でご入力ください。',
  },
  companyMissing: { en: 'Please enter your company.', ja: '会社名をご入力ください。' },
  tooLong: {
    en: 'This is too long; at most {most, number} characters.',
    ja: '{most, number} 文字以内でご入力ください。',
  },
  agreeMissing: {
    en: 'We may only get in touch if you agree to it here.',
    ja: 'ご連絡するには、こちらへの同意が必要です。',
  },
  tooOften: {
    en: 'Too much was sent from your network. Nothing was kept; please try again in an hour.',
    ja: '同じネットワークからの送信が多すぎるため、受け付けできませんでした。1 時間後にもう一度お試しください。',
  },
  busy: {
    en: 'This could not be saved just now. Your text is still here; please send it again in a moment.',
    ja: 'ただいま保存できませんでした。入力内容は残っています。少し待ってからもう一度送信してください。',
  },
  thanks: { en: 'Thank you', ja: 'ありがとうございます' },
  thanksText: {
    en: 'Your details have arrived. Somebody from {company} will get in touch with you by e-mail. You can close this page.',
    ja: 'ご登録ありがとうございます。{company} の担当者よりメールでご連絡いたします。このページは閉じていただいて構いません。',
  },
  unknown: { en: 'This link leads nowhere', ja: 'リンクが見つかりません' },
  unknownText: {
    en: 'Please check the address. If somebody gave it to you, ask them to share it once more.',
    ja: 'アドレスをご確認ください。どなたかから受け取った場合は、もう一度お問い合わせください。',
  },
  revoked: { en: 'This link is no longer valid', ja: 'このリンクは無効になりました' },
  revokedText: {
    en: 'If somebody gave it to you, ask them for a new one.',
    ja: 'どなたかから受け取った場合は、新しいリンクについてお問い合わせください。',
  },
} satisfies Record<string, Word>
