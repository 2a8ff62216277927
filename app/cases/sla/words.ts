import type { Word } from '#app/platform/words.ts'

export const slaWords = {
  lead: {
    en: 'How soon an unhappy customer has a first reply, and a resolution. Hours are working hours of the owner’s calendar: eight are a day from nine to five.',
    ja: 'ご不満のあるお客様への最初の返信と、解決までの期限です。時間は担当者のカレンダーの営業時間で数えます（9〜17 時なら 1 日 = 8 時間）。',
  },
  never: { en: 'These are the usual times; nobody has changed them yet.', ja: '初期設定のままです。' },
  version: { en: 'Version {n}, saved by {name}', ja: '第 {n} 版（保存：{name}）' },
  allTiers: { en: 'Every tier', ja: 'すべてのランク' },
  otherTiers: { en: 'Every other tier', ja: 'その他のランク' },
  tier: { en: 'Tier {tier}', ja: 'ランク：{tier}' },
  severity: { en: 'Severity', ja: '重要度' },
  reply: { en: 'First reply within, hours', ja: '最初の返信まで（時間）' },
  resolve: { en: 'Resolved within, hours', ja: '解決まで（時間）' },
  replyOf: { en: '{tier}, {severity}: hours until the first reply', ja: '{tier}・{severity}：最初の返信までの時間' },
  resolveOf: { en: '{tier}, {severity}: hours until it is resolved', ja: '{tier}・{severity}：解決までの時間' },
  addTier: { en: 'Tier with times of its own', ja: '個別に設定するランク' },
  add: { en: 'Add', ja: '追加' },
  drop: { en: 'Remove {tier}', ja: '「{tier}」を削除' },
  preview: { en: 'See what it does', ja: '影響を確認する' },
  previewTitle: { en: 'What it does to open cases', ja: '対応中のフォローアップへの影響' },
  noneOpen: { en: 'No open case would move.', ja: '影響を受ける対応中のフォローアップはありません。' },
  openCases: {
    en: '{n, plural, one {# open case} other {# open cases}}: {earlier} due earlier, {late} of them late at once, {later} later, {same} as before.',
    ja: '対応中 {n} 件：期限が早まるもの {earlier} 件（うち、ただちに超過 {late} 件）、遅くなるもの {later} 件、変わらないもの {same} 件。',
  },
  someOnly: {
    en: 'There are {open} open cases; the {looked} oldest were looked at.',
    ja: '対応中は {open} 件あります。古い順に {looked} 件を確認しました。',
  },
  openOnes: { en: 'Open cases', ja: '対応中のフォローアップ' },
  leave: { en: 'Leave them as they were promised', ja: '現在の期限のままにする' },
  leaveHint: {
    en: 'The new times hold for cases that are opened from now on.',
    ja: 'これから発生するフォローアップにだけ適用します。',
  },
  move: { en: 'Move them to the new times', ja: '新しい期限に変更する' },
  moveHint: {
    en: 'Counted from when each clock began. It takes a moment, and stands in the timeline of each case.',
    ja: 'それぞれの起点から計算し直します。少し時間がかかり、各件の経緯に記録されます。',
  },
  save: { en: 'Save these times', ja: 'この期限で保存する' },
  saved: { en: 'The times were saved.', ja: '対応期限を保存しました。' },
  savedMoving: {
    en: 'The times were saved. Open cases are being moved.',
    ja: '対応期限を保存しました。対応中のフォローアップに適用しています。',
  },
} satisfies Record<string, Word>

export const slaErrors: Record<string, Word> = {
  case_unanswered: {
    en: 'The customer wrote last. Record what you answered, then the case can wait for them.',
    ja: 'お客様からの連絡にまだ返信していません。返信を記録してから返信待ちにしてください。',
  },
  sla_table: { en: 'Something in the table is wrong.', ja: '表に誤りがあります。' },
  sla_tier: { en: 'A tier has no name.', ja: 'ランクの名称がありません。' },
  sla_tier_twice: { en: 'This tier stands here twice.', ja: '同じランクが 2 つあります。' },
  sla_resolve_first: {
    en: 'A resolution can’t be due before the first reply.',
    ja: '解決の期限は、最初の返信の期限より後にしてください。',
  },
  policy_changed: {
    en: 'Somebody saved other times meanwhile. Open the page again to see them.',
    ja: '他の人が対応期限を変更しました。ページを開き直して確認してください。',
  },
}

/** What happened to clocks, as the timeline tells it; of the marks as `<event>_<clock>_<mark>`. */
export const markWords = {
  'cases.due_moved': { en: 'Due times moved by a new policy', ja: '対応期限の設定変更により期限を変更' },
  'cases.sla_warned_reply_75': {
    en: 'Three quarters of the time until a reply are used',
    ja: '返信期限までの時間の 75% が経過',
  },
  'cases.sla_missed_reply_100': { en: 'A reply is late', ja: '返信期限を超過' },
  'cases.sla_missed_reply_200': { en: 'A reply took twice the promised time', ja: '返信期限の 2 倍の時間が経過' },
  'cases.sla_warned_resolve_75': {
    en: 'Three quarters of the time until a resolution are used',
    ja: '解決期限までの時間の 75% が経過',
  },
  'cases.sla_missed_resolve_100': { en: 'The resolution is late', ja: '解決期限を超過' },
  'cases.sla_missed_resolve_200': {
    en: 'The resolution took twice the promised time',
    ja: '解決期限の 2 倍の時間が経過',
  },
} satisfies Record<string, Word>
