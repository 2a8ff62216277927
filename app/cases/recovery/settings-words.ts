import type { Word } from '#app/platform/words.ts'

/** The page on which it is set when customers are asked whether it was put right. */
export const recoverySettingsWords = {
  lead: {
    en: 'When a case is resolved, everybody on it who was unhappy is asked one question. Only their answer says whether it was put right.',
    ja: 'フォローアップが解決済みになると、ご不満だった方全員に 1 問だけ質問をお送りします。解決したかどうかは、お客様の回答によってのみ記録されます。',
  },
  when: { en: 'When they are asked', ja: '質問を送る時期' },
  delay: { en: 'Days after resolving', ja: '解決済みにしてからの日数' },
  delayHint: {
    en: 'Sent at the next allowed hour of the person’s own zone. It holds for cases that are resolved from now on.',
    ja: 'お客様の現地時間で、送信可能な時間帯に送信します。これから解決済みにする件に適用されます。',
  },
  question: { en: 'What they are asked', ja: '質問の内容' },
  verdict: {
    en: '4 and 5 mean that it is put right; 1 to 3 open the case again. No answer in 14 days closes it as silent. The contact rules don’t hold for this one question; who wants no surveys, has left or can’t be reached is not asked. The answers are in no score.',
    ja: '4 と 5 は「解決した」、1 ～ 3 の場合はフォローアップを再開します。14 日間回答がなければ「返信なし」として完了します。この質問には配信ルールを適用しませんが、受信を希望されていない方、退職された方、メールが届かない方には送りません。回答はスコアに含まれません。',
  },
  setBy: { en: 'Set by {name}, {when}.', ja: '{name} さんが {when} に設定。' },
  never: { en: 'This is what Koe begins with.', ja: '初期設定です。' },
  unchanged: { en: 'Nothing has changed.', ja: '変更はありません。' },
} satisfies Record<string, Word>
