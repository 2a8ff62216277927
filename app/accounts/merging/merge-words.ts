import type { MovedThing } from '#app/accounts/merging/moved.ts'
import type { Word } from '#app/platform/words.ts'

export const mergeWords = {
  mergeWith: { en: 'Merge with…', ja: '統合…' },
  merge: { en: 'Merge…', ja: '統合…' },
  title: { en: 'Merge {name}', ja: '{name} を統合' },
  titleTwo: { en: 'Merge {a} and {b}', ja: '{a} と {b} を統合' },
  choose: { en: 'Which record is the same?', ja: '重複している登録を選択' },
  searchAccount: { en: 'Name or ID of the other account', ja: 'もう一方の取引先の名前または ID' },
  searchContact: { en: 'Name, address or ID of the other person', ja: 'もう一方の連絡先の氏名・メール・ID' },
  search: { en: 'Search', ja: '検索' },
  likely: { en: 'Probably the same', ja: '重複の候補' },
  found: { en: 'Found', ja: '検索結果' },
  nothing: { en: 'Nobody else is found by that.', ja: '該当する登録はありません。' },
  gone: {
    en: 'That record is not there any more. Choose another.',
    ja: 'その登録はすでに存在しません。別の登録を選択してください。',
  },
  compare: { en: 'Compare', ja: '比較する' },
  stays: { en: 'Stays', ja: '残す登録' },
  goes: { en: 'Is merged into it', ja: '統合される登録' },
  swap: { en: 'Keep the other one instead', ja: '残す登録を入れ替える' },
  values: { en: 'Which values stay', ja: '残す値' },
  valuesHint: {
    en: 'Where both say something else, choose. What only one of them says is kept.',
    ja: '値が異なる項目は、どちらを残すか選択してください。一方にしかない値はそのまま残ります。',
  },
  noneDiffer: { en: 'They contradict each other nowhere.', ja: '値の異なる項目はありません。' },
  filled: { en: 'Taken over, since it was empty', ja: '空欄のため引き継ぐ項目' },
  sameFields: {
    en: 'The same in both, or only in the one that stays: {fields}.',
    ja: '両方で同じ、または残す登録のみにある項目：{fields}',
  },
  idHint: {
    en: 'Imports and the API find this record by either. Lines of the one that does not stay change nothing here, so keep the one that your other system goes on with.',
    ja: 'インポートと API は、どちらの値でもこの登録を見つけます。残さなかった値の行では内容を変更しないため、今後も使う方を残してください。',
  },
  propertiesHint: {
    en: 'Names that only one of them has are kept; this is about those that both have.',
    ja: '一方にしかない項目はすべて残ります。両方にある項目について選択します。',
  },
  moves: { en: 'What moves to {name}', ja: '{name} に移るもの' },
  movesNothing: { en: 'Nothing belongs to the other record.', ja: '移るものはありません。' },
  means: { en: 'What this means', ja: '統合による影響' },
  scores: {
    en: 'Answers keep their score, day and segment: no past month changes.',
    ja: '回答の点数・日付・セグメントは変わらず、過去の月の数値も変わりません。',
  },
  headline: {
    en: 'Both answered the same program. The headline of the last 90 days and 12 months counts each person’s latest answer, so it may change a little.',
    ja: '両方が同じプログラムに回答しています。直近 90 日・12 か月の指標は一人につき最新の回答を数えるため、わずかに変わることがあります。',
  },
  casesJoin: {
    en: 'Both have an open case. The younger one joins the older, with its people, answers and notes; {owner} goes on with it. It counts as one case.',
    ja: '両方に対応中のフォローアップがあります。新しい方の回答者・回答・メモは古い方に移り、{owner} が引き続き担当します。件数は 1 件になります。',
  },
  unsent: {
    en: 'Of {n, plural, one {# invitation} other {# invitations}} that wait to be sent to both, only one for each occasion is sent.',
    ja: '送信待ちの招待が {n} 件あります。同じ機会の招待は 1 通のみ送信します。',
  },
  stricter: {
    en: 'Where they wish for more and less mail, the stricter wish stands, and every hold stays: nobody gets more mail than before.',
    ja: '配信の希望が異なる場合は厳しい方が優先され、配信の停止もすべて引き継ぎます。メールが以前より増えることはありません。',
  },
  links: {
    en: 'Old links, survey links that were sent, and ids of either go on working.',
    ja: '以前のリンク、送信済みのアンケートのリンク、両方の ID は、引き続き使用できます。',
  },
  lost: { en: 'This cannot be undone', ja: '統合は元に戻せません' },
  lostWhat: {
    en: 'The record “{name}” goes for good, with the values that you do not keep. Afterwards nobody can tell any more which of the two a person, an answer or a case belonged to.',
    ja: '「{name}」の登録と、残さない値は完全に削除されます。統合後は、連絡先・回答・フォローアップがどちらの登録のものだったか区別できません。',
  },
  large: {
    en: 'This moves {n, number} rows, so it is done in the background. You can leave; nothing is lost if Koe is restarted meanwhile.',
    ja: '{n, number} 件を移すため、バックグラウンドで処理します。このページを離れてもかまいません。途中で再起動しても失われません。',
  },
  confirmTitle: { en: 'Merge for good?', ja: '統合してよろしいですか？' },
  confirm: { en: 'Merge into {name}', ja: '{name} に統合する' },
  mayNot: { en: 'You cannot merge records', ja: '統合する権限がありません' },
  mayNotBody: {
    en: 'Merging cannot be undone and may move the work of colleagues, so admins and leads do it. Send one of them the address of this page.',
    ja: '統合は元に戻せず、ほかの担当者の業務にも影響するため、管理者とリーダーのみが行えます。このページの URL を管理者またはリーダーにお送りください。',
  },
  said: { en: '“{from}” is merged into “{into}”', ja: '「{from}」を「{into}」に統合しました' },
  already: {
    en: 'Somebody merged these before you. This is where they went.',
    ja: '先にほかの人が統合しました。統合先を表示しています。',
  },
  running: { en: 'Merging', ja: '統合中' },
  runningInto: { en: 'Merging into {name}', ja: '{name} に統合' },
  runningNow: { en: 'Moving everything…', ja: '移しています…' },
  done: { en: 'The two are one now.', ja: '統合が完了しました。' },
  dead: {
    en: 'This merge has stopped. Nothing is lost: both records are still there, some of it has moved. Try again from the preview; an admin finds the cause under Jobs.',
    ja: '統合が中断しました。失われたものはありません。両方の登録が残り、一部のみ移動済みです。プレビューからもう一度お試しください。原因は「ジョブ」で確認できます。',
  },
  open: { en: 'Open the record that stays', ja: '残した登録を開く' },
  since: { en: 'known since', ja: '登録' },
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
} satisfies Record<string, Word>

export const movedWords: Record<MovedThing, Word> = {
  people: { en: 'People', ja: '連絡先' },
  answers: { en: 'Answers', ja: '回答' },
  invitations: { en: 'Invitations', ja: '招待' },
  cases: { en: 'Cases', ja: 'フォローアップ' },
  voices: { en: 'Voices heard elsewhere', ja: 'その他の声' },
  advocates: { en: 'Advocates', ja: 'アンバサダー' },
  wishes: { en: 'Wishes about mail', ja: '配信の希望' },
  choices: { en: 'Choices for waves', ja: '配信対象の指定' },
  holds: { en: 'Holds', ja: '配信の停止' },
  below: { en: 'Accounts below', ja: '下位の取引先' },
}
