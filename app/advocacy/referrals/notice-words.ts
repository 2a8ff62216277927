import type { Word } from '#app/platform/words.ts'

/** What colleagues are told of leads that come in. */
export const referralNoticeWords = {
  toldNew: {
    en: '{referrer} ({account}) recommended us to {lead} ({company}).',
    ja: '{referrer} 様（{account}）のご紹介で、{lead} 様（{company}）の登録がありました。',
  },
  toldReview: {
    en: 'A referral waits for review: {lead} ({company}), recommended by {referrer} ({account}).',
    ja: '紹介が確認待ちです：{lead} 様（{company}）、紹介者 {referrer} 様（{account}）。',
  },
  somebody: { en: 'Somebody who was erased', ja: '削除された方' },
  subjectNew: { en: 'New referral: {lead} ({company})', ja: '新しい紹介：{lead} 様（{company}）' },
  subjectReview: { en: 'Referral to review: {lead} ({company})', ja: '確認待ちの紹介：{lead} 様（{company}）' },
  checks: { en: 'To be looked at', ja: '確認事項' },
  button: { en: 'Open the referral', ja: '紹介を開く' },
} satisfies Record<string, Word>
