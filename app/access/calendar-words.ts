import type { Word } from '#app/platform/words.ts'

export const calendarWords = {
  title: { en: 'Working calendar', ja: '営業カレンダー' },
  hint: { en: 'Working hours, public holidays and days off', ja: '営業時間・祝日・休業日' },
  lead: {
    en: 'Due times of cases count working time only. Times are of {zone}.',
    ja: 'フォローアップの対応期限は、営業時間だけで計算します。時刻は {zone} のものです。',
  },
  week: { en: 'Working hours', ja: '営業時間' },
  open: { en: '{day}: we work', ja: '{day}：営業' },
  from: { en: '{day}, from', ja: '{day}の開始' },
  to: { en: '{day}, until', ja: '{day}の終了' },
  country: { en: 'Public holidays of', ja: '祝日の国' },
  countryHint: {
    en: 'This year’s and the next are days off, and are renewed every month.',
    ja: '今年と来年の祝日を休業日とし、毎月更新します。',
  },
  noCountry: { en: 'No country', ja: '指定しない' },
  example: {
    en: 'A case opened now with normal severity would be due {due}.',
    ja: '重要度「通常」のフォローアップがいま発生した場合の対応期限：{due}',
  },
  daysOff: { en: 'Days off', ja: '休業日' },
  noneOff: { en: 'No days off are known yet.', ja: '休業日はまだ登録されていません。' },
  date: { en: 'Date', ja: '日付' },
  name: { en: 'Name', ja: '名称' },
  nameExample: { en: 'Company anniversary', ja: '創立記念日' },
  addDay: { en: 'Add a day off', ja: '休業日を追加' },
  added: { en: '{name} was added.', ja: '「{name}」を追加しました。' },
  removed: { en: '{name} was removed.', ja: '「{name}」を削除しました。' },
  removeOf: { en: 'Remove {name}', ja: '「{name}」を削除' },
  publicHoliday: { en: 'Public holiday', ja: '祝日' },
  own: { en: 'Own', ja: '自社' },
} satisfies Record<string, Word>
