import type { Word } from '#app/platform/words.ts'

/** The words of an invitation's mail beside the survey's own wording. */
export const mailWords = {
  greeting: { en: 'Hello {name},', ja: '{name} 様' },
  greetingShared: { en: 'Hello everybody at {account},', ja: '{account} 御中' },
  howTo: {
    en: 'Choose a number. It takes less than a minute.',
    ja: '数字をお選びください。1 分ほどでご回答いただけます。',
  },
  openPage: { en: 'Open the survey page', ja: 'アンケートのページを開く' },
  whyMe: { en: 'Why you receive this', ja: 'このメールについて' },
  privacy: { en: 'Privacy', ja: 'プライバシーポリシー' },
  unsubscribe: { en: 'Stop these surveys', ja: 'アンケートの配信を停止する' },
  testSubject: { en: '[Test] {subject}', ja: '【テスト】{subject}' },
  testNotice: {
    en: 'This is a test. What you answer here never counts.',
    ja: 'これはテスト配信です。ここでの回答は集計されません。',
  },
} satisfies Record<string, Word>
