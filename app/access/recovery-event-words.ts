import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** Events of people on a case: of the question whether it was put right, and of those who leave it. */
export const recoveryEventWords: Record<string, Word> = {
  'cases.person_withdrew': w('Person of a case took the answer back', 'フォローアップの対象者が回答を取り消し'),
  'cases.person_erased': w('Person of a case erased', 'フォローアップの対象者を削除'),
  'cases.asked_again': w('Asked whether it was put right', '解決の確認を質問'),
  'cases.recovered': w('Customer says it is put right', 'お客様が「解決した」と回答'),
  'cases.not_recovered': w('Customer says it is not put right', 'お客様が「まだ解決していない」と回答'),
  'cases.recovery_withdrawn': w('Customer took the answer to the re-ask back', 'お客様が解決の確認への回答を取り消し'),
  'cases.recovery_silent': w('Customer did not say whether it is put right', '解決の確認に回答なし'),
  'cases.recovery_spared': w('Took somebody out of the re-ask', '解決の確認の対象から除外'),
  'cases.recovery_unspared': w('Put somebody back into the re-ask', '解決の確認の対象に戻す'),
  'cases.recovery_delay_set': w('Set when customers are asked again', '解決の確認を送るまでの日数を変更'),
}
