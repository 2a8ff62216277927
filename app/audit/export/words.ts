import type { Word } from '#app/platform/words.ts'
import type { ExportFormat, exportStates } from '#db/enums/audit.ts'

export const yesNoWords = {
  yes: { en: 'Yes', ja: 'はい' },
  no: { en: 'No', ja: 'いいえ' },
} satisfies Record<string, Word>

/** What each list is called, on the page of exports and in file names. */
export const exportNames = {
  accounts: { en: 'Accounts', ja: '取引先' },
  contacts: { en: 'Contacts', ja: '連絡先' },
  imports: { en: 'Imports', ja: 'インポート' },
  kept: { en: 'Left by undoing', ja: '取り消されなかったもの' },
  programs: { en: 'Programs', ja: '調査プログラム' },
  waves: { en: 'Waves', ja: '配信' },
  recipients: { en: 'Recipients', ja: '配信対象者' },
  responses: { en: 'Responses', ja: '回答' },
  cases: { en: 'Cases', ja: 'フォローアップ' },
  times: { en: 'Response times', ja: '対応時間' },
  advocates: { en: 'Advocates', ja: 'アンバサダー' },
  asks: { en: 'Asks', ja: 'お願い' },
  askable: { en: 'Who can be asked', ja: 'お願いできるお客様' },
  referrals: { en: 'Referrals', ja: '紹介' },
  rewards: { en: 'Rewards', ja: '特典' },
  advocacy_report: { en: 'Advocacy report', ja: 'アンバサダー活動レポート' },
  people: { en: 'People', ja: 'メンバー' },
  teams: { en: 'Teams', ja: 'チーム' },
  keys: { en: 'API keys', ja: 'APIキー' },
  audit: { en: 'Audit', ja: '操作履歴' },
  suppressions: { en: 'Suppressed addresses', ja: '配信停止アドレス' },
  mail: { en: 'Mail', ja: 'メール' },
  jobs: { en: 'Jobs', ja: 'ジョブ' },
} satisfies Record<string, Word>
export type ExportName = keyof typeof exportNames

export const exportFormatWords: Record<ExportFormat, Word> = {
  csv: { en: 'CSV for Excel (UTF-8)', ja: 'CSV（UTF-8、Excel 用）' },
  sjis: { en: 'CSV for older Excel (Shift_JIS)', ja: 'CSV（Shift_JIS、旧 Excel 用）' },
  json: { en: 'JSON for programs', ja: 'JSON（プログラム用）' },
}

export const exportStateWords: Record<(typeof exportStates)[number], Word> = {
  running: { en: 'Running', ja: '実行中' },
  complete: { en: 'Complete', ja: '完了' },
  aborted: { en: 'Cancelled', ja: '中止' },
  failed: { en: 'Broke off', ja: '失敗' },
  lost: { en: 'Broke off', ja: '中断' },
}

export const exportWords = {
  export: { en: 'Export', ja: 'エクスポート' },
  hint: { en: 'Everything that fits the current filters', ja: '現在の条件に合うすべての行' },
  sjisHint: {
    en: 'Characters it lacks become 〓 and are counted',
    ja: '表せない文字は 〓 に置き換え、件数を表示します',
  },
  mine: { en: 'My exports', ja: 'エクスポート履歴' },
  mineHint: { en: 'What you took out, and what became of it', ja: '自分が書き出したファイルの結果' },
  mineLead: {
    en: 'What you have taken out in the last 90 days. Every export is also in the audit.',
    ja: '過去 90 日間に自分が書き出したものです。すべてのエクスポートは操作履歴にも残ります。',
  },
  none: { en: 'No exports yet', ja: 'エクスポートはまだありません' },
  noneBody: {
    en: 'Above every list there is “Export”: it takes the list with its current filters.',
    ja: '各一覧の上部にある「エクスポート」から、現在の条件のまま書き出せます。',
  },
  list: { en: 'List', ja: '一覧' },
  format: { en: 'Format', ja: '形式' },
  rows: { en: 'Rows', ja: '行数' },
  replaced: { en: 'Replaced characters', ja: '置き換えた文字' },
  state: { en: 'State', ja: '状態' },
  started: { en: 'Started', ja: '開始' },
  nothingHere: { en: 'There is nothing to export here.', ja: '書き出す行がありません。' },
  signIn: { en: 'Sign in to export.', ja: '書き出すにはサインインしてください。' },
  notYours: { en: 'Your role does not include this export.', ja: 'この一覧を書き出す権限がありません。' },
  starting: { en: 'The download begins…', ja: 'ダウンロードを開始しています…' },
  running: {
    en: '{n, plural, one {# row} other {# rows}} so far. Cancel it among your browser’s downloads.',
    ja: '{n, number} 行を書き出しました。中止するにはブラウザーのダウンロードから取り消してください。',
  },
  complete: { en: '{n, plural, one {# row} other {# rows}} exported.', ja: '{n, number} 行を書き出しました。' },
  completeReplaced: {
    en: '{n, plural, one {# row} other {# rows}} exported. {replaced, plural, one {# character that Shift_JIS lacks} other {# characters that Shift_JIS lacks}} became 〓, in {in, plural, one {# row} other {# rows}}. Nothing is lost in UTF-8.',
    ja: '{n, number} 行を書き出しました。Shift_JIS で表せない {replaced, number} 文字（{in, number} 行）を 〓 に置き換えました。UTF-8 ではそのまま残ります。',
  },
  aborted: {
    en: 'Cancelled after {n, plural, one {# row} other {# rows}}.',
    ja: '{n, number} 行で中止しました。',
  },
  broken: {
    en: 'The export broke off after {n, plural, one {# row} other {# rows}}, so the file is not whole. Please try again.',
    ja: '{n, number} 行で中断したため、ファイルは不完全です。もう一度お試しください。',
  },
  notStarted: {
    en: 'The download has not begun. Look at your browser’s downloads, or try again.',
    ja: 'ダウンロードが始まりません。ブラウザーのダウンロードを確認するか、もう一度お試しください。',
  },
  asUtf8: { en: 'Export as UTF-8', ja: 'UTF-8 で書き出す' },
} satisfies Record<string, Word>
