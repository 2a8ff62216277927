import { waitReasons } from '#db/enums/delivery.ts'

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
  ...waitReasons,
] as const
export type GuardReason = (typeof guardReasons)[number]
