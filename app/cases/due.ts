import type { Target } from '#app/cases/sla/policy.ts'
import { MINUTE } from '#app/platform/day.ts'
import { addWorkingTime, type WorkingCalendar } from '#app/platform/working-time.ts'
import type { Severity } from '#db/enums/surveys.ts'

/** When a reply to an unhappy answer is due. */
export function replyDue(
  at: number,
  { replyMinutes }: Pick<Target, 'replyMinutes'>,
  calendar: WorkingCalendar,
): number {
  return addWorkingTime(at, replyMinutes * MINUTE, calendar)
}

/** When a case is due to be resolved, as long as nothing pauses it. */
export function resolveDue(
  at: number,
  { resolveMinutes }: Pick<Target, 'resolveMinutes'>,
  calendar: WorkingCalendar,
): number {
  return addWorkingTime(at, resolveMinutes * MINUTE, calendar)
}

const order: Record<Severity, number> = {
  low: 0,
  normal: 1,
  high: 2,
  urgent: 3,
}

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return order[a] >= order[b] ? a : b
}
