import type { Word } from '#app/platform/words.ts'

/** Kinds of things of advocacy that events are about. */
export const advocacySubjectWords: Record<string, Word> = {
  advocate: { en: 'Advocate', ja: 'アンバサダー' },
  ask: { en: 'Ask', ja: 'お願い' },
  ask_kind: { en: 'Kind of ask', ja: '依頼の種類' },
  ask_settings: { en: 'How often advocates are asked', ja: '依頼の上限' },
  consent: { en: 'Consent', ja: '同意' },
  guard: { en: 'Warning of advocacy', ja: 'アンバサダー活動の注意' },
  referral: { en: 'Referral', ja: '紹介' },
  exchange_rate: { en: 'Exchange rate', ja: '換算レート' },
  reward: { en: 'Reward', ja: '特典' },
  reward_rule: { en: 'Rule of rewards', ja: '特典のルール' },
  reward_settings: { en: 'Tiers and thanks', ja: 'ランクとお礼' },
  gift_list: { en: 'List of gift codes', ja: 'ギフトコードのリスト' },
}
