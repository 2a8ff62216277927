import { DateTime } from 'luxon'
import { DAY, isoOfDay, MINUTE } from '#app/platform/day.ts'

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

/** When it is `hour` o'clock on a calendar day in a zone, on a day the clocks change too; milliseconds UTC. */
export const hourOfDay = (day: number, hour: number, zone: string): number =>
  DateTime.fromISO(isoOfDay(day), { zone }).set({ hour }).toMillis()

export function isZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid
}
