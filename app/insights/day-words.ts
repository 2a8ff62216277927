import type { Word } from '#app/platform/words.ts'

/** What a CSM's day says. */
export const dayWords = {
  late: { en: 'Late', ja: '期限超過' },
  due: { en: 'Due today', ja: '今日が期限' },
  replies: { en: 'Replies waiting', ja: '返信待ちの声' },
  renewals: { en: 'Unhappy, renewing within {days} days', ja: '{days} 日以内に更新・不満あり' },
  keys: { en: 'j and k move through the lists, Enter opens.', ja: 'j / k で移動し、Enter で開きます。' },
  all: { en: 'Show all', ja: 'すべて見る' },
  allOf: { en: 'Show all: {list}', ja: 'すべて見る：{list}' },
  above: {
    en: '{n, plural, one {# of them stands above} other {# of them stand above}}.',
    ja: 'うち {n, number} 件は上に表示しています。',
  },
  noLate: { en: 'No customer waits past a promised time.', ja: '約束の期限を過ぎてお待たせしているお客様はいません。' },
  noDue: { en: 'Every reply that was due today is given.', ja: '今日が期限の返信は残っていません。' },
  noReplies: { en: 'Whoever wrote to you has an answer.', ja: 'いただいた声には、すべて返信済みです。' },
  noRenewals: {
    en: 'None of your accounts that renew within {days} days is unhappy.',
    ja: '{days} 日以内に更新する担当先に、不満のある取引先はありません。',
  },
  wrote: { en: 'said', ja: '受信' },
  caseOpen: { en: 'Case open', ja: 'フォローアップ対応中' },
  lowAt: { en: 'Low answer on {date}, not put right yet', ja: '{date} に低い評価、改善は未確認' },
  workCase: { en: 'Work on the open case', ja: 'フォローアップを進める' },
  talk: { en: 'Talk to them before they decide', ja: '更新の判断の前に話す' },
  standingIn: { en: 'Standing in', ja: '代理' },
  why: { en: 'Why', ja: '理由' },
  next: { en: 'Next step', ja: '次にすること' },
  renewalsTitle: { en: 'Renewals of unhappy accounts', ja: '不満のある取引先の更新' },
  renewalsLead: {
    en: 'Your accounts that renew within {days} days and have an open case, or somebody whose last answer, within {low} days, was low and who has not said since that it was put right. The first to renew stands first.',
    ja: '{days} 日以内に契約更新を迎える担当先のうち、対応中のフォローアップがあるか、直近 {low} 日の最新の回答が低い評価で、改善されたとの回答がまだない方がいる取引先です（更新日の早い順）。',
  },
} satisfies Record<string, Word>
