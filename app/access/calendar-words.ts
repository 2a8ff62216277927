import type { Word } from '#app/platform/words.ts'

export const calendarWords = {
  all: { en: 'Working calendars', ja: '営業カレンダー' },
  allLead: {
    en: 'A case runs by the calendar of its owner. Who has none of their own goes by the organisation’s.',
    ja: 'フォローアップの期限は、担当者のカレンダーで計算します。個別の指定がないメンバーには、組織のカレンダーを使います。',
  },
  title: { en: 'Working calendar', ja: '営業カレンダー' },
  main: { en: 'The organisation’s', ja: '組織の標準' },
  calendarName: { en: 'Name', ja: '名称' },
  calendarNameExample: { en: 'Support in Berlin', ja: 'ベルリンのサポート' },
  zone: { en: 'Time zone', ja: 'タイムゾーン' },
  people: { en: 'People', ja: 'メンバー' },
  holidays: { en: 'Holidays of', ja: '祝日' },
  another: { en: 'One more calendar', ja: 'カレンダーを追加' },
  anotherHint: {
    en: 'For colleagues in another country, or with other hours. It begins with the organisation’s week.',
    ja: '別の国のメンバーや、勤務時間の異なるメンバーのためのカレンダーです。はじめは組織と同じ曜日・時間になります。',
  },
  made: {
    en: '{name} was made. Now choose its hours and holidays.',
    ja: '「{name}」を作成しました。続けて営業時間と祝日を設定してください。',
  },
  nameAndZone: { en: 'Name and time zone', ja: '名称とタイムゾーン' },
  removeCalendar: { en: 'Remove this calendar', ja: 'このカレンダーを削除' },
  removedCalendar: { en: 'The calendar was removed.', ja: 'カレンダーを削除しました。' },
  ofPerson: { en: 'Calendar', ja: 'カレンダー' },
  ofPersonHint: {
    en: 'What is due already stays as it was promised; new cases are counted by it.',
    ja: 'すでに決まった期限は変わりません。新しいフォローアップから、このカレンダーで計算します。',
  },
  saveOfPerson: { en: 'Save calendar', ja: 'カレンダーを保存' },
  savedOfPerson: { en: 'The calendar of {name} was saved.', ja: '{name} さんのカレンダーを保存しました。' },
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

export const calendarErrors = {
  calendar_used: {
    en: 'Colleagues go by this calendar. Give them another one first.',
    ja: 'このカレンダーを使っているメンバーがいます。先に別のカレンダーに変更してください。',
  },
} satisfies Record<string, Word>
