import type { Word } from '#app/platform/words.ts'

/** Said by the server: what Today and the monthly page say of recovery in whole sentences. */
export const recoveryRateWords = {
  answered: {
    en: 'Put right, say customers: {hits} of {n} who answered ({low} to {high})',
    ja: '解決を確認：回答者 {n} 名中 {hits} 名（{low} ～ {high}）',
  },
  closed: {
    en: 'Confirmed: {hits} of {n} cases closed ({low} to {high})',
    ja: 'お客様が確認：完了した {n} 件中 {hits} 件（{low} ～ {high}）',
  },
} satisfies Record<string, Word>
