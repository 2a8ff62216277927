import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

/** What happened to personal links and to those who came by them. */
export const referralEventWords: Record<string, Word> = {
  'advocacy.referral_link_made': w('Made a referral link', '紹介用リンクを作成'),
  'advocacy.referral_link_revoked': w('Took a referral link back', '紹介用リンクを無効化'),
  'advocacy.referral_received': w('Lead came by a referral link', '紹介用リンクから登録'),
  'advocacy.referral_added': w('Wrote a referral down', '紹介を登録'),
  'advocacy.referral_given': w('Gave a referral to a colleague', '紹介の担当者を変更'),
  'advocacy.referral_accepted': w('Accepted a referral', '紹介を受け付け'),
  'advocacy.referral_qualified': w('Qualified a referral', '紹介を商談中に変更'),
  'advocacy.referral_won': w('Won a referral', '紹介を受注に変更'),
  'advocacy.referral_lost': w('Lost a referral', '紹介を失注に変更'),
  'advocacy.referral_rejected': w('Rejected a referral', '紹介を対象外に変更'),
  'advocacy.referral_reopened': w('Took a referral one step back', '紹介を前の状態に戻す'),
  'advocacy.rate_set': w('Wrote an exchange rate down', '換算レートを登録'),
  'advocacy.rate_removed': w('Removed an exchange rate', '換算レートを削除'),
  'advocacy.deal_converted': w('Filled in what a deal is in our currency', '受注金額を基準通貨に換算'),
  'advocacy.referral_erased': w('Erased the lead of a referral', '紹介された方の個人データを削除'),
}
