import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** What happened to customers' records, by the type of the event. */
export const accountEventWords: Record<string, Word> = {
  'accounts.created': w('Added an account', '取引先を追加'),
  'accounts.changed': w('Changed an account', '取引先を変更'),
  'accounts.moved': w('Changed the owner of an account', '取引先の担当者を変更'),
  'accounts.moved_by_list': w(
    'Changed the owner of an account by import, API or merge',
    'インポート・API・統合により取引先の担当者を変更',
  ),
  'accounts.sales_moved': w('Changed the sales owner of an account', '取引先の副担当を変更'),
  'accounts.move_started': w('Changed the owner of many accounts', '複数の取引先の担当者を変更'),
  'accounts.move_undone': w('Took a change of owners back', '担当者の一括変更を取り消し'),
  'accounts.duplicate_dismissed': w('Judged two records no duplicates', '重複ではないと判断'),
  'accounts.duplicate_restored': w('Took a judgement on duplicates back', '重複の判断を取り消し'),
  'accounts.merged': w('Merged two accounts', '取引先を統合'),
  'accounts.imported': w('Import finished', 'インポートが完了'),
  'accounts.import_uploaded': w('Uploaded a file to import', 'インポートするファイルを登録'),
  'accounts.import_check_started': w('Had an import checked', 'インポートの確認を開始'),
  'accounts.import_started': w('Started an import', 'インポートを開始'),
  'accounts.import_cancelled': w('Cancelled an import', 'インポートを中止'),
  'accounts.import_undo_started': w('Started undoing an import', 'インポートの取り消しを開始'),
  'accounts.import_undo_stopped': w('Stopped undoing an import', 'インポートの取り消しを中断'),
  'accounts.import_undone': w('Import undone', 'インポートの取り消しが完了'),
  'accounts.import_rejects_exported': w('Downloaded rejected lines', '取り込めなかった行をダウンロード'),
  'contacts.created': w('Added a contact', '連絡先を追加'),
  'contacts.changed': w('Changed a contact', '連絡先を変更'),
  'contacts.data_asked': w('Asked for their own data', '本人のデータの閲覧を依頼'),
  'contacts.erased': w('Erased a person', '個人データを削除'),
  'contacts.left': w('Contact left', '連絡先が退職'),
  'contacts.moved': w('Contact moved to another account', '連絡先が別の取引先に異動'),
  'contacts.merged': w('Merged two contacts', '連絡先を統合'),
  'contacts.returned': w('Contact is there after all', '連絡先を在籍に戻す'),
}
