import type { Word } from '#app/platform/words.ts'

/** The queue with a case beside it. */
export const queueWords = {
  howOrdered: { en: 'How this is ordered', ja: '並び順について' },
  dueToday: { en: 'Due today', ja: '今日が期限' },
  replyWaits: { en: 'Customer waits for an answer', ja: 'お客様の返信に未回答' },
  openedWithin: { en: 'Opened in the last {n} days', ja: '直近 {n} 日間に発生' },
  contacted: { en: 'Got a reply', ja: '返信済み' },
  resolved: { en: 'Was resolved', ja: '解決したもの' },
  closed: { en: 'Closed', ja: '完了' },
  recovered: { en: 'Put right, says the customer', ja: 'お客様が解決を確認' },
  openedInMonth: { en: 'Opened in {month}', ja: '{month}に発生' },
  lateWhy: { en: 'Late: {why}', ja: '期限超過：{why}' },
  openFor: { en: 'Open: {age}', ja: '経過：{age}' },
  oneTeam: { en: 'Of one team', ja: '特定のチーム' },
  putOffToo: { en: 'Put-off ones too', ja: '後回しの分も含む' },
  noCaseTitle: { en: 'Choose a case', ja: 'フォローアップを選んでください' },
  noCaseText: {
    en: 'It opens here, and the list stays where it is.',
    ja: '一覧を表示したまま、ここに開きます。',
  },
  allDoneTitle: { en: 'Nothing left to do here', ja: 'ここで対応するものはありません' },
  startFirst: { en: 'Start with {name}', ja: '{name} から始める' },
  next: { en: 'Next case', ja: '次へ' },
  previous: { en: 'Previous case', ja: '前へ' },
  place: { en: '{at} of {all}', ja: '{all} 件中 {at} 件目' },
  steps: { en: 'Through the list', ja: '一覧の前後' },
  standIn: {
    en: '{owner} is away; {name} stands in and can work this case.',
    ja: '{owner} は不在のため、代理の {name} が対応できます。',
  },
  standingIn: { en: 'Standing in', ja: '代理' },
  noteHint: {
    en: 'For colleagues only. Write @ and a name to tell somebody.',
    ja: '社内用です。お客様には表示されません。@ と名前を書くと、その人に通知されます。',
  },
  mentionOffer: { en: 'Colleagues', ja: 'メンバー' },
  mentionFound: {
    en: '{n, plural, one {# colleague} other {# colleagues}}: choose with the arrow keys, take with Enter',
    ja: 'メンバー {n, number} 人：矢印キーで選び、Enter で入力',
  },
  contactHint: {
    en: 'Counts as a reply and stops the clock. Write down what was said.',
    ja: '返信として記録され、期限の計測が止まります。話した内容を書いてください。',
  },
  writeMail: { en: 'Write to {name} in your mail program', ja: 'メールソフトで {name} さんに書く' },
  people: { en: 'People', ja: '連絡先の方' },
  lastHigh: { en: 'Happy last time', ja: '前回は満足' },
  lastMid: { en: 'In between last time', ja: '前回は中間' },
  lastLow: { en: 'Unhappy last time', ja: '前回は不満' },
  allPeople: { en: 'All people', ja: 'すべて見る' },
  allAnswers: { en: 'All answers', ja: 'すべての回答' },
  keys: {
    en: 'j and k open the next and the previous case, c takes it, p writes down a call, r resolves. ? shows all keys.',
    ja: 'j / k で次・前を開き、c で担当、p で電話の記録、r で解決済みにします。? で一覧を表示します。',
  },
  saidClosedNext: {
    en: 'Closed: {name}. Here is the next one.',
    ja: '{name} を完了しました。次のフォローアップを表示しています。',
  },
  saidClosedLast: { en: 'Closed: {name}. That was the last one here.', ja: '{name} を完了しました。これで最後です。' },
} satisfies Record<string, Word>
