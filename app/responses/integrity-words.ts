import type { Word } from '#app/platform/words.ts'
import type { touchKinds } from '#db/enums/responses.ts'

/** Why a submission was not taken at its word. */
export const reasonWords: Record<string, Word> = {
  too_fast: { en: 'sent faster than a person reads', ja: '人が読むより速い送信' },
  reused_nonce: { en: 'the same page was sent twice', ja: '同じページからの再送信' },
  older_page: { en: 'sent from an older page', ja: '古いページからの送信' },
  webdriver: { en: 'the browser was driven by a program', ja: 'プログラムが操作するブラウザーからのアクセス' },
  robot: { en: 'it calls itself a robot', ja: 'ロボットを名乗るアクセス' },
  burst: { en: 'several scores were opened within seconds', ja: '数秒のうちに複数の点数のリンクが開かれた' },
  hidden_link: { en: 'a link that no person can see was opened', ja: '人の目に見えないリンクが開かれた' },
  with_unsubscribe: {
    en: 'the score and the way to unsubscribe were opened together',
    ja: '点数と配信停止のリンクが同時に開かれた',
  },
  needs_press: {
    en: 'it would change an answer, and nobody pressed the button',
    ja: '回答が変わるのに、送信ボタンが押されていない',
  },
}

export const touchKindWords: Record<Exclude<(typeof touchKinds)[number], 'person'>, Word> = {
  burst: { en: 'Several scores within seconds', ja: '数秒のうちに複数の点数' },
  with_unsubscribe: { en: 'Score and unsubscribe together', ja: '点数と配信停止を同時に' },
  hidden_link: { en: 'A link that no person can see', ja: '人の目に見えないリンク' },
  robot: { en: 'Robots that say so', ja: 'ロボットを名乗るもの' },
  prefetch: { en: 'Looking ahead (prefetch)', ja: '先読み' },
  head: { en: 'Only asking whether the page is there (HEAD)', ja: '存在確認のみ（HEAD）' },
}

export const integrityWords = {
  revisions: { en: 'What was sent', ja: '送信の履歴' },
  count: { en: 'Count it', ja: '集計に入れる' },
  drop: { en: 'Drop it', ja: '破棄する' },
  countTitle: { en: 'Count this {score} as the answer?', ja: '{score} 点を回答として集計しますか。' },
  countBody: {
    en: 'You say that the person meant it. It enters the numbers on the day on which it was given, and what follows from an answer happens now: a case if it is unhappy, a candidate if it is happy.',
    ja: 'ご本人の意思による回答として扱います。回答された日の数字に反映され、不満ならフォローアップ、満足なら候補者の登録が、いま行われます。',
  },
  countInstead: {
    en: 'The {from} that counts now is replaced by it, and stays in this list.',
    ja: '現在集計されている {from} 点と置き換わります。{from} 点はこの履歴に残ります。',
  },
  saidCounted: { en: 'The {score} counts now.', ja: '{score} 点を集計に入れました。' },
  saidDropped: { en: 'Dropped. It stays in this list.', ja: '破棄しました。履歴には残ります。' },
  saidKept: { en: 'It is in quarantine again.', ja: '保留に戻しました。' },
  waits: {
    en: 'This person has not confirmed the answer. It is in no number.',
    ja: 'ご本人による確定がまだのため、どの数字にも含まれていません。',
  },
  ledger: { en: 'Clicks and answers', ja: 'クリックと回答の見分け' },
  ledgerLead: {
    en: 'The last {days} days. Mail gateways open links; only people count.',
    ja: '直近 {days} 日。メールの検査装置もリンクを開きますが、集計されるのは人の回答だけです。',
  },
  ignored: { en: 'Visits of scanners, ignored', ja: '無視した自動アクセス' },
  noneIgnored: { en: 'None', ja: 'なし' },
  openClicks: { en: 'Unconfirmed clicks', ja: '未確認のクリック' },
  toDecide: { en: 'Tentative or in quarantine', ja: '仮・保留中の回答' },
  atLeast: { en: '{n, number}+', ja: '{n, number} 以上' },
  mode: { en: 'What counts', ja: '回答とみなす操作' },
  clicksLead: {
    en: 'They followed the link of a score and did nothing more. These are in no number, and no follow-up comes of them.',
    ja: '点数のリンクを開いただけの方です。どの数字にも含まれず、フォローアップも作成されません。',
  },
  noClicks: { en: 'No unconfirmed clicks', ja: '未確認のクリックはありません' },
  noClicksText: {
    en: 'Whoever followed a score in the last {days} days has answered, or was a machine.',
    ja: '直近 {days} 日に点数のリンクを開いた方は、回答済みか、自動アクセスでした。',
  },
  score: { en: 'Score', ja: '点数' },
  clickedAt: { en: 'Clicked', ja: 'クリック日時' },
} satisfies Record<string, Word>

export const responseErrors = {
  revision_settled: {
    en: 'Somebody, or the quiet time, has decided on this one meanwhile. Look at the list again.',
    ja: 'この送信の扱いは、すでに決まっています。一覧を確認してください。',
  },
  answer_withdrawn: {
    en: 'The person took their answer back. Only they can give it again.',
    ja: 'ご本人が回答を取り消しています。あらためて回答できるのはご本人だけです。',
  },
} satisfies Record<string, Word>
