import type { Word } from '#app/platform/words.ts'

/** The words of the search over everything. */
export const searchWords = {
  search: { en: 'Search', ja: '検索' },
  open: { en: 'Search everything', ja: 'すべてを検索' },
  label: {
    en: 'People, accounts, cases, programs, comments, actions',
    ja: '連絡先・取引先・フォローアップ・調査・コメント・操作',
  },
  placeholder: { en: 'Search or go to…', ja: '検索・移動…' },
  actions: { en: 'Go to and do', ja: '移動・操作' },
  people: { en: 'People', ja: '連絡先' },
  accounts: { en: 'Accounts', ja: '取引先' },
  cases: { en: 'Cases', ja: 'フォローアップ' },
  programs: { en: 'Programs', ja: '調査プログラム' },
  comments: { en: 'Comments', ja: 'コメント' },
  recent: { en: 'Chosen lately', ja: '最近の選択' },
  results: { en: 'Results', ja: '検索結果' },
  count: {
    en: '{n, plural, =0 {Nothing found} one {# result} other {# results}}',
    ja: '{n, plural, =0 {見つかりません} other {# 件}}',
  },
  nothing: { en: 'Nothing fits “{q}”', ja: '「{q}」に一致するものはありません' },
  nothingHint: {
    en: 'Try the beginning of a name, an address, or one word of a comment.',
    ja: '名前の先頭、メールアドレス、コメント中の語句などでお試しください。',
  },
  start: {
    en: 'Type a name, an address, a word of a comment, or what you want to do.',
    ja: '名前、メールアドレス、コメント中の語句、行いたい操作などを入力してください。',
  },
  failed: {
    en: 'The search failed. Try again in a moment.',
    ja: '検索できませんでした。しばらくしてからお試しください。',
  },
  more: { en: 'Show all', ja: 'すべて表示' },
  forget: { en: 'Clear', ja: '消去' },
  keys: { en: '↑ ↓ to move · Enter to open · Esc to close', ja: '↑ ↓ で移動 · Enter で開く · Esc で閉じる' },
  olderComments: {
    en: 'Only the newest comments were looked through; “Show all” goes on.',
    ja: '新しいコメントのみ検索しました。続きは「すべて表示」から検索できます。',
  },
} satisfies Record<string, Word>
