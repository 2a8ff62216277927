import type { Word } from '#app/platform/words.ts'

/** What a colleague is told of a case, beside what the mails of opened and assigned cases say. */
export const caseNoticeWords = {
  mentioned: { en: '{author} mentioned you: {name}', ja: '{author} さんがメモであなたに言及しました：{name}' },
  mentionedBySomebody: { en: 'A colleague mentioned you: {name}', ja: 'メモであなたへの言及がありました：{name}' },
  reply75: { en: '{name}: the first reply is due soon', ja: '{name}：初回連絡の期限が近づいています' },
  reply100: { en: '{name}: the first reply is late', ja: '{name}：初回連絡の期限を過ぎています' },
  reply200: {
    en: '{name}: the first reply takes more than twice the time promised',
    ja: '{name}：初回連絡に、定めた時間の 2 倍以上かかっています',
  },
  resolve75: { en: '{name}: it should be resolved soon', ja: '{name}：解決の期限が近づいています' },
  resolve100: { en: '{name}: it is not resolved in time', ja: '{name}：解決の期限を過ぎています' },
  resolve200: {
    en: '{name}: resolving it takes more than twice the time promised',
    ja: '{name}：解決までに、定めた時間の 2 倍以上かかっています',
  },
  standIn: { en: '{said} (you stand in for {owner})', ja: '{said}（{owner} さんの代理）' },
  mentionBody: {
    en: 'The note above was written for you on this case. It is not seen by the customer.',
    ja: 'フォローアップに、あなた宛てのメモが追加されました。お客様には表示されません。',
  },
  due: { en: 'Due', ja: '期限' },
  owner: { en: 'In whose hands', ja: '担当' },
  warningBody: { en: 'Three quarters of the time promised are over.', ja: '定めた時間の 4 分の 3 が経過しました。' },
  lateBody: {
    en: 'The customer still waits. If the owner can’t, please help, or give the case to somebody who can.',
    ja: 'お客様はまだお待ちです。担当者の対応が難しい場合は、支援または担当の変更をお願いします。',
  },
  note: {
    en: 'You get this mail as you chose it under Settings, Notifications. It is for colleagues only.',
    ja: 'このメールは「設定」の「通知」での選択に従って送信されています。社内向けのため、お客様には届きません。',
  },
} satisfies Record<string, Word>
