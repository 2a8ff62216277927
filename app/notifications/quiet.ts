import { DateTime } from 'luxon'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay, MINUTE } from '#app/platform/day.ts'
import { instantIn } from '#app/platform/local-time.ts'

/** Zones change their clocks by a multiple of it, and digests go out on one. */
export const QUARTER = 15 * MINUTE

/** By the person's clock, in minutes from midnight; may span midnight. */
export interface QuietHours {
  from: number
  to: number
}

/** Those of somebody's settings; null for none. */
export const quietOf = (row: { quietFrom: number | null; quietTo: number | null } | null): QuietHours | null =>
  row?.quietFrom == null || row.quietTo === null ? null : { from: row.quietFrom, to: row.quietTo }

/** When the digest goes out until the person says otherwise: 8:30. */
export const usualDigestAt = 8 * 60 + 30

function minuteOf(at: number, zone: string): number {
  const { hour, minute } = DateTime.fromMillis(at, { zone })
  return hour * 60 + minute
}

/** Whether an instant is in the quiet hours; hours that end when they begin are none. */
export function isQuiet(at: number, zone: string, { from, to }: QuietHours): boolean {
  const minute = minuteOf(at, zone)
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to
}

/** The instant itself, or when the quiet hours end that it falls into. */
export function afterQuiet(at: number, zone: string, quiet: QuietHours | null): number {
  if (!quiet || !isQuiet(at, zone, quiet)) return at
  const today = dayOf(at, zone)
  let end = instantIn(zone, isoOfDay(minuteOf(at, zone) < quiet.to ? today : today + 1), quiet.to)
  // When clocks change there may be two such times, or none.
  while (end <= at || isQuiet(end, zone, quiet)) end += QUARTER
  return end
}

/** The next time that a person's clock shows so many minutes from midnight, after an instant. */
export function nextAt(at: number, zone: string, minutes: number): number {
  const today = dayOf(at, zone)
  for (let day = today; ; day++) {
    const found = instantIn(zone, isoOfDay(day), minutes)
    if (found > at) return found
  }
}

/** The end of the quarter of an hour that an instant falls into: it begins with it. */
export const quarterEnd = (at: number): number => (Math.floor(at / QUARTER) + 1) * QUARTER
