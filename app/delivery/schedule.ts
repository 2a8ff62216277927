import { DateTime } from 'luxon'
import { z } from 'zod'
import { DAY, MINUTE } from '#app/platform/day.ts'

/** Days before its start at which the owners are told of a wave, unless said otherwise. */
export const usualNotice = 3
const furthest = 180

/** When a wave starts, as the launch page asks it; empty starts it at once. */
export const scheduleSchema = z.object({
  /** `YYYY-MM-DDTHH:MM` in the organisation's zone. */
  startsOn: z.string().max(20).optional(),
  noticeDays: z.coerce.number().int().min(0).max(30).default(usualNotice),
})

/** The instant that is meant; null when it can't be read, is past, or lies more than half a year ahead. */
export function startOf(text: string, zone: string, now: number): number | null {
  const at = DateTime.fromISO(text, { zone })
  if (!at.isValid) return null
  const start = at.toMillis()
  return start < now + MINUTE || start > now + furthest * DAY ? null : start
}

/** When the owners are told: so many days before the start, and not before now. */
export const noticeOf = (startsAt: number, noticeDays: number, now: number) =>
  Math.max(now, startsAt - noticeDays * DAY)
