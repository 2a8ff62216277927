import type { Word } from '#app/platform/words.ts'
import type { AgeBand, FunnelStep, LateWhy, TimesBy } from '#app/cases/team/team-view.ts'

/** The page of the team. */
export const teamWords = {
  title: { en: 'Team', ja: 'チーム' },
  lead: {
    en: 'Who has how much to do, how long customers wait, and what became of the unhappy ones.',
    ja: '担当ごとの件数、お客様をお待たせしている時間、不満の声がその後どうなったかをまとめています。',
  },
  team: { en: 'Team', ja: 'チーム' },
  everybody: { en: 'Everybody', ja: '全員' },
  period: { en: 'Times of cases opened in', ja: '対応時間の集計期間（発生日）' },
  lastDays: { en: 'The last {n} days', ja: '直近 {n} 日間' },
  none: { en: 'Nothing is open. What customers say next lands here.', ja: '対応中のものはありません。' },

  load: { en: 'Open cases by person', ja: '担当者別の対応中件数' },
  loadNote: {
    en: 'Open means not closed: put-off ones too, and those that are resolved until the customer has answered. Late, not taken and put off are parts of it, and one case can be several.',
    ja: '「対応中」は完了していないものすべてです。後回し中のもの、解決済みでお客様の回答を待っているものも含みます。「期限超過」「未着手」「後回し中」はその内数で、重複することがあります。',
  },
  person: { en: 'Person', ja: '担当者' },
  open: { en: 'Open', ja: '対応中' },
  late: { en: 'Late', ja: '期限超過' },
  unclaimed: { en: 'Not taken', ja: '未着手' },
  putOff: { en: 'Put off', ja: '後回し中' },
  awayToday: { en: 'Away today', ja: '本日不在' },
  nobody: {
    en: 'Nobody here works cases yet. Put colleagues into this team under Settings.',
    ja: 'フォローアップを担当するメンバーがいません。設定からチームに追加してください。',
  },

  ages: { en: 'How long open cases have been open', ja: '対応中のものの経過日数' },
  agesNote: { en: 'Days of 24 hours since the case was opened.', ja: '発生からの日数です（24 時間を 1 日とします）。' },
  why: { en: 'What is late, and why', ja: '期限超過とその理由' },
  whyNote: {
    en: 'Each late case counts once, by the first of these reasons that holds.',
    ja: '期限を過ぎたものを 1 件ずつ、上から順に最初に当てはまる理由で数えています。',
  },
  nothingLate: { en: 'Nothing is late.', ja: '期限を過ぎたものはありません。' },
  allOf: { en: '{n, plural, one {# case} other {# cases}}', ja: '{n, number} 件' },

  times: { en: 'First contact and resolution', ja: '初回連絡と解決までの時間' },
  timesNote: {
    en: 'Working hours by the calendar of who owns the case now, from when it was opened; for resolving, the time in which we waited for the customer is left out. Median and 90th percentile are of what has happened; in time counts what has happened and what is overdue, by the time promised on the case as it stands. Reopened cases count as not resolved. A row of fewer than {fewest} says nothing but how many.',
    ja: '発生からの営業時間で、現在の担当者のカレンダーで計算します。解決までの時間には、お客様の返事を待っていた時間を含みません。中央値と 90 パーセンタイルは、連絡・解決が済んだものが対象です。「期限内」は、済んだものと期限を過ぎたものを分母に、現在の期限で判定します。再開したものは未解決として数えます。{fewest} 件未満の行は件数だけを表示します。',
  },
  timesNone: { en: 'No case was opened in these days.', ja: 'この期間に発生したものはありません。' },
  timesMore: {
    en: 'Only the newest cases were counted: there are more than fit.',
    ja: '件数が多いため、新しいものだけを集計しています。',
  },
  timesLeft: {
    en: '{n, plural, one {# more group} other {# more groups}} with fewer cases',
    ja: 'ほか {n, number} 件の区分（件数の少ないもの）',
  },
  groupBy: { en: 'By', ja: '区分' },
  opened: { en: 'Opened', ja: '発生' },
  contactMedian: { en: 'Contact: median', ja: '初回連絡：中央値' },
  contactP90: { en: 'Contact: 90th percentile', ja: '初回連絡：90%点' },
  contactInTime: { en: 'Contact in time', ja: '初回連絡：期限内' },
  resolveMedian: { en: 'Resolved: median', ja: '解決：中央値' },
  resolveP90: { en: 'Resolved: 90th percentile', ja: '解決：90%点' },
  resolveInTime: { en: 'Resolved in time', ja: '解決：期限内' },
  together: { en: 'All together', ja: '全体' },
  few: { en: 'too few', ja: '件数不足' },
  n: { en: 'n = {n}', ja: 'n = {n}' },
  share: { en: '{hits} of {n} ({share})', ja: '{n} 件中 {hits} 件（{share}）' },
  minutes: { en: '{n} min', ja: '{n} 分' },
  hours: { en: '{n} h', ja: '{n} 時間' },
  group: { en: 'Group', ja: '区分の値' },
  contacted: { en: 'Contacted', ja: '連絡済み' },
  contactDue: { en: 'Contact due', ja: '初回連絡：期限到来' },
  resolved: { en: 'Resolved', ja: '解決' },
  resolveDue: { en: 'Resolving due', ja: '解決：期限到来' },

  funnel: { en: 'From unhappy to recovered, by month', ja: '不満から解決確認まで（月別）' },
  funnelNote: {
    en: 'Cases by the month in which they were opened, and how far they have come by now: younger months are still under way. Recovered: the customer said so when asked again.',
    ja: '発生した月ごとに、現在までにどこまで進んだかを数えています。新しい月はまだ途中です。「お客様が解決を確認」は、再度お尋ねして確認いただいたものです。',
  },
  funnelNone: { en: 'No case was opened in the last twelve months.', ja: '直近 12 か月に発生したものはありません。' },
  month: { en: 'Month', ja: '月' },
  bar: { en: '{step}, {month}: {n, plural, one {# case} other {# cases}}', ja: '{month}、{step}：{n, number} 件' },
  twelve: { en: 'Twelve months', ja: '12 か月計' },
} satisfies Record<string, Word>

export const byWords: Record<TimesBy, Word> = {
  person: { en: 'Person', ja: '担当者' },
  tier: { en: 'Tier', ja: 'ランク' },
  region: { en: 'Region', ja: '地域' },
  cause: { en: 'Root cause', ja: '原因' },
}

/** A group of cases that have no such value. */
export const noneWords: Record<TimesBy, Word> = {
  person: { en: 'Nobody', ja: '担当者なし' },
  tier: { en: 'No tier', ja: 'ランクなし' },
  region: { en: 'No region', ja: '地域なし' },
  cause: { en: 'No cause given yet', ja: '原因未入力' },
}

export const stepWords: Record<FunnelStep, Word> = {
  opened: { en: 'Unhappy', ja: '不満の発生' },
  contacted: { en: 'Contacted', ja: '連絡済み' },
  resolved: { en: 'Resolved', ja: '解決' },
  recovered: { en: 'Recovered', ja: 'お客様が解決を確認' },
}

export const whyWords: Record<LateWhy, Word> = {
  put_off: { en: 'Somebody put it off', ja: '後回しにしている' },
  away: { en: 'Its owner is away today', ja: '担当者が本日不在' },
  unclaimed: { en: 'Nobody has taken it', ja: '誰も着手していない' },
  reply: { en: 'Taken, but somebody waits for a reply', ja: '着手済み、返信がまだ' },
  resolve: { en: 'Replied, but not resolved in time', ja: '返信済み、解決が期限切れ' },
}

export const ageWords: Record<AgeBand, Word> = {
  '0': { en: 'Less than a day', ja: '1 日未満' },
  '1': { en: '1–2 days', ja: '1〜2 日' },
  '3': { en: '3–6 days', ja: '3〜6 日' },
  '7': { en: '7–13 days', ja: '7〜13 日' },
  '14': { en: '14–29 days', ja: '14〜29 日' },
  '30': { en: '30 days or more', ja: '30 日以上' },
}
