import type { KeptKind, KeptReason } from '#app/accounts/undo/kept.ts'
import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** Taking an import back. */
export const undoWords = {
  title: w('Undo this import', 'インポートの取り消し'),
  act: w('Undo this import', 'このインポートを取り消す'),
  open: w('Undo this import…', 'このインポートを取り消す…'),
  rest: w('Undo the rest…', '残りを取り消す…'),
  until: w('It can be undone until {date}.', '{date} まで取り消せます。'),
  gone: w(
    'It can’t be undone any more: what was there before was kept until {date}.',
    '取り消しはできません。取り込み前の内容の保存は {date} で終了しました。',
  ),
  goneUnknown: w(
    'It can’t be undone: what was there before is not kept.',
    '取り消しはできません。取り込み前の内容が保存されていません。',
  ),
  stopped: w(
    'Undoing was stopped: {steps, number} of {total, number} batches are taken back, the newest first.',
    '取り消しを中断しました。{total, number} 件のバッチのうち {steps, number} 件を、新しい順に取り消し済みです。',
  ),
  lead: w(
    'What this import added goes, and what it changed is put back as it was. Whatever has happened since stays: nobody loses later work.',
    'このインポートで追加したものを削除し、変更したものを元に戻します。その後に行われた作業や変更は、失われません。',
  ),
  counting: w('Counting what would be undone', '取り消す内容を数えています'),
  countTitle: w('This is a large import', '大きなインポートです'),
  countBody: w(
    'Koe first counts what would go and what would stay. Nothing is changed by that.',
    'まず、削除・復元されるものと残るものを数えます。この時点では何も変更しません。',
  ),
  count: w('Count', '数える'),
  countAgain: w('Count again', '数え直す'),
  countedAt: w('Counted {when}', '{when} に計算'),
  whatHappens: w('What will happen', '取り消しの内容'),
  goes: w('Removed', '削除'),
  back: w('Put back', '復元'),
  stay: w('Left as they are', 'そのまま'),
  staysWhy: w('What stays, and why', '残るものとその理由'),
  preferences: w(
    '{n, plural, one {# opt-out that the file brought is} other {# opt-outs that the file brought are}} taken back: these people may get mail again.',
    'このファイルで登録した配信停止 {n, number} 件を取り消します。該当する方には、再びメールを送れるようになります。',
  ),
  preferencesDone: w(
    '{n, plural, one {# opt-out} other {# opt-outs}} taken back: these people may get mail again.',
    '配信停止 {n, number} 件を取り消しました。該当する方には、再びメールを送れます。',
  ),
  program: w(
    'The program that was made for these answers goes with them.',
    '回答のために作成したプログラムも削除します。',
  ),
  programDone: w(
    'The program that was made for these answers went with them.',
    '回答のために作成したプログラムも削除しました。',
  ),
  topics: w(
    '{n, plural, one {# topic} other {# topics}} that somebody corrected on these answers will be lost.',
    'これらの回答で手動修正したトピック {n, number} 件が失われます。',
  ),
  nothing: w(
    'Nothing would be taken back: everything has changed since, or is gone.',
    '取り消せるものはありません。すべて、その後に変更または削除されています。',
  ),
  later: w('There are later imports', '後から行ったインポートがあります'),
  laterBody: w(
    'What they changed stays. To go back all the way, undo the newest first.',
    'それらが変更した内容は残ります。完全に元に戻すには、新しいものから順に取り消してください。',
  ),
  confirmTitle: w('Undo “{file}”?', '「{file}」を取り消しますか？'),
  confirmRows: w(
    'Removed: {list}. This can’t be taken back, except by importing the file again.',
    '削除：{list}。この操作は元に戻せません（ファイルを再度取り込むことはできます）。',
  ),
  confirmBack: w('Put back as they were: {list}.', '元に戻す：{list}。'),
  confirm: w('Undo the import', '取り消しを実行'),
  keep: w('Keep it', 'やめる'),
  undoing: w('Taking it back', '取り消しています'),
  stop: w('Stop', '中断'),
  stopSaid: w('Undoing was stopped.', '取り消しを中断しました。'),
  givenUp: w(
    'The work stopped because of an error on our side. What is taken back stays so; go on to take back the rest.',
    'システムのエラーで処理が止まりました。取り消し済みの内容はそのままです。「再開」で残りを取り消せます。',
  ),
  undone: w('This import was undone.', 'このインポートは取り消しました。'),
  undoneBody: w('The same file can be imported again.', '同じファイルを再度取り込めます。'),
  by: w('{name}, {when}', '{name}、{when}'),
  accounts: w('Accounts', '取引先'),
  contacts: w('People', '連絡先'),
  accountsN: w('{n, plural, one {# account} other {# accounts}}', '取引先 {n, number} 件'),
  contactsN: w('{n, plural, one {# person} other {# people}}', '連絡先 {n, number} 人'),
  answersN: w('{n, plural, one {# answer} other {# answers}}', '回答 {n, number} 件'),
  and: w(', ', '、'),
  programsN: w('{n, plural, one {# program} other {# programs}}', 'プログラム {n, number} 件'),
  what: w('What', '種類'),
  name: w('Name', '名称'),
  why: w('Why it stays', '残る理由'),
  number: w('Number', '件数'),
  importColumn: w('Koe ID', 'Koe ID'),
} satisfies Record<string, Word>

export const keptKindWords: Record<KeptKind, Word> = {
  account: w('Account', '取引先'),
  contact: w('Person', '連絡先'),
  answer: w('Answer', '回答'),
  program: w('Program', 'プログラム'),
}

/** Why something stays. `later` and `blocked` stand for some columns of a row. */
export const keptReasonWords: Record<KeptReason, Word> = {
  erased: w('Was erased', '個人情報を消去済み'),
  merged: w('Was merged with another', '別のものと統合済み'),
  case: w('Has a case', 'フォローアップがある'),
  answered: w('Has answers', '回答がある'),
  invited: w('Was invited or written to', '招待・連絡済み'),
  advocate: w('Is an advocate or candidate', 'アンバサダーまたは候補'),
  voice: w('Something they said is written down', '声の記録がある'),
  wish: w('Has said what mail they want', '配信の希望を登録済み'),
  chosen: w('Was chosen or left out for a wave', '配信の対象者として指定・除外済み'),
  hold: w('Is on hold', '保留中'),
  edited: w('Was changed since: by hand, by another import or by the API', 'その後に変更（手動・別のインポート・API）'),
  sponsor: w('Is the sponsor of an account that stays', '残る取引先のスポンサー'),
  successor: w('Took over from somebody', '後任者として登録済み'),
  people: w('Has people who stay', '残る連絡先がいる'),
  below: w('Stands above an account that stays', '残る取引先の親会社'),
  used: w('Is in use', '使用中'),
  later: w(
    'Some fields were changed since: they keep their later values',
    '一部の項目はその後に変更されたため、新しい値のまま',
  ),
  blocked: w(
    'Some fields can’t go back: what they held is gone or taken',
    '一部の項目は元の値に戻せない（削除済み・使用中）',
  ),
}

export const keptColumnWords = {
  later: w('Changed since, so it keeps its later value: {fields}', 'その後に変更されたため、新しい値のまま：{fields}'),
  blocked: w(
    'Can’t go back, since what it held is gone or taken: {fields}',
    '元の値が削除済みまたは使用中のため、戻せない項目：{fields}',
  ),
} satisfies Record<string, Word>
