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
  opened: {
    en: '{person} answered {program} with {score}. Please reply by {due}.',
    ja: '{person} より「{program}」に {score} 点の回答がありました。{due} までにご連絡をお願いします。',
  },
  joined: {
    en: '{person} answered {program} with {score} too, so it joined the open case. Please reply by {due}.',
    ja: '{person} からも「{program}」に {score} 点の回答があり、対応中のフォローアップに追加されました。{due} までにご連絡をお願いします。',
  },
  assigned: {
    en: 'The case was given to you. The latest answer: {person}, {score} in {program}. Reply due: {due}.',
    ja: 'フォローアップの担当になりました。最新の回答：{person}、「{program}」に {score} 点。対応期限：{due}',
  },
  somebody: { en: 'Somebody', ja: 'お客様' },
  personOf: { en: '{name}', ja: '{name} 様' },
  button: { en: 'Open the case', ja: 'フォローアップを開く' },
  note: {
    en: 'You get this mail because the customer is yours to look after. It is for colleagues only; the customer does not see it.',
    ja: 'このメールは担当者に自動で送信されています。社内向けのため、お客様には届きません。',
  },
} satisfies Record<string, Word>
