import type { Word } from '#app/platform/words.ts'
import type { AskKind } from '#db/enums/advocacy.ts'

/** What each kind of ask is called, also where it was agreed to. By themselves, for lists of advocates need no more. */
export const askKindNames: Record<AskKind, Word> = {
  referral: { en: 'Referral', ja: '紹介' },
  reference: { en: 'Reference call', ja: 'リファレンスコール' },
  review: { en: 'Review', ja: 'レビュー投稿' },
  quote: { en: 'Quote', ja: 'お客様の声' },
  case_study: { en: 'Case study', ja: '導入事例' },
  event: { en: 'Talk at an event', ja: 'イベント登壇' },
  advisory_board: { en: 'Advisory board', ja: 'アドバイザリーボード' },
  ambassador: { en: 'Ambassador', ja: 'アンバサダー就任' },
}
