export const waveStates = ['scheduled', 'planning', 'ready', 'sending', 'paused', 'done', 'cancelled'] as const
export const invitationStates = ['planned', 'deferred', 'queued', 'sent', 'skipped', 'cancelled', 'failed'] as const
export const channels = ['email', 'api', 'link', 'widget', 'import', 'manual'] as const
export const preferenceChoices = ['off', 'half'] as const
/** Why somebody of the audience gets no mail: each a code of the message catalogue. */
export const skipReasons = [
  'no_email',
  'suppressed',
  'unsubscribed',
  'held',
  'asked_less',
  'invited_recently',
  'test_contact',
  'left',
  'internal',
  'vetoed',
] as const
export type SkipReason = (typeof skipReasons)[number]
export const waveChoiceKinds = ['exclude', 'add'] as const
/** Why an owner keeps somebody out of a wave. */
export const vetoReasons = ['talking', 'trouble', 'absent', 'asked_elsewhere', 'wrong_person', 'other'] as const
export type VetoReason = (typeof vetoReasons)[number]
/** What a person says instead of answering; `taken_back`: they had answered. Nobody is reminded after any of it. */
export const declines = ['not_my_job', 'told_already', 'taken_back'] as const
export type Decline = (typeof declines)[number]
export const suggestionStates = ['waiting', 'approved', 'refused'] as const
