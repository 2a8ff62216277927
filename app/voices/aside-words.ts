import type { Word } from '#app/platform/words.ts'

/** Mail that came in and became nobody's voice. */
export const asideWords = {
  title: { en: 'Unassigned mail', ja: '未割り当てのメール' },
  lead: {
    en: 'Mail that came in and fits nobody, or was sent by a machine. It is in no number and nobody is written to; its text is deleted after 30 days.',
    ja: '受信したものの、該当するお客様が見つからないメールや自動送信のメールです。集計の対象にはならず、返信もされません。本文は 30 日後に削除されます。',
  },
  kinds: { en: 'Kinds of mail', ja: 'メールの種類' },
  none: { en: 'Nothing here', ja: '該当するメールはありません' },
  noneText: { en: 'Replies that fit somebody are here:', ja: 'お客様が特定できた返信は、こちらにあります：' },
  waiting: {
    en: '{n, plural, one {# mail fits} other {# mails fit}} nobody',
    ja: '未割り当てのメールが {n} 件あります',
  },
  noSender: { en: '(no sender)', ja: '（差出人なし）' },
  noSubject: { en: '(no subject)', ja: '（件名なし）' },
  text: { en: 'What it says', ja: '本文' },
  unknownAddress: {
    en: 'It was sent to no reply address of ours, or to one that was altered.',
    ja: '返信用アドレス以外、または書き換えられたアドレスに届きました。',
  },
  nobody: {
    en: 'It answers a test, or somebody who is no longer here.',
    ja: 'テスト送信、または現在登録されていない方への返信です。',
  },
  auto_replyWhy: {
    en: 'A machine sent it, say while somebody is away.',
    ja: '不在通知など、自動で送信されたメールです。',
  },
  bounceWhy: { en: 'It says that a mail could not be delivered.', ja: 'メールが配信できなかったことの通知です。' },
  emptyWhy: {
    en: 'Nothing stands in it but what we had written ourselves.',
    ja: 'お送りしたメールの引用以外に、本文がありません。',
  },
  waitingWhy: {
    en: 'Its text has not been fetched from the provider yet. If that goes on, look at the page of background work.',
    ja: 'メールサービスから本文をまだ取得できていません。続く場合は、バックグラウンド処理の画面を確認してください。',
  },
  account: { en: 'Whose is it?', ja: 'どの取引先ですか' },
  assign: { en: 'Assign', ja: '割り当て' },
  remove: { en: 'Delete', ja: '削除' },
  removeTitle: { en: 'Delete this mail?', ja: 'このメールを削除しますか？' },
  removeBody: {
    en: 'Its text, sender and subject are gone for good.',
    ja: '本文・差出人・件名は元に戻せません。',
  },
  noAccount: { en: 'No account is called that.', ja: '該当する取引先がありません。' },
  ambiguous: { en: 'Several accounts are called that.', ja: '同じ名前の取引先が複数あります。' },
  saidAssigned: { en: 'Assigned. Its owner is told.', ja: '割り当てました。担当者に通知されます。' },
  saidDeleted: { en: 'Deleted.', ja: '削除しました。' },
} satisfies Record<string, Word>

export const asideKindWords = {
  unmatched: { en: 'Fits nobody', ja: '該当者なし' },
  auto_reply: { en: 'Automatic replies', ja: '自動返信' },
  bounce: { en: 'Bounces', ja: '不達通知' },
  empty: { en: 'Without words', ja: '本文なし' },
  waiting: { en: 'Not fetched yet', ja: '未取得' },
} satisfies Record<string, Word>
