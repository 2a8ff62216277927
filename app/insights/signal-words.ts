import type { SignalKind } from '#app/insights/signal.ts'
import type { Word } from '#app/platform/words.ts'

export const signalWords: Record<SignalKind, Word> = {
  renewalPast: {
    en: 'The renewal date passed {n, plural, one {# day} other {# days}} ago',
    ja: '契約更新日を {n, number} 日過ぎています',
  },
  renewalSoon: {
    en: 'Renews in {n, plural, =0 {less than a day} one {# day} other {# days}}',
    ja: '契約更新まで {n, number} 日',
  },
  health: { en: 'Health is {value}', ja: '健全度：{value}' },
  stage: { en: 'Stage went from {before} to {value}', ja: 'ステージが {before} から {value} に変わりました' },
  unhappy: {
    en: '{n, plural, one {# person was} other {# people were}} unhappy at their last answer',
    ja: '最新の回答が不満の方：{n, number} 人',
  },
  happy: {
    en: '{n, plural, one {# person was} other {# people were}} happy at their last answer',
    ja: '最新の回答が満足の方：{n, number} 人',
  },
  silent: {
    en: '{n, number} of {of, number} who were asked have not answered the last time',
    ja: '依頼した {of, number} 人のうち {n, number} 人が前回の依頼に未回答です',
  },
  optedOut: {
    en: '{n, plural, one {# person wants} other {# people want}} no surveys',
    ja: 'アンケートを停止している方：{n, number} 人',
  },
  left: {
    en: '{n, plural, one {# person has} other {# people have}} left in the last 180 days',
    ja: '直近 180 日間に離れた方：{n, number} 人',
  },
  late: {
    en: '{n, plural, one {# case waits} other {# cases wait}} for a reply past the due time',
    ja: '返信期限を過ぎたフォローアップ：{n, number} 件',
  },
  open: { en: '{n, plural, one {# case is} other {# cases are}} open', ja: '対応中のフォローアップ：{n, number} 件' },
  solved: {
    en: '{n, plural, one {# case was} other {# cases were}} solved in the last 180 days, and the customer agreed',
    ja: '直近 180 日間に解決し、お客様が確認したフォローアップ：{n, number} 件',
  },
}

export const signalPageWords = {
  title: { en: 'Signals', ja: '兆候' },
  lead: {
    en: 'What Koe knows that points to how this account stands, the worrying first.',
    ja: 'この取引先の状況を示す情報です。注意が必要なものから順に並びます。',
  },
  none: {
    en: 'Nothing stands out: no answers, cases or dates that would say much.',
    ja: '特に目立つ兆候はありません。',
  },
  bad: { en: 'Worrying', ja: '要注意' },
  watch: { en: 'To watch', ja: '経過観察' },
  good: { en: 'Good', ja: '良好' },
} satisfies Record<string, Word>
