export const caseStates = ['new', 'contacted', 'working', 'waiting', 'resolved', 'closed'] as const
export const closeKinds = ['verified', 'silent', 'changed_answer', 'withdrawn', 'dismissed', 'joined'] as const
export const causes = [
  'product',
  'support',
  'price',
  'onboarding',
  'reliability',
  'communication',
  'expectation',
  'other',
] as const
export const actions = [
  'apology',
  'fix',
  'training',
  'credit',
  'roadmap',
  'explanation',
  'escalation',
  'other',
] as const
export const entryKinds = ['note', 'call', 'meeting', 'mail_out', 'mail_in'] as const
/** How an unhappy person wants to hear from us, and when; `none` closes nothing, it tells us not to write. */
export const replyWishes = ['call', 'mail', 'none'] as const
export type ReplyWish = (typeof replyWishes)[number]
export const replyTimes = ['any', 'morning', 'afternoon', 'evening'] as const
export type ReplyTime = (typeof replyTimes)[number]
export const slaClocks = ['reply', 'resolve'] as const
export type SlaClock = (typeof slaClocks)[number]
/** One head start of a case in the queue: hours before its due time, and what it is for. */
export interface RankPart {
  why: 'value' | 'renewal' | 'severity'
  hours: number
  /** What the words need: minor units (and their currency), the ISO day of the renewal, or the severity. */
  of: string | number
  currency?: string
}
/** `lead`: the lead of the owner's team; such a rule is looked at before the owner. */
export const routeTargets = ['lead', 'user', 'team', 'rota'] as const
export type RouteTarget = (typeof routeTargets)[number]
/** What a routing rule asks for: every key that is there; a missing one means any. */
export interface RouteWhen {
  /** The words complain about the customer's contact person. */
  aboutOwner?: true
  tiers?: string[]
  regions?: string[]
  industries?: string[]
  languages?: string[]
  topicIds?: string[]
  severities?: string[]
}
