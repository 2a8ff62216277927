import type { AdvocateState, AdvocateVerb } from '#app/advocacy/advocate.ts'
import type { Word } from '#app/platform/words.ts'

export const stateWords: Record<AdvocateState, Word> = {
  candidate: { en: 'Candidates', ja: '候補' },
  active: { en: 'Active', ja: '活動中' },
  paused: { en: 'Paused', ja: '休止中' },
  left: { en: 'Left', ja: '退会' },
}

/** Said after the verb; `name` is the person. */
export const saidWords: Record<AdvocateVerb, Word> = {
  activate: { en: '{name} is an active advocate.', ja: '{name} 様を活動中にしました。' },
  pause: { en: '{name} is paused and will not be asked.', ja: '{name} 様を休止にしました。依頼の対象外です。' },
  reactivate: { en: '{name} is back.', ja: '{name} 様を再開しました。' },
  leave: { en: '{name} has left and will not be asked again.', ja: '{name} 様を退会にしました。今後依頼しません。' },
}

export const advocacyWords = {
  consents: { en: 'Agreed to', ja: '同意いただいたこと' },
  noConsents: {
    en: 'Nothing yet. Happy customers are asked after they answer.',
    ja: 'まだありません。高い点数の回答後にお願いしています。',
  },
  withdraw: { en: 'Take back', ja: '取り消す' },
  withdrawHint: {
    en: 'When the person told you so. What they agreed to stays on record, as ended.',
    ja: 'ご本人から申し出があったときに使います。同意の記録は、終了したものとして残ります。',
  },
  consentWithdrawn: { en: 'Taken back: {kind}.', ja: '取り消しました：{kind}' },

  advocates: { en: 'Advocates', ja: 'アンバサダー' },
  ambassadors: { en: 'Ambassadors', ja: 'アンバサダー就任者' },
  report: { en: 'Report', ja: 'レポート' },
  lead: {
    en: 'People who gave a high score. Candidates were nominated by their own answer; activate those you want to work with.',
    ja: '高い点数をくださったお客様です。候補は回答により自動で追加されます。協力をお願いしたい方を「活動中」にしてください。',
  },
  search: { en: 'Person or account', ja: 'お名前・取引先' },
  score: { en: 'Score at least', ja: '最低点数' },
  praise: { en: 'What they said', ja: 'お客様の声' },
  oneAccount: { en: 'One account', ja: '取引先を指定' },
  empty: { en: 'Nobody here yet', ja: 'まだ誰もいません' },
  emptyText: {
    en: 'Whoever answers with a high score becomes a candidate at once.',
    ja: '高い点数の回答があると、すぐに候補として追加されます。',
  },
  emptyFiltered: { en: 'Nobody fits these filters', ja: '条件に合う方はいません' },
  showAll: { en: 'Show all', ja: 'すべて表示' },
  seeResponses: { en: 'See happy answers', ja: '高評価の回答を見る' },
} satisfies Record<string, Word>

export const advocacyErrors = {
  consent_gone: {
    en: 'This is not agreed to any more; somebody may have been faster.',
    ja: 'この同意はすでに取り消されています。',
  },
  advocate_state: {
    en: 'This person is no longer in the state you saw; somebody may have been faster. Have a look and try again.',
    ja: '表示中に状態が変わりました。内容を確認して、もう一度お試しください。',
  },
} satisfies Record<string, Word>
