import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const ja: MailWords = {
  greeting: '{name} 様',
  greetingShared: '{account} 御中',
  howTo: '数字をお選びください。1 分ほどでご回答いただけます。',
  openPage: 'アンケートのページを開く',
  whyMe: 'このメールについて',
  privacy: 'プライバシーポリシー',
  unsubscribe: 'アンケートの配信を停止する',
  testSubject: '【テスト】{subject}',
  testNotice: 'これはテスト配信です。ここでの回答は集計されません。',
}
