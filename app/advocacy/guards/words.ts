import type { GuardKind } from '#app/advocacy/guards/guard.ts'
import type { Word } from '#app/platform/words.ts'

export const guardTitles: Record<GuardKind, Word> = {
  gating: { en: 'Only promoters are asked for public reviews', ja: '公開レビューを推奨者だけにお願いしています' },
  few_carry: { en: 'Five people carry most of what is asked', ja: 'お願いが 5 名に集中しています' },
  acceptance: { en: 'Fewer people say yes than before', ja: '承諾してくださる方が減っています' },
}

/** Why it is a warning. */
export const guardWhys: Record<GuardKind, Word> = {
  gating: {
    en: 'To ask happy customers alone for a review is called review gating. Google’s policy forbids it, and the US Federal Trade Commission and other regulators treat it as misleading: what the public reads is then no fair sample.',
    ja: '満足度の高いお客様だけにレビューを依頼することは「レビューゲーティング」と呼ばれます。Google のポリシーで禁止されており、米国連邦取引委員会（FTC）などの規制当局も、公開される評価が偏るため、消費者を誤認させるおそれがあるとしています。',
  },
  few_carry: {
    en: 'In the last {days} days five people got {theirs} of {of} asks ({share}; more than {most} is too much). Who is asked all the time stops answering.',
    ja: '直近 {days} 日間のお願い {of} 件のうち {theirs} 件（{share}）が 5 名に集中しています（目安は {most} まで）。頻繁にお願いされた方は、応じてくださらなくなります。',
  },
  acceptance: {
    en: 'Of people whose answer is in, {now} (n = {nNow}) said yes in the last {days} days, {before} (n = {nBefore}) in the {days} days before: more than chance explains (p = {p}).',
    ja: '返答の結果が出た方のうち、直近 {days} 日間に承諾されたのは {now}（n = {nNow}）、その前の {days} 日間は {before}（n = {nBefore}）でした。偶然とは考えにくい差です（p = {p}）。',
  },
}

/** What to do now. */
export const guardDos: Record<GuardKind, Word> = {
  gating: {
    en: 'The neutral way: put the link to the review site where everybody sees it, whatever they scored (on your site, in your signature, in a newsletter to all customers), and switch this kind off. Only people who gave a high score can be asked from here, so no rule of this kind makes it neutral.',
    ja: '中立な方法：点数に関係なく、すべてのお客様の目に触れる場所（自社サイト、メールの署名、全顧客向けのお知らせなど）にレビューサイトへのリンクを置き、この種類のお願いを停止してください。ここからお願いできるのは高い点数をくださった方だけなので、この種類の条件を変えても中立にはなりません。',
  },
  few_carry: {
    en: 'Ask somebody who was never asked: they are listed below the report’s time since the last ask.',
    ja: 'まだお願いしたことのない方に依頼してください。レポートの「最後のお願いからの期間」から一覧を開けます。',
  },
  acceptance: {
    en: 'Look at who said no and to what; ask for less, ask others, or change the wording.',
    ja: 'どのお願いが辞退されているかを確認し、内容を軽くする、別の方にお願いする、文面を見直すなどの対応をご検討ください。',
  },
}

/** Where to begin. */
export const guardLinks: Record<GuardKind, { to: string; word: Word }> = {
  gating: { to: '/settings/asks/review', word: { en: 'Rules of reviews', ja: 'レビュー依頼の設定' } },
  few_carry: {
    to: '/advocacy/report/list?list=idle&band=never',
    word: { en: 'Who was never asked', ja: 'まだお願いしていない方' },
  },
  acceptance: { to: '/asks?group=ended', word: { en: 'Asks that ended', ja: '終了したお願い' } },
}

export const guardWords = {
  guards: { en: 'Warnings', ja: '注意' },
  see: { en: 'Seen, not for {n} days', ja: '確認済みにする（{n} 日間）' },
  seen: { en: 'Put aside for {n} days.', ja: '{n} 日間、表示しません。' },
  show: { en: 'Show again', ja: '再表示' },
  shown: { en: 'The warning is shown again.', ja: '注意を再表示しました。' },
  seenBy: { en: 'Seen by {name}, back on {date}', ja: '{name} が確認済み・{date} に再表示' },
  somebody: { en: 'a colleague', ja: 'メンバー' },
} satisfies Record<string, Word>
