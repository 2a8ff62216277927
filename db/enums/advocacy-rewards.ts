import { askKinds, type AskKind } from '#db/enums/advocacy.ts'

/** What a reward is for: an act, never a score. One rule each. */
export const rewardRules = ['referral_qualified', 'referral_won', ...askKinds.map((kind) => `ask_done:${kind}` as const)] as const // prettier-ignore
export type RewardRule = 'referral_qualified' | 'referral_won' | `ask_done:${AskKind}`

/**
 * `earned` until a colleague approves it, `approved` until it is handed over, `issued` for good. `barred`: the person may not
 * accept it. What is cancelled stays, with its reason.
 */
export const rewardStates = ['earned', 'approved', 'issued', 'barred', 'cancelled'] as const
export type RewardState = (typeof rewardStates)[number]

export const giftKinds = ['amount', 'code', 'thing'] as const
/** Worth something: an amount in minor units of a currency, a code of a list, or a thing in words. */
export type Gift =
  | { kind: 'amount'; minor: number; currency: string }
  | { kind: 'code'; listId: string }
  | { kind: 'thing'; en: string; ja: string }

/** One version of a rule. */
export interface RewardTerms {
  on: boolean
  /** 0: none. */
  points: number
  /** Whether points are given to who may not accept gifts, too: they are thanks, and worth no money. */
  pointsAnyway: boolean
  gift: Gift | null
}

/** Why somebody may not accept gifts. */
export const barReasons = ['public_sector', 'company_policy', 'law', 'own_wish', 'other'] as const
export type BarReason = (typeof barReasons)[number]

/** A step that points lead to. */
export interface Tier {
  key: string
  from: number
  name: Record<'en' | 'ja', string>
  benefits: Record<'en' | 'ja', string>
}

/** A mail of thanks; `{name}`, `{company}`, `{tier}`, `{years}` are filled in. */
export interface ThanksMail {
  on: boolean
  wording: Record<'en' | 'ja', { subject: string; body: string }>
}
