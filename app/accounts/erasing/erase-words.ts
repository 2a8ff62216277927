import type { Word } from '#app/platform/words.ts'

export const eraseWords = {
  erase: { en: 'Erase this person…', ja: '個人データを削除…' },
  title: { en: 'Erase {name}', ja: '{name} さんの個人データの削除' },
  goes: { en: 'What goes', ja: '削除される内容' },
  goesText: {
    en: 'Name, address, phone number, every word they wrote or said, their visits and wishes, mail to them, and what imports, lists and mails to colleagues still say of them. Their open case closes when nobody else is on it. Nothing is sent to the address again. It can’t be undone.',
    ja: '氏名、メールアドレス、電話番号、ご本人が書いた、または話した内容のすべて、アクセスの記録、配信の希望、送信したメール、インポートや一覧・社内メールに残る記載。ほかに対象者のいない対応中のフォローアップは完了します。このアドレスには今後送信されません。元に戻すことはできません。',
  },
  stays: { en: 'What stays', ja: '残る内容' },
  staysText: {
    en: 'Scores with their day, account and segment, as nobody’s: no past number moves. A fingerprint of the address, so that it is never written to. That this person was erased, by whom and when.',
    ja: '点数とその日付・取引先・属性（個人を特定しない形で残り、過去の数値は変わりません）。再送を防ぐためのアドレスの符号。削除した人と日時の記録。',
  },
  goOn: { en: 'Continue', ja: '次へ' },
  sure: { en: 'Erase {name} for good?', ja: '{name} さんの個人データを完全に削除しますか？' },
  sureText: {
    en: 'This is the last question. Nobody can bring the data back, not from a list and not by an undo.',
    ja: '最後の確認です。一覧からも「元に戻す」からも、データを復元することはできません。',
  },
  eraseNow: { en: 'Erase now', ja: '今すぐ削除' },
  keep: { en: 'Keep this person', ja: '削除しない' },
  erased: {
    en: 'Erased. {n, plural, =0 {There were no answers.} one {Their answer counts on as nobody’s.} other {Their # answers count on as nobody’s.}} What only names them elsewhere goes within minutes.',
    ja: '個人データを削除しました。{n, plural, =0 {回答はありませんでした。} other {# 件の回答は、個人を特定しない形で残ります。}}ほかの場所にある記載も、数分以内に削除されます。',
  },
  erasedPerson: { en: 'An erased person', ja: '削除済みの連絡先' },
} satisfies Record<string, Word>
