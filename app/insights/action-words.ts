import type { Word } from '#app/platform/words.ts'

/** What can be done from the search over everything, and other words for it. */
export const actionWords = {
  myQueue: { en: 'My queue', ja: '自分の対応待ち' },
  myQueueAlso: { en: 'cases todo work follow-up', ja: 'フォローアップ フォローアップ タスク 担当' },
  renewalsAlso: { en: 'contract risk churn leave', ja: '契約 更新 解約 リスク' },
  newProgram: { en: 'New program', ja: 'プログラムを作成' },
  newAlso: { en: 'create add make', ja: '新規 追加 登録 作成' },
  newImport: { en: 'Import customers', ja: '顧客を取り込む' },
  importAlso: { en: 'csv upload file excel', ja: 'インポート CSV アップロード ファイル' },
  newAccount: { en: 'New account', ja: '取引先を追加' },
  newContact: { en: 'New contact', ja: '連絡先を追加' },
  imports: { en: 'Imports', ja: '取り込み履歴' },
  invite: { en: 'Invite a colleague', ja: 'メンバーを招待' },
  toEnglish: { en: 'Switch to English', ja: '英語（English）に切り替える' },
  toJapanese: { en: 'Switch to Japanese (日本語)', ja: '日本語に切り替える' },
  toLight: { en: 'Light theme', ja: 'ライト表示にする' },
  toDark: { en: 'Dark theme', ja: 'ダーク表示にする' },
  toSystem: { en: 'Theme as the system', ja: '表示をシステムに合わせる' },
  themeAlso: { en: 'colour color mode appearance switch', ja: 'テーマ 配色 モード 切り替え' },
  signOutAlso: { en: 'log out leave', ja: 'ログアウト 退出' },
} satisfies Record<string, Word>
