import type { Word } from '#app/platform/words.ts'

/** The page of a wave: its way from the audience to the words, and the people behind each number. */
export const waveWords = {
  funnel: { en: 'From invitation to answer', ja: '招待から回答まで' },
  step: { en: 'Step', ja: '段階' },
  people: { en: 'People', ja: '人数' },
  share: { en: 'Share of the step before', ja: '前の段階に対する割合' },
  audience: { en: 'Audience', ja: '対象者' },
  invited: { en: 'Invited', ja: '招待' },
  waiting: { en: 'Waiting', ja: '送信待ち' },
  deferred: { en: 'Asked later', ja: '後日招待' },
  sent: { en: 'Sent', ja: '送信済み' },
  delivered: { en: 'Delivered', ja: '到達' },
  failed: { en: 'Failed or bounced', ja: '失敗・不達' },
  answered: { en: 'Answered', ja: '回答' },
  commented: { en: 'Commented', ja: 'コメントあり' },
  deliveredNote: {
    en: 'Delivered is what the mail provider has confirmed.',
    ja: '「到達」はメール配信事業者が確認した件数です。',
  },
  deliveredUnknown: {
    en: 'Delivered is known only where a mail provider reports it.',
    ja: '「到達」は、メール配信事業者から報告がある場合にのみ表示されます。',
  },
  opensNote: {
    en: 'Whether a mail was opened is not counted: it would need a hidden picture, and mail programs load it by themselves.',
    ja: '開封数は集計しません。隠し画像が必要なうえ、メールソフトが自動的に読み込むため正確ではありません。',
  },
  tooMany: {
    en: 'Delivered and commented are not counted for waves of this size.',
    ja: 'この規模の配信では、到達数とコメント数は集計しません。',
  },
  restPlanning: { en: 'Numbers change by themselves while this runs.', ja: '処理中の数値は自動的に更新されます。' },
  restPaused: { en: 'Paused: nothing changes until you resume.', ja: '一時停止中です。再開するまで変わりません。' },
  restComing: {
    en: 'Everything has left. Answers still come in, and show here by themselves.',
    ja: '送信はすべて完了しました。回答は引き続き届き、この画面に自動で反映されます。',
  },
  restDone: {
    en: 'This wave is at rest. The last answer came {when}.',
    ja: 'この配信は落ち着いています。最後の回答は{when}でした。',
  },
  restSilent: {
    en: 'This wave is at rest. Nobody has answered.',
    ja: 'この配信は落ち着いています。回答はありません。',
  },
  restCancelled: {
    en: 'Cancelled. What was sent can still be answered.',
    ja: '中止しました。送信済みの分には引き続き回答できます。',
  },
  behind: { en: '{step}: {n, number}', ja: '{step}：{n, number} 人' },
  closeList: { en: 'Close the list', ja: '一覧を閉じる' },
  nobodyHere: { en: 'Nobody is at this step now.', ja: '現在この段階の人はいません。' },
  nameless: { en: 'Name not shown', ja: '氏名は非表示' },
} satisfies Record<string, Word>
