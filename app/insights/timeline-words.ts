import type { Word } from '#app/platform/words.ts'

export const timelineWords = {
  show: { en: 'Show', ja: '表示' },
  all: { en: 'Everything', ja: 'すべて' },
  answers: { en: 'Answers and voices', ja: '回答と声' },
  mail: { en: 'Invitations and mail', ja: '依頼とメール' },
  cases: { en: 'Cases', ja: 'フォローアップ' },
  advocacy: { en: 'Advocacy', ja: 'アンバサダー' },
  changes: { en: 'Changes', ja: '変更' },
  about: { en: 'About {name}', ja: '対象：{name}さん' },
  none: { en: 'Nothing of this kind has happened yet.', ja: 'この種類の履歴はまだありません。' },
  openCase: { en: 'Open the case', ja: 'フォローアップを開く' },
  openAnswer: { en: 'Open the answer', ja: '回答を開く' },
  followUp: { en: 'Follow-up answer', ja: '対応後の回答' },
  openVoice: { en: 'Open it', ja: '開く' },
  scores: { en: 'Scores over time', ja: '点数の推移' },
  npsByQuarter: { en: 'NPS by quarter', ja: '四半期ごとの NPS' },
  shareByQuarter: { en: 'Satisfied by quarter', ja: '四半期ごとの満足の割合' },
  quarter: { en: 'Quarter', ja: '四半期' },
  score: { en: 'Score', ja: '点数' },
  range: { en: '95 % range', ja: '95 % 区間' },
  answersCount: { en: 'Answers', ja: '回答数' },
  point: { en: '{when}: {score} ({low} to {high}), n = {n}', ja: '{when}：{score}（{low}～{high}）、n = {n}' },
  quarterOf: { en: 'Q{q} {year}', ja: '{year}年{q}Q' },
} satisfies Record<string, Word>

/** What was sent, by its kind. */
export const sentWords: Record<string, Word> = {
  'sent.invitation': { en: 'Invited to “{program}”', ja: '「{program}」への回答を依頼' },
  'sent.reminder': { en: 'Reminded of “{program}”', ja: '「{program}」の回答をリマインド' },
  'sent.ask': { en: 'Asked as an advocate', ja: 'アンバサダーとして依頼' },
  'sent.news': { en: 'Told what was improved', ja: '改善をお知らせ' },
  'sent.recovery': { en: 'Asked again after a case', ja: '対応後にあらためて質問' },
  'sent.cancelled': { en: 'Invitation to “{program}” was cancelled', ja: '「{program}」への依頼を取り消し' },
}
