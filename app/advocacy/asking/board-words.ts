import type { Word } from '#app/platform/words.ts'

/** The pipeline of asks as a board. */
export const boardWords = {
  board: { en: 'Board', ja: 'ボード' },
  list: { en: 'List', ja: '一覧' },
  views: { en: 'How asks are shown', ja: '表示の切り替え' },
  lead: {
    en: 'Where each ask stands. One that was agreed to and has happened goes to “Done”: by its button, or by dragging its card.',
    ja: 'お願いの進み具合です。承諾いただいた内容が実施されたら、ボタンまたはドラッグで「実施済み」に移します。',
  },
  ended: { en: 'No yes', ja: '見送り' },
  mine: { en: 'Only mine', ja: '自分の分のみ' },
  whose: { en: 'Whose', ja: '依頼者' },
  everybody: { en: 'Everybody’s', ja: '全員' },
  more: { en: 'All in the list', ja: '一覧ですべて表示' },
  empty: { en: 'Nothing here', ja: '該当なし' },
  write: { en: 'Write', ja: '作成' },
  note: { en: 'Note', ja: '記録' },
  until: { en: 'until {time}', ja: '{time} まで' },
  column: { en: '{name}: {n}', ja: '{name}：{n}' },
  moving: { en: 'Moving', ja: '移動中' },
} satisfies Record<string, Word>
