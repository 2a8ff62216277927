import type { Word } from '#app/platform/words.ts'

/** The page on which a customer approves what would be published. */
export const approvalWords = {
  title: { en: 'May we publish this?', ja: 'この内容を公開してもよろしいですか？' },
  lead: {
    en: 'This is exactly what {company} would publish. Nothing is published unless you approve it.',
    ja: '{company} が公開する内容は次のとおりです。ご承認いただかない限り、公開されることはありません。',
  },
  change: { en: 'Change the wording or what is shown of you', ja: '文面や表示する情報を変更する' },
  wording: { en: 'Wording', ja: '文面' },
  shown: { en: 'Shown under it', ja: '併記する情報' },
  name: { en: 'My name: {is}', ja: '氏名：{is}' },
  jobTitle: { en: 'My title: {is}', ja: '役職：{is}' },
  company: { en: 'My company: {is}', ja: '会社名：{is}' },
  logo: { en: 'The logo of my company', ja: '会社のロゴ' },
  preview: { en: 'See how it looks', ja: '表示を確認する' },
  previewed: {
    en: 'This is how it looks now. Nothing is saved yet.',
    ja: '変更後の表示です。まだ保存されていません。',
  },
  approve: { en: 'I approve', ja: '承認する' },
  decline: { en: 'No, do not publish', ja: '公開を辞退する' },
  stop: { en: 'And do not ask me about publishing again', ja: '今後、掲載に関する依頼を希望しません' },
  needed: { en: 'Please leave some words, at most {n} characters.', ja: '文面を {n} 文字以内で入力してください。' },
  approvedTitle: { en: 'Thank you, you approved this', ja: 'ご承認いただき、ありがとうございます' },
  approvedText: {
    en: '{company} may publish exactly this. If we change a word, we ask you again.',
    ja: '{company} はこの内容をそのまま公開します。変更する場合は、あらためてご確認をお願いいたします。',
  },
  publishedTitle: { en: 'This is published', ja: '現在公開中の内容です' },
  publishedText: {
    en: 'You approved it. You can take it back at any time; it is then gone at once.',
    ja: 'ご承認いただいた内容です。いつでも取り下げることができ、ただちに非公開になります。',
  },
  back: { en: 'Take it back', ja: '取り下げる' },
  backText: {
    en: 'Then it is not published, or no longer.',
    ja: '取り下げると、公開されません（公開中の場合はただちに非公開になります）。',
  },
  declinedTitle: { en: 'Noted: we will not publish it', ja: '承りました。公開いたしません' },
  declinedText: { en: 'Thank you for telling us.', ja: 'お知らせいただき、ありがとうございました。' },
  withdrawnTitle: { en: 'Taken back', ja: '取り下げました' },
  withdrawnText: {
    en: 'It is not published, and will not be.',
    ja: '公開されておらず、今後も公開されることはありません。',
  },
  reworkedTitle: { en: 'The wording is being changed', ja: '文面を変更しています' },
  reworkedText: {
    en: 'What this link came with is no longer what we would publish. If we would like to publish something, you get a new mail first.',
    ja: 'このリンクでお送りした内容は変更されました。公開を希望する場合は、あらためてメールでご確認をお願いいたします。',
  },
  changed: {
    en: 'It was changed meanwhile, so nothing was saved. Please read it again.',
    ja: '表示中に内容が変更されたため、保存されませんでした。もう一度ご確認ください。',
  },
} satisfies Record<string, Word>
