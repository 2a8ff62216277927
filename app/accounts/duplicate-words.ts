import type { Word } from '#app/platform/words.ts'
import type { DuplicateReason } from '#app/accounts/duplicate-pairs.ts'

export const duplicateLists = ['account', 'contact', 'dismissed'] as const
export type DuplicateList = (typeof duplicateLists)[number]

export const duplicateWords = {
  title: { en: 'Duplicates', ja: '重複の候補' },
  find: { en: 'Find duplicates', ja: '重複を探す' },
  intro: {
    en: 'Accounts and people that are probably the same. Koe looks every night; pairs that you say are not duplicates aren’t shown again.',
    ja: '同じ取引先・同じ連絡先と思われる組み合わせです。毎晩探します。「重複ではない」とした組み合わせは、今後表示しません。',
  },
  accounts: { en: 'Accounts', ja: '取引先' },
  contacts: { en: 'People', ja: '連絡先' },
  dismissed: { en: 'Not duplicates', ja: '重複ではない' },
  lists: { en: 'Which pairs', ja: '表示する組み合わせ' },
  look: { en: 'Look now', ja: '今すぐ探す' },
  looking: { en: 'Looking for duplicates…', ja: '重複を探しています…' },
  lookingBody: {
    en: 'Pairs appear here as they are found. You can leave this page.',
    ja: '見つかったものから表示します。このページを離れてもかまいません。',
  },
  none: { en: 'No duplicates known', ja: '重複の候補はありません' },
  noneBody: {
    en: 'Koe compares names (without legal forms, spaces and signs), domains and addresses every night. Just imported a list? Look now.',
    ja: '会社名（法人格・空白・記号を除く）、ドメイン、メールアドレスを毎晩照合します。インポートした直後は「今すぐ探す」を押してください。',
  },
  noneDismissed: { en: 'Nothing judged yet', ja: 'まだ判断したものはありません' },
  noneDismissedBody: {
    en: 'Pairs that you say are no duplicates are kept here, and can be taken back.',
    ja: '「重複ではない」とした組み合わせをここに残します。取り消すこともできます。',
  },
  apart: { en: 'Not duplicates', ja: '重複ではない' },
  takeBack: { en: 'Show again', ja: '候補に戻す' },
  saidDismissed: { en: '“{a}” and “{b}” are kept apart', ja: '「{a}」と「{b}」は重複ではないとしました' },
  saidRestored: { en: '“{a}” and “{b}” are shown again', ja: '「{a}」と「{b}」を候補に戻しました' },
  pair: { en: '{a} and {b}', ja: '{a} と {b}' },
  account: { en: 'Account', ja: '取引先' },
  owner: { en: 'Owner', ja: '担当者' },
  domain: { en: 'Domain', ja: 'ドメイン' },
  externalId: { en: 'ID', ja: 'ID' },
  people: { en: 'People', ja: '連絡先の数' },
  email: { en: 'E-mail', ja: 'メール' },
  phone: { en: 'Phone', ja: '電話' },
  jobTitle: { en: 'Title', ja: '役職' },
  since: { en: 'Known since', ja: '登録日' },
  left: { en: 'Has left', ja: '退職' },
} satisfies Record<string, Word>

export const reasonWords: Record<DuplicateReason, Word> = {
  name: { en: 'same name', ja: '会社名が同じ' },
  domain: { en: 'same domain', ja: 'ドメインが同じ' },
  person: { en: 'same name', ja: '氏名が同じ' },
  phone: { en: 'same phone number', ja: '電話番号が同じ' },
  address: { en: 'same mailbox', ja: 'メールの宛先が同じ' },
}
