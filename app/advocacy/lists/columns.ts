import { headerWords } from '#app/accounts/import/header-words.ts'

/** How the columns of each list may be called; compared folded and without spaces and signs. */
export const askColumns = {
  email: headerWords.email,
  externalId: headerWords.external_id,
  subject: ['subject', 'mail subject', '件名', 'メール件名'],
  text: ['text', 'body', 'message', 'own words', '本文', '文面', 'メッセージ'],
} as const

export const leadColumns = {
  referrer: ['referrer', 'referred by', 'recommended by', 'referral code', 'code', '紹介者', '紹介元', '紹介コード', 'コード'], // prettier-ignore
  name: ['name', 'lead', 'lead name', 'full name', '氏名', 'お名前', '名前', '紹介された方', '見込み客'],
  email: headerWords.email,
  company: ['company', 'company name', 'organisation', 'organization', '会社', '会社名', '企業名'],
  message: ['message', 'note', 'notes', 'comment', 'メッセージ', '備考', 'メモ'],
} as const

export const outcomeColumns = {
  id: ['referral id', 'koe id of the referral', 'id', '紹介ID', '紹介の Koe ID'],
  email: headerWords.email,
  outcome: ['outcome', 'state', 'status', 'stage', 'result', '結果', '状態', 'ステータス', 'フェーズ'],
  amount: ['amount', 'deal', 'deal value', 'value', 'revenue', '金額', '受注金額', '売上'],
  currency: ['currency', 'currency code', '通貨', '通貨コード'],
  reason: ['reason', 'lost reason', 'loss reason', '理由', '失注理由'],
} as const

export type AskColumn = keyof typeof askColumns
export type LeadColumn = keyof typeof leadColumns
export type OutcomeColumn = keyof typeof outcomeColumns
