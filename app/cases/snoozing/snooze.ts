import { z } from 'zod'
import { moveInput } from '#app/cases/case.ts'
import { dayOf, hourOfDay } from '#app/platform/calendar.ts'
import { weekdayOf } from '#app/platform/day.ts'

/** For how long a case is put off: until the morning of a day so many days ahead, or of the next Monday. */
export const snoozeSpans = ['1', '3', 'monday', '7', '14', '30'] as const
export type SnoozeSpan = (typeof snoozeSpans)[number]

/** Nobody begins earlier. */
const morning = 8

/**
 * When a case that is put off comes back: at eight in the morning where the organisation is.
 *
 * @example
 * snoozeUntil('monday', friday, 'Asia/Tokyo') // three days later at 8:00
 */
export function snoozeUntil(span: SnoozeSpan, now: number, zone: string): number {
  const today = dayOf(now, zone)
  const days = span === 'monday' ? 8 - weekdayOf(today) : Number(span)
  return hourOfDay(today + days, morning, zone)
}

export const snoozeInput = moveInput.extend({ span: z.enum(snoozeSpans) })
