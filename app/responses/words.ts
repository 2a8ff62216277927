import type { Word } from '#app/platform/words.ts'
import type { evidences, responseStates, standings } from '#db/enums/responses.ts'

export const stateWords: Record<(typeof responseStates)[number] | 'test', Word> = {
  unconfirmed: { en: 'Not confirmed', ja: '未確認' },
  counted: { en: 'Counted', ja: '集計対象' },
  withdrawn: { en: 'Withdrawn', ja: '取り消し済み' },
  test: { en: 'Test', ja: 'テスト' },
}

export const evidenceWords: Record<(typeof evidences)[number], Word> = {
  explicit: { en: 'pressed by the person', ja: '本人が送信' },
  implicit: { en: 'seen on the page', ja: 'ページ上の操作' },
  import: { en: 'imported', ja: '取り込み' },
  staff: { en: 'entered by a colleague', ja: '社内で入力' },
}

export const standingWords: Record<(typeof standings)[number], Word> = {
  tentative: { en: 'Tentative', ja: '仮' },
  accepted: { en: 'Accepted', ja: '採用' },
  quarantined: { en: 'Quarantined', ja: '保留' },
  dropped: { en: 'Dropped', ja: '破棄' },
  superseded: { en: 'Replaced later', ja: '変更前' },
  withdrawn: { en: 'Withdrawn', ja: '取り消し済み' },
}

/** Why a submission was not taken at its word. */
export const reasonWords: Record<string, Word> = {
  too_fast: { en: 'sent faster than a person reads', ja: '人が読むより速い送信' },
  reused_nonce: { en: 'the same page was sent twice', ja: '同じページからの再送信' },
  older_page: { en: 'sent from an older page', ja: '古いページからの送信' },
}

export const channelWords: Record<string, Word> = {
  email: { en: 'Mail', ja: 'メール' },
  api: { en: 'API', ja: 'API' },
  link: { en: 'Link', ja: 'リンク' },
  widget: { en: 'Widget', ja: 'ウィジェット' },
  import: { en: 'Import', ja: '取り込み' },
  manual: { en: 'By hand', ja: '手入力' },
}

export const responseWords = {
  improve: { en: 'One thing to improve', ja: '改善してほしい点' },
  saidMore: { en: 'Further answers', ja: '追加の質問への回答' },
  answers: { en: '{n, plural, one {# further answer} other {# further answers}}', ja: '追加の回答 {n} 件' },
  askedOf: { en: 'Asked of: {class}', ja: '対象：{class}' },
  heard: { en: 'Heard elsewhere', ja: 'アンケート以外の声' },
  heardHidden: { en: 'Without voices heard elsewhere', ja: 'アンケート以外の声を除く' },
  responses: { en: 'Responses', ja: '回答' },
  response: { en: 'Response', ja: '回答' },
  lead: { en: 'What customers said, the newest first.', ja: 'お客様の声を新しい順に表示します。' },
  leadNoNames: {
    en: 'What customers said, the newest first. Your role reads without names.',
    ja: 'お客様の声を新しい順に表示します。お名前は表示されません。',
  },
  leadSomeNames: {
    en: 'What customers said, the newest first. Your role reads unhappy answers without names.',
    ja: 'お客様の声を新しい順に表示します。不満の回答はお名前なしで表示されます。',
  },
  class: { en: 'Class', ja: '区分' },
  high: { en: 'Promoters, satisfied', ja: '推奨者・満足' },
  mid: { en: 'Passives', ja: '中立者' },
  low: { en: 'Detractors, unhappy', ja: '批判者・不満' },
  program: { en: 'Program', ja: 'プログラム' },
  metric: { en: 'Metric', ja: '指標' },
  state: { en: 'State', ja: '状態' },
  from: { en: 'From', ja: '開始日' },
  to: { en: 'To', ja: '終了日' },
  withComment: { en: 'With a comment', ja: 'コメントあり' },
  withoutComment: { en: 'Only a score', ja: 'コメントなし' },
  comment: { en: 'Comment', ja: 'コメント' },
  period: { en: 'Period', ja: '期間' },
  twoDays: { en: 'From one day to another', ja: '期間を指定' },
  lastDays: { en: 'Last {n, number} days', ja: '直近 {n, number} 日' },
  tier: { en: 'Tier when answering', ja: '回答時のランク' },
  region: { en: 'Region when answering', ja: '回答時の地域' },
  stage: { en: 'Stage when answering', ja: '回答時のステージ' },
  owner: { en: 'Owner when answering', ja: '回答時の担当者' },
  language: { en: 'Language', ja: '言語' },
  english: { en: 'English', ja: '英語' },
  japanese: { en: 'Japanese', ja: '日本語' },
  case: { en: 'Case', ja: 'フォローアップ' },
  withCase: { en: 'With a case', ja: 'フォローアップあり' },
  withoutCase: { en: 'Without a case', ja: 'フォローアップなし' },
  notKnown: { en: 'Not known', ja: '不明' },
  noOwner: { en: 'Nobody', ja: '担当者なし' },
  inNumbers: { en: 'In the numbers', ja: '集計対象のみ' },
  latestOnly: { en: 'Each person’s latest', ja: '各人の最新の回答のみ' },
  oneWave: { en: 'One wave', ja: '配信を指定' },
  found: { en: '{n, plural, one {# answer} other {# answers}}', ja: '{n, number} 件の回答' },
  foundMore: { en: '{n, number} answers or more', ja: '{n, number} 件以上の回答' },
  showFound: { en: 'Show the answers', ja: '回答を表示' },
  countedNewest: {
    en: 'Numbers with + count the newest answers only.',
    ja: '「+」付きの件数は、新しい回答だけを数えたものです。',
  },
  view: { en: 'View', ja: '表示方法' },
  stream: { en: 'Stream', ja: 'カード' },
  asTable: { en: 'Table', ja: '表' },
  keys: {
    en: 'Keys: j and k move, Enter opens.',
    ja: 'キー操作：j・k で移動、Enter で開きます。',
  },
  search: { en: 'Words in the comment', ja: 'コメント内の語句' },
  answersOf: { en: 'All answers of:', ja: 'この方・取引先の回答を表示：' },
  searchBuilding: {
    en: 'The search is being built: older answers are not in it yet.',
    ja: '検索用の索引を作成中です。古い回答はまだ検索に含まれていません。',
  },
  searchBehind: {
    en: 'The newest answers are still on their way into the search.',
    ja: '最新の回答は、まもなく検索に反映されます。',
  },
  lookedTo: {
    en: 'Looked through the answers back to {day}.',
    ja: '{day} までの回答を検索しました。',
  },
  lookFurther: { en: 'Look through older ones', ja: 'さらに古い回答を検索' },
  account: { en: 'Account', ja: '取引先' },
  person: { en: 'Person', ja: 'お客様' },
  oneAccount: { en: 'One account', ja: '取引先を指定' },
  onePerson: { en: 'One person', ja: 'お客様を指定' },
  noComment: { en: 'No comment, only the score.', ja: 'コメントなし（点数のみ）' },
  hiddenName: { en: 'Name not shown', ja: 'お名前は非表示' },
  unknownPerson: { en: 'Unknown person', ja: '不明な回答者' },
  outside: { en: 'outside the numbers', ja: '集計対象外' },
  empty: { en: 'No answers yet', ja: '回答はまだありません' },
  emptyText: {
    en: 'Launch a program, and what customers say appears here the moment they answer.',
    ja: 'プログラムを開始すると、お客様の回答がすぐにここへ表示されます。',
  },
  toPrograms: { en: 'Go to programs', ja: 'プログラムへ' },
  emptyFiltered: { en: 'No answer fits these filters', ja: '条件に合う回答はありません' },
  showAll: { en: 'Show all answers', ja: 'すべての回答を表示' },
  question: { en: 'The question', ja: '質問' },
  facts: { en: 'About this answer', ja: '回答の情報' },
  answered: { en: 'Answered', ja: '回答日時' },
  invited: { en: 'Invited', ja: '案内日時' },
  channel: { en: 'Channel', ja: '経路' },
  version: { en: 'Wording', ja: '文面' },
  versionNumber: { en: 'version {n}', ja: '第 {n} 版' },
  atAnswering: { en: 'When answering', ja: '回答時点の属性' },
  revisions: { en: 'Revisions', ja: '変更履歴' },
  revision: { en: 'Score {score}, {evidence}', ja: '{score} 点（{evidence}）' },
  openCase: { en: 'Open the case', ja: 'フォローアップを開く' },
  saysMore: { en: 'Everything of this account', ja: 'この取引先の回答をすべて見る' },
} satisfies Record<string, Word>
