import type { Word } from '#app/platform/words.ts'

/** What Today says to each role, beside the scores. */
export const roleWords = {
  work: { en: 'My day', ja: '今日の対応' },
  fresh: { en: 'Not taken yet', ja: '未着手' },
  open: { en: 'All mine', ja: '自分の担当すべて' },
  nextUp: { en: 'Next in your queue', ja: '次に対応する方' },

  nobodyWaits: { en: 'Nobody waits for you.', ja: 'お待ちのお客様はいません。' },
  nobodyWaitsText: {
    en: 'When a customer of yours answers with a low score, it stands here first.',
    ja: '担当のお客様から低い点数の回答があると、最初にここに表示されます。',
  },
  ask: { en: 'Who can be asked', ja: '依頼できる方' },
  askText: {
    en: 'Happy customers who have not been looked at yet, the newest first.',
    ja: 'まだ確認していない、満足度の高いお客様です（新しい順）。',
  },
  advocacyTasks: { en: 'Waiting for you', ja: '対応が必要' },
  candidates: { en: 'Candidates', ja: '候補者' },
  active: { en: 'Advocates', ja: 'アンバサダー' },
  allCandidates: { en: 'All candidates', ja: 'すべての候補者' },
  nobodyToAsk: {
    en: 'Nobody yet: who answers with a high score appears here.',
    ja: 'まだいません。高い点数の回答があると、ここに表示されます。',
  },
  loop: { en: 'What became of unhappy answers, last {days} days', ja: '不満の声への対応：直近 {days} 日間' },
  opened: { en: 'Cases opened', ja: '発生' },
  contacted: { en: 'Got a reply', ja: '返信済み' },
  resolved: { en: 'Resolved', ja: '解決済み' },
  closed: { en: 'Closed', ja: '完了' },
  noCases: { en: 'No cases in these {days} days.', ja: 'この {days} 日間の発生はありません。' },
  delivery: { en: 'Delivery, last {days} days', ja: '配信状況：直近 {days} 日間' },
  sent: { en: 'Sent', ja: '送信' },
  bounced: { en: 'Failed or bounced', ja: '失敗・不達' },
  answered: { en: 'Answered', ja: '回答' },
  programs: { en: 'Programs', ja: '調査プログラム' },
  suppressions: { en: 'Addresses that get no mail', ja: '送信停止中のアドレス' },
  nothingSent: { en: 'Nothing was sent in these {days} days.', ja: 'この {days} 日間の送信はありません。' },
  atMost: { en: '{n}+', ja: '{n} 以上' },
} satisfies Record<string, Word>
