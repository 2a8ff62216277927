import { DAY, HOUR } from '#app/platform/day.ts'
import { addWorkingTime, type WorkingCalendar } from '#app/platform/working-time.ts'
import type { Severity } from '#db/enums/surveys.ts'

/** Milliseconds of working time until somebody must have replied: a quarter of an eight-hour day to two days. */
const replyWithin: Record<Severity, number> = {
  urgent: 2 * HOUR,
  high: 4 * HOUR,
  normal: 8 * HOUR,
  low: 16 * HOUR,
}

/** How much earlier than its due time a case is ranked in the queue. */
const headStart: Record<Severity, number> = {
  urgent: 2 * DAY,
  high: 1 * DAY,
  normal: 0,
  low: 0,
}

/** When a reply to an unhappy answer is due. */
export function replyDue(at: number, severity: Severity, calendar: WorkingCalendar): number {
  return addWorkingTime(at, replyWithin[severity], calendar)
}

/** Place in the queue: the earlier, the more urgent. */
export function rankOf(replyDueAt: number, severity: Severity): number {
  return replyDueAt - headStart[severity]
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

/** Once everybody got a reply, the case comes up again within a week. */
export function rankWhenReplied(at: number): number {
  return at + 7 * DAY
}
