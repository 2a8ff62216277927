/** Why an invitation's mail was not sent after all: what came in between planning and sending. */
export const guardReasons = [
  'cancelled',
  'paused',
  'answered',
  'declined',
  'expired',
  'erased',
  'left',
  'no_email',
  'unsubscribed',
  'held',
  'asked_less',
  'invited_recently',
  'asked_elsewhere',
  'account_full',
  'outside_hours',
] as const
export type GuardReason = (typeof guardReasons)[number]
