export const waveStates = ['scheduled', 'planning', 'ready', 'sending', 'paused', 'done', 'cancelled'] as const
export const invitationStates = ['planned', 'deferred', 'queued', 'sent', 'skipped', 'cancelled', 'failed'] as const
export const channels = ['email', 'api', 'link', 'widget', 'import', 'manual'] as const
/** As what an invitation stands in the ledger of what was sent. */
export const invitedKinds = ['invitation', 'recovery'] as const
export type InvitedKind = (typeof invitedKinds)[number]
export const preferenceChoices = ['off', 'half'] as const
/** Why somebody of the audience gets no mail: each a code of the message catalogue. */
export const skipReasons = [
  'no_email',
  'suppressed',
  'unsubscribed',
  'test_contact',
  'left',
  'internal',
  'vetoed',
] as const
export type SkipReason = (typeof skipReasons)[number]
/** Why somebody gets it later: what passes by itself. */
export const waitReasons = [
  'held',
  'asked_less',
  'invited_recently',
  'asked_elsewhere',
  'account_full',
  'outside_hours',
] as const
export type WaitReason = (typeof waitReasons)[number]

/** How often people of accounts of a tier may be invited. */
export interface Pace {
  /** Days between two invitations of one person, whatever the program; 0 for none. */
  betweenDays: number
  /** People of one account invited within `accountDays`; null for as many as there are. */
  accountPeople: number | null
  accountDays: number
}
export interface ContactRules {
  /** For every tier that has none of its own. */
  all: Pace
  tiers: Record<string, Pace>
  /** When mail leaves by the clock of whoever gets it: Monday first, minutes from midnight; null for a day without. */
  hours: ({ from: number; to: number } | null)[]
  /** Whether the public holidays and own days off of the calendar are left out. */
  holidays: boolean
}
export const waveChoiceKinds = ['exclude', 'add'] as const
/** Why an owner keeps somebody out of a wave. */
export const vetoReasons = ['talking', 'trouble', 'absent', 'asked_elsewhere', 'wrong_person', 'other'] as const
export type VetoReason = (typeof vetoReasons)[number]
/** What a person says instead of answering; `taken_back`: they had answered. Nobody is reminded after any of it. */
export const declines = ['not_my_job', 'told_already', 'taken_back'] as const
export type Decline = (typeof declines)[number]
export const suggestionStates = ['waiting', 'approved', 'refused'] as const
