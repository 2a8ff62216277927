/** What somebody may be told of. */
export const noticeKinds = [
  'case_opened',
  'case_joined',
  'case_assigned',
  'case_reply',
  'case_mention',
  'sla_warning',
  'sla_late',
  'ask_written',
  'consent_ends',
  'referral_new',
  'referral_review',
  'trouble',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const mailTimings = ['now', 'digest', 'off'] as const
export type MailTiming = (typeof mailTimings)[number]
