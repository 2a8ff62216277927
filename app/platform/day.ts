/* Calendar days as numbers since 1970-01-01: no zone is asked, so browsers get it without a library of zones. */

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** `YYYY-MM-DD` of a day number. */
export function isoOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** The day number of `YYYY-MM-DD`, or null when there is no such day. */
export function dayOfIso(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const at = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(at) || isoOfDay(at / DAY) !== iso ? null : at / DAY
}

/** Days from a day number to `YYYY-MM-DD`, negative when that was before; null when there is no such day. */
export function daysUntil(iso: string | null, today: number): number | null {
  const day = iso === null ? null : dayOfIso(iso)
  return day === null ? null : day - today
}

/** First day of the month of a day number. */
export function monthStart(day: number): number {
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY
}

/** First day of the month `months` after (or before) the month of a day number. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY
}

/** `2026-10` of any day of the month. */
export const isoOfMonth = (day: number): string => isoOfDay(day).slice(0, 7)

/** The first day of `2026-10`, or null when there is no such month. */
export const monthOfIso = (iso: string): number | null => (/^\d{4}-\d{2}$/.test(iso) ? dayOfIso(`${iso}-01`) : null)
