import type { Word } from '#app/platform/words.ts'

export const ambassadorWords = {
  title: { en: 'Ambassadors', ja: 'アンバサダー就任者' },
  lead: {
    en: 'People who agreed to be an ambassador: what they did for us, and when it is time to thank them.',
    ja: 'アンバサダー就任に同意された方の活動と、お礼の節目を確認できます。',
  },
  search: { en: 'Person or account', ja: 'お名前・取引先' },
  person: { en: 'Person', ja: 'お名前' },
  since: { en: 'Ambassador since', ja: '就任日' },
  anniversary: { en: 'Next anniversary', ja: '次の記念日' },
  years: { en: '{n, plural, one {# year} other {# years}}', ja: '{n} 周年' },
  did: { en: 'Did', ja: '活動' },
  doneOf: { en: '{kind} × {n}', ja: '{kind} {n} 件' },
  nothing: { en: 'nothing yet', ja: 'まだありません' },
  brought: { en: '{n, plural, one {# referral} other {# referrals}}, {won} won', ja: '紹介 {n} 件（受注 {won} 件）' },
  unconverted: { en: '+ {n} not converted', ja: '＋ 換算なし {n} 件' },
  quotes: { en: '{n, plural, one {# published quote} other {# published quotes}}', ja: '公開中の声 {n} 件' },
  contacted: { en: 'Last contact', ja: '最後のご連絡' },
  again: { en: 'Can be asked again', ja: '次にお願いできる時期' },
  now: { en: 'now: {kinds}', ja: '現在可能：{kinds}' },
  from: { en: 'from {date}', ja: '{date} 以降' },
  notNow: { en: 'not just now', ja: '現在は不可' },
  empty: { en: 'No ambassadors yet', ja: 'アンバサダーはまだいません' },
  emptyText: {
    en: 'Choose a promoter under “Who can I ask”, ask for “Ambassador”; whoever says yes stands here from then on.',
    ja: '「お願いできるお客様」で「アンバサダー就任」を選んでお願いしてください。承諾された方がここに表示されます。',
  },
  first: { en: 'Ask the first', ja: '最初の方にお願いする' },
  emptyFiltered: { en: 'Nobody fits this search', ja: '条件に合う方はいません' },
  showAll: { en: 'Show all', ja: 'すべて表示' },
} satisfies Record<string, Word>
