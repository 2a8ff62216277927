import { DateTime } from 'luxon'
import { DAY, isoOfDay, MINUTE } from '#app/platform/day.ts'

/** The calendar day of an instant in a zone, in days since 1970-01-01. */
export function dayOf(at: number, zone: string): number {
  const quarter = `${Math.floor(at / (15 * MINUTE))} ${zone}` // every zone's midnight falls on one
  let day = days.get(quarter)
  if (day !== undefined) return day
  const local = DateTime.fromMillis(at, { zone })
  day = Math.round(Date.UTC(local.year, local.month - 1, local.day) / DAY)
  if (days.size >= 4_000) days.clear()
  days.set(quarter, day)
  return day
}
const days = new Map<string, number>()

/** The last instant of the calendar day of `at` in a zone. */
export const dayEnd = (at: number, zone: string): number => DateTime.fromMillis(at, { zone }).endOf('day').toMillis()

/** The last instant of the calendar day that is so many months after that of `at` in a zone: of 31 January and a month, 28 February. */
export const monthsAfter = (at: number, months: number, zone: string): number =>
  DateTime.fromMillis(at, { zone }).plus({ months }).endOf('day').toMillis()

/** The first instant of a calendar day in a zone; milliseconds UTC. */
export const startOfDay = (day: number, zone: string): number =>
  DateTime.fromISO(isoOfDay(day), { zone }).startOf('day').toMillis()

/** When it is `hour` o'clock on a calendar day in a zone, on a day the clocks change too; milliseconds UTC. */
export const hourOfDay = (day: number, hour: number, zone: string): number =>
  DateTime.fromISO(isoOfDay(day), { zone }).set({ hour }).toMillis()

export function isZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid
}
