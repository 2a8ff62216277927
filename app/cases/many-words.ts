import type { SnoozeSpan } from '#app/cases/snoozing/snooze.ts'
import type { Word } from '#app/platform/words.ts'

export const spanWords: Record<SnoozeSpan, Word> = {
  '1': { en: 'Tomorrow', ja: '明日' },
  '3': { en: 'In three days', ja: '3 日後' },
  monday: { en: 'Next Monday', ja: '来週の月曜日' },
  '7': { en: 'In a week', ja: '1 週間後' },
  '14': { en: 'In two weeks', ja: '2 週間後' },
  '30': { en: 'In a month', ja: '1 か月後' },
}

/** Putting off, tags, and the same for many cases at once. */
export const manyWords = {
  chosen: { en: '{n} chosen', ja: '{n} 件選択中' },
  many: { en: 'Change several at once', ja: 'まとめて変更' },
  putOff: { en: 'Put off', ja: '後回しにする' },
  until: { en: 'Until', ja: '再開する日' },
  putOffHint: {
    en: 'Comes back at 8:00, or earlier when the customer says something or it gets late. The clock goes on.',
    ja: '指定日の 8:00 に一覧へ戻ります。お客様から連絡があったとき、期限を過ぎたときはその時点で戻ります。期限は止まりません。',
  },
  putOffOnly: { en: 'Put off', ja: '後回し中' },
  putOffUntil: { en: 'Put off until {at}', ja: '{at} まで後回し' },
  back: { en: 'Bring back now', ja: '一覧に戻す' },
  tag: { en: 'Tag', ja: 'タグ' },
  addTag: { en: 'Add tag', ja: 'タグを付ける' },
  removeTag: { en: 'Remove tag {tag}', ja: 'タグ「{tag}」を外す' },
  noneChosen: { en: 'Choose at least one case first.', ja: '先に対象を選択してください。' },
  noTag: { en: 'A tag has 1 to 40 characters.', ja: 'タグは 1～40 文字で入力してください。' },
  saidPutOff: { en: 'Put off. It comes back by itself.', ja: '後回しにしました。指定日に一覧へ戻ります。' },
  saidBack: { en: 'Back in the queue.', ja: '一覧に戻しました。' },
  saidTagged: { en: 'Tag added.', ja: 'タグを付けました。' },
  saidUntagged: { en: 'Tag removed.', ja: 'タグを外しました。' },
  done: { en: '{n} changed.', ja: '{n} 件を変更しました。' },
  notDone: { en: '{n} not: {why}', ja: '{n} 件は変更できません：{why}' },
} as const satisfies Record<string, Word>
