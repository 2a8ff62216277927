import { DAY, dayOf, HOUR, startOfDay, weekdayOf } from '#app/platform/calendar.ts'
import type { Severity } from '#db/enums/surveys.ts'

/** Milliseconds of working days (Monday to Friday, round the clock) until somebody must have replied. */
const replyWithin: Record<Severity, number> = {
  urgent: 4 * HOUR,
  high: 8 * HOUR,
  normal: 1 * DAY,
  low: 2 * DAY,
}

/** How much earlier than its due time a case is ranked in the queue. */
const headStart: Record<Severity, number> = {
  urgent: 2 * DAY,
  high: 1 * DAY,
  normal: 0,
  low: 0,
}

/** `span` milliseconds after `at`, with Saturdays and Sundays of the zone left out. */
export function addWorkingTime(at: number, span: number, zone: string): number {
  let day = dayOf(at, zone)
  let from = at
  let left = span
  for (;;) {
    const weekday = weekdayOf(day)
    if (weekday > 5) {
      day += 8 - weekday
      from = startOfDay(day, zone)
    }
    const ends = startOfDay(day + 1, zone)
    if (left < ends - from) return from + left
    left -= ends - from
    from = ends
    day += 1
  }
}

/** When a reply to an unhappy answer is due. */
export function replyDue(at: number, severity: Severity, zone: string): number {
  return addWorkingTime(at, replyWithin[severity], zone)
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
