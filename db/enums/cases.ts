export const caseStates = ['new', 'contacted', 'working', 'waiting', 'resolved', 'closed'] as const
/** `verified` and `silent` come from the customer's answer to the re-ask, or from its missing; `by_hand` is a colleague's word. */
export const closeKinds = [
  'verified',
  'silent',
  'by_hand',
  'changed_answer',
  'withdrawn',
  'dismissed',
  'joined',
] as const
/** What somebody on a case answered when they were asked again. */
export const recoveries = ['none', 'recovered', 'not', 'silent'] as const
export type Recovery = (typeof recoveries)[number]
/** Why a colleague doesn't want somebody on a case to be asked again. */
export const spareReasons = ['said_so', 'talking', 'absent', 'wrong_person', 'other'] as const
export type SpareReason = (typeof spareReasons)[number]
/**
 * Why an answer is on a case: its score, a comment that contradicts its good score, or since who gave it asked for a
 * reply.
 */
export const landReasons = ['score', 'contradiction', 'asked'] as const
export type LandReason = (typeof landReasons)[number]
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
