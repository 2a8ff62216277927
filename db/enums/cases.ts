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
