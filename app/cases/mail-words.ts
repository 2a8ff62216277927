import type { Word } from '#app/platform/words.ts'

/** The mail to the owner of a case. */
export const caseMailWords = {
  openedSubject: {
    en: '{name} is unhappy ({score}) and waits for you',
    ja: '{name} から {score} 点の回答がありました',
  },
  joinedSubject: { en: '{name}: another unhappy answer ({score})', ja: '{name}：新たに {score} 点の回答がありました' },
  assignedSubject: { en: '{name} is now your case', ja: '{name} のフォローアップの担当になりました' },
  mergedSubject: { en: '{name}: two cases are one now', ja: '{name}：2 件のフォローアップを 1 件に統合しました' },
  merged: {
    en: 'Two records of this customer were merged, so their cases became one, and it is yours. The latest answer: {person}, {score} in {program}. Reply due: {due}.',
    ja: '同じお客様の重複した登録を統合したため、フォローアップも 1 件にまとめました。担当はあなたです。最新の回答：{person}、「{program}」に {score} 点。対応期限：{due}',
  },
  notRecoveredSubject: {
    en: '{name}: not put right yet ({score})',
    ja: '{name}：まだ解決していないとのご回答（{score} 点）',
  },
  notRecovered: {
    en: '{person} was asked whether it is put right, and says: not yet ({score} of 5). The case is open again. Please get in touch.',
    ja: '{person} に解決の確認をお願いしたところ、まだ解決していないとのご回答でした（5 点中 {score} 点）。フォローアップを再開しましたので、ご連絡をお願いします。',
  },
  opened: {
    en: '{person} answered {program} with {score}. Please reply by {due}.',
    ja: '{person} より「{program}」に {score} 点の回答がありました。{due} までにご連絡をお願いします。',
  },
  contradicts: {
    en: '{person} answered {program} with {score}, but the comment contradicts it: somebody is unhappy here. Please reply by {due}.',
    ja: '{person} より「{program}」に {score} 点の回答がありましたが、コメントの内容は点数と食い違い、ご不満の様子です。{due} までにご連絡をお願いします。',
  },
  joined: {
    en: '{person} answered {program} with {score} too, so it joined the open case. Please reply by {due}.',
    ja: '{person} からも「{program}」に {score} 点の回答があり、対応中のフォローアップに追加されました。{due} までにご連絡をお願いします。',
  },
  assigned: {
    en: 'The case was given to you. The latest answer: {person}, {score} in {program}. Reply due: {due}.',
    ja: 'フォローアップの担当になりました。最新の回答：{person}、「{program}」に {score} 点。対応期限：{due}',
  },
  openedHeardSubject: { en: '{name} is unhappy and waits for you', ja: '{name} から不満の声が届いています' },
  joinedHeardSubject: { en: '{name}: another unhappy voice', ja: '{name}：新たに不満の声が届きました' },
  openedHeard: {
    en: '{person} said this outside a survey, and a colleague opened a case of it. Please reply by {due}.',
    ja: '{person} よりアンケート以外で伺った声をもとに、フォローアップが開始されました。{due} までにご連絡をお願いします。',
  },
  somebody: { en: 'Somebody', ja: 'お客様' },
  personOf: { en: '{name}', ja: '{name} 様' },
  button: { en: 'Open the case', ja: 'フォローアップを開く' },
  note: {
    en: 'You get this mail because the customer is yours to look after. It is for colleagues only; the customer does not see it.',
    ja: 'このメールは担当者に自動で送信されています。社内向けのため、お客様には届きません。',
  },
} satisfies Record<string, Word>

/** The mail that brings a customer's reply. */
export const replyMailWords = {
  subject: { en: '{name} replied by mail', ja: '{name} からメールで返信がありました' },
  body: {
    en: '{person} replied to the mail instead of pressing a score.',
    ja: '{person} より、スコアの選択ではなくメールで返信をいただきました。',
  },
  otherSender: {
    en: 'The reply came from {sender}, not from the address that {name} was asked at. Please see for yourself who wrote it.',
    ja: '{name} にお送りした宛先とは別のアドレス（{sender}）から返信が届きました。どなたからの返信かご確認ください。',
  },
  noScore: {
    en: 'No score was made of it, and it is in no NPS.',
    ja: 'スコアには換算されず、NPS にも含まれません。',
  },
  onCase: { en: 'It stands in the timeline of the open case.', ja: '対応中のフォローアップの履歴に追加されています。' },
  button: { en: 'Read the reply', ja: '返信を読む' },
} satisfies Record<string, Word>
