import type { AskedBand, BehindList, ReportBy, ReportStep } from '#app/advocacy/report/report-view.ts'
import type { Word } from '#app/platform/words.ts'

export const reportWords = {
  title: { en: 'Report', ja: 'レポート' },
  lead: {
    en: 'From promoters to revenue: what asking brought, and whether it wears anybody out.',
    ja: '推奨者から売上まで。お願いの成果と、特定のお客様に負担が偏っていないかを確認できます。',
  },
  period: { en: 'Period', ja: '期間' },
  lastDays: { en: 'The last {n} days', ja: '直近 {n} 日間' },
  from: { en: 'From', ja: '開始日' },
  to: { en: 'To', ja: '終了日' },
  ownDays: { en: 'Own days count before the period.', ja: '日付を指定すると期間より優先されます。' },
  span: { en: '{from} to {to}, {days, plural, one {# day} other {# days}}', ja: '{from}〜{to}（{days, number} 日間）' },

  funnel: { en: 'From promoters to revenue', ja: '推奨者から売上まで' },
  people: { en: '{n, plural, one {# person} other {# people}}', ja: '{n, number} 名' },
  referrals: { en: '{n, plural, one {# referral} other {# referrals}}', ja: '{n, number} 件' },
  mark: { en: '{step}: {n}', ja: '{step}：{n}' },
  rate: { en: '{share} of {of} ({low} to {high}) · n = {n}', ja: '{of}の {share}（{low}〜{high}）· n = {n}' },
  noRate: { en: 'n = 0', ja: 'n = 0' },
  step: { en: 'Step', ja: '段階' },
  number: { en: 'Number', ja: '数' },
  share: { en: 'Share of the step before, with its 95 % interval', ja: '前の段階に対する割合（95% 信頼区間）' },
  definitions: { en: 'What the numbers count', ja: '数値の定義' },
  erased: {
    en: 'Besides: {n, plural, one {# ask} other {# asks}} of people who have been erased since ({accepted} said yes, {acted} done). Nobody knows any more whose they were, so they are in no number above.',
    ja: 'ほかに、その後削除された方へのお願いが {n, number} 件あります（承諾 {accepted} 件、実施 {acted} 件）。どなたのものか分からないため、上の数値には含みません。',
  },

  revenue: { en: 'Revenue', ja: '売上' },
  revenueCame: { en: 'Of leads that came in the period', ja: '期間中の紹介から' },
  revenueCameNote: {
    en: 'Deals of these leads that are won by now.',
    ja: '期間中に届いた紹介のうち、現在までに受注したもの',
  },
  revenueClosed: { en: 'Won in the period', ja: '期間中に受注' },
  revenueClosedNote: {
    en: 'Deals won in the period, whenever their lead came.',
    ja: '紹介の時期にかかわらず、期間中に受注したもの',
  },
  deals: { en: '{n, plural, one {# deal} other {# deals}}', ja: '{n, number} 件の受注' },
  apart: {
    en: '+ {n, plural, one {# deal} other {# deals}} in {currency} ({sum}), not converted',
    ja: '＋ {currency} 建て {n, number} 件（{sum}、換算なし）',
  },
  apartShort: { en: '+ {n} not converted', ja: '＋ 換算なし {n} 件' },
  toRevenue: { en: 'From answer to revenue', ja: '回答から受注まで' },
  toRevenueNote: {
    en: 'From the answer that made the referrer an advocate to the win, of deals won in the period; where the referrer was erased it isn’t known.',
    ja: '紹介者を推奨者とした回答から受注までの期間です（期間中の受注が対象）。紹介者が削除された場合は分かりません。',
  },
  median: { en: 'median', ja: '中央値' },
  p90: { en: '90th percentile', ja: '90 パーセンタイル' },
  days: { en: '{n, plural, one {# day} other {# days}}', ja: '{n, number} 日' },
  ofDeals: { en: 'n = {n} of {of}', ja: 'n = {n}／{of}' },

  apartBy: { en: 'Breakdown', ja: '内訳' },
  by: { en: 'By', ja: '区分' },
  group: { en: 'Group', ja: '区分の値' },
  together: { en: 'All together', ja: '全体' },
  acceptance: { en: 'Said yes, share', ja: '承諾率' },
  low: { en: 'Said yes, low end', ja: '承諾率（下限）' },
  high: { en: 'Said yes, high end', ja: '承諾率（上限）' },
  currency: { en: 'Currency', ja: '通貨' },
  unconvertedDeals: { en: 'Deals not converted', ja: '換算していない受注' },
  few: { en: 'too few', ja: '件数不足' },
  rateShort: { en: '{share} ({low} to {high})', ja: '{share}（{low}〜{high}）' },
  byNote: {
    en: 'People by what they and their account are today. Who was asked for two things stands in both rows, and once in the first. Leads belong to referral, and to the colleague who looks after them. A row of fewer than {fewest} asked says no share.',
    ja: 'お客様と取引先の現在の情報で分けています。2 種類のお願いをした方は両方の行に含まれ、「全体」では 1 名です。紹介された件数は「紹介」の行、および対応している担当者の行に入ります。お願いした方が {fewest} 名未満の行は割合を表示しません。',
  },
  byNone: {
    en: 'Nobody was asked and nobody was referred in this period.',
    ja: 'この期間のお願いや紹介はありません。',
  },
  byNoneText: {
    en: 'Choose a longer period, or begin with who can be asked.',
    ja: '期間を広げるか、「お願いできるお客様」から始めてください。',
  },
  rowsLeft: { en: '{n, plural, one {# more row} other {# more rows}}', ja: 'ほか {n, number} 行' },

  bench: { en: 'Bench health', ja: '協力者層の健全さ' },
  topFive: { en: 'The five asked most', ja: 'お願いが多い 5 名' },
  topFiveShare: { en: '{share} of all asks', ja: 'お願い全体の {share}' },
  topFiveNote: {
    en: '{theirs} of {of} asks of the period went to five people at most.',
    ja: '期間中のお願い {of} 件のうち {theirs} 件です。',
  },
  noAsks: { en: 'Nobody was asked in this period.', ja: 'この期間のお願いはありません。' },
  times: { en: '{n, plural, one {# ask} other {# asks}}', ja: '{n, number} 件' },
  accepting: { en: 'Acceptance', ja: '承諾率' },
  peopleOf: { en: '{hits} of {n} people ({low} to {high})', ja: '{n} 名中 {hits} 名（{low}〜{high}）' },
  beforeThat: { en: 'the period before: {share} of {n}', ja: '前の期間：{n} 名中 {share}' },
  change: { en: '{points} points (p = {p}): {what}', ja: '{points} ポイント（p = {p}）：{what}' },
  real: { en: 'more than chance', ja: '偶然とは考えにくい差' },
  noise: { en: 'within noise', ja: '誤差の範囲' },
  tooFew: {
    en: 'Fewer than {n} people in one of the two: too few to compare.',
    ja: 'どちらかが {n} 名未満のため比較していません。',
  },
  askable: { en: 'Can be asked today', ja: '本日お願いできる方' },
  askableNote: {
    en: 'As last worked out; each opens the list, which looks anew.',
    ja: '直近の集計です。開くと最新の状態を確認します。',
  },
  idle: { en: 'Time since the last ask', ja: '最後のお願いからの期間' },
  idleNote: {
    en: 'Candidates and active advocates, today. Whoever was never asked is where to begin.',
    ja: '候補と活動中のアンバサダー（本日時点）。まだお願いしていない方から始めるのがおすすめです。',
  },
  askThem: { en: 'Who can I ask', ja: 'お願いできるお客様' },

  list: { en: 'Behind the number', ja: '数値の内訳' },
  person: { en: 'Person', ja: 'お名前' },
  account: { en: 'Account', ja: '取引先' },
  lastAsk: { en: 'Last asked', ja: '最後のお願い' },
  never: { en: 'never', ja: 'なし' },
  leadName: { en: 'Lead', ja: '紹介された方' },
  referrer: { en: 'Recommended by', ja: '紹介者' },
  state: { en: 'State', ja: '状態' },
  deal: { en: 'Deal', ja: '受注額' },
  came: { en: 'Came', ja: '受付' },
  erasedLead: { en: 'erased', ja: '削除済み' },
  empty: { en: 'Nobody', ja: '該当なし' },
  emptyText: { en: 'Nobody is counted here just now.', ja: '現在、該当する方はいません。' },
  back: { en: 'Back to the report', ja: 'レポートに戻る' },
} satisfies Record<string, Word>

export const stepWords: Record<ReportStep, Word> = {
  promoters: { en: 'Promoters', ja: '推奨者' },
  asked: { en: 'Asked', ja: 'お願いした方' },
  accepted: { en: 'Said yes', ja: '承諾' },
  acted: { en: 'Did it', ja: '実施' },
  leads: { en: 'Leads', ja: '紹介された見込み客' },
  qualified: { en: 'Qualified', ja: '商談化' },
  won: { en: 'Won', ja: '受注' },
}

/** What each number counts, in one sentence. */
export const stepMeanings: Record<ReportStep, Word> = {
  promoters: {
    en: 'People who became advocates by a promoter’s answer before the end of the period, and whoever was asked in it.',
    ja: '期間の終わりまでに高い点数の回答でアンバサダー候補になった方と、期間中にお願いした方',
  },
  asked: { en: 'People whom an ask reached in the period, each once.', ja: '期間中にお願いが届いた方（1 名ずつ）' },
  accepted: {
    en: 'Of these, people who said yes to one of those asks and stand by it.',
    ja: 'そのうち、そのお願いのいずれかを承諾し、現在もそのままの方',
  },
  acted: {
    en: 'Of these, people of whom at least one of those asks is done.',
    ja: 'そのうち、少なくとも 1 件が実施済みの方',
  },
  leads: {
    en: 'Referrals that came in the period, by link or by hand; those under review or rejected are none.',
    ja: '期間中に届いた紹介（リンク・登録とも）。確認待ちと対象外は含みません',
  },
  qualified: {
    en: 'Of these, referrals that were qualified, whatever came of it.',
    ja: 'そのうち、商談に進んだもの（その後の結果は問いません）',
  },
  won: { en: 'Of these, referrals that are won by now.', ja: 'そのうち、現在までに受注したもの' },
}

export const listWords: Record<BehindList, Word> = {
  ...stepWords,
  closed: reportWords.revenueClosed,
  idle: reportWords.idle,
}

export const byWords: Record<ReportBy, Word> = {
  kind: { en: 'Kind of ask', ja: 'お願いの種類' },
  language: { en: 'Language', ja: '言語' },
  tier: { en: 'Tier', ja: 'ランク' },
  industry: { en: 'Industry', ja: '業種' },
  holder: { en: 'Who asks', ja: 'お願いした担当者' },
}

/** A row of people or referrals that have no such value. */
export const noneWords: Record<ReportBy, Word> = {
  kind: { en: 'Unknown', ja: '不明' },
  language: { en: 'Language unknown', ja: '言語不明' },
  tier: { en: 'No tier', ja: 'ランクなし' },
  industry: { en: 'No industry', ja: '業種なし' },
  holder: { en: 'Nobody', ja: '担当者なし' },
}

export const bandWords: Record<AskedBand, Word> = {
  never: { en: 'Never asked', ja: 'お願いしたことがない' },
  '0': { en: 'Less than 30 days', ja: '30 日未満' },
  '30': { en: '30–89 days', ja: '30〜89 日' },
  '90': { en: '90–179 days', ja: '90〜179 日' },
  '180': { en: '180–364 days', ja: '180〜364 日' },
  '365': { en: 'A year or more', ja: '1 年以上' },
}
