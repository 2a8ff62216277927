import { DateTime } from 'luxon'

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** The calendar day of an instant in a zone, in days since 1970-01-01. */
export function dayOf(at: number, zone: string): number {
  const quarter = Math.floor(at / (15 * MINUTE)) // every zone's midnight falls on one
  const known = lastDay.get(zone)
  if (known?.quarter === quarter) return known.day
  const local = DateTime.fromMillis(at, { zone })
  const day = Math.round(Date.UTC(local.year, local.month - 1, local.day) / DAY)
  lastDay.set(zone, { quarter, day })
  return day
}
const lastDay = new Map<string, { quarter: number; day: number }>()

/** The last instant of the calendar day of `at` in a zone. */
export const dayEnd = (at: number, zone: string): number => DateTime.fromMillis(at, { zone }).endOf('day').toMillis()

/** The first instant of a calendar day in a zone; milliseconds UTC. */
export const startOfDay = (day: number, zone: string): number =>
  DateTime.fromISO(isoOfDay(day), { zone }).startOf('day').toMillis()

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

export function isZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid
}
