import { DateTime } from 'luxon'
import { dayOf } from '#app/platform/calendar.ts'
import { MINUTE, weekdayOf } from '#app/platform/day.ts'

/** When a day is worked: minutes from midnight, `from` before `to`, up to 1440. Null: a day off. */
export type Opening = { from: number; to: number } | null

export interface WorkingCalendar {
  zone: string
  /** Monday first. */
  week: Opening[]
  /** Days off that the week doesn't know, in days since 1970. */
  off: ReadonlySet<number>
}

const nineToFive = { from: 9 * 60, to: 17 * 60 }
/** Monday to Friday, nine to five. */
export const defaultWeek: Opening[] = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, null, null]

/**
 * The instant at which `span` milliseconds of working time after `at` have passed. A span that begins while nobody
 * works begins with the next opening; one that ends with the day is due at its close. A week without any opening
 * counts around the clock.
 */
export function addWorkingTime(at: number, span: number, calendar: WorkingCalendar): number {
  if (!everWorks(calendar)) return at + span
  let left = span
  for (let day = dayOf(at, calendar.zone); ; day++) {
    const worked = workedOn(day, calendar)
    if (!worked) continue
    const from = Math.max(at, worked.from)
    if (from >= worked.to) continue
    if (left <= worked.to - from) return from + left
    left -= worked.to - from
  }
}

/**
 * The instant since which `span` milliseconds of working time have passed at `at`: the mirror of `addWorkingTime`. A
 * span that ends while nobody works ends with the last close; one that fills a day begins at its opening.
 */
export function subtractWorkingTime(at: number, span: number, calendar: WorkingCalendar): number {
  if (!everWorks(calendar)) return at - span
  let left = span
  for (let day = dayOf(at, calendar.zone); ; day--) {
    const worked = workedOn(day, calendar)
    if (!worked) continue
    const to = Math.min(at, worked.to)
    if (to <= worked.from) continue
    if (left <= to - worked.from) return to - left
    left -= to - worked.from
  }
}

/** Milliseconds of working time between two instants; negative when `to` lies before `from`. */
export function workingTimeBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (!everWorks(calendar)) return to - from
  if (to < from) return -workingTimeBetween(to, from, calendar)
  const last = dayOf(to, calendar.zone)
  let sum = 0
  for (let day = dayOf(from, calendar.zone); day <= last; day++) {
    const worked = workedOn(day, calendar)
    if (worked) sum += Math.max(0, Math.min(to, worked.to) - Math.max(from, worked.from))
  }
  return sum
}

/** Somebody may have ticked every day off. Days off end some day, whatever their number. */
export const everWorks = ({ week }: WorkingCalendar) => week.some((opening) => opening && opening.from < opening.to)

/** From which instant to which a day is worked. Clocks that are put forward over the whole opening leave nothing of it. */
export function workedOn(day: number, calendar: WorkingCalendar): { from: number; to: number } | null {
  const known = worked.get(calendar) ?? new Map<number, { from: number; to: number } | null>()
  worked.set(calendar, known)
  let hours = known.get(day)
  if (hours === undefined) known.set(day, (hours = hoursOf(day, calendar)))
  return hours
}
/** A page counts the same weeks for every one of its clocks. */
const worked = new WeakMap<WorkingCalendar, Map<number, { from: number; to: number } | null>>()

function hoursOf(day: number, { zone, week, off }: WorkingCalendar) {
  const opening = off.has(day) ? null : week[weekdayOf(day) - 1]
  if (!opening) return null
  const from = instantOf(day, opening.from, zone)
  const to = instantOf(day, opening.to, zone)
  return from < to ? { from, to } : null
}

/**
 * The instant at which clocks in a zone show a time of a day; 1440 is the midnight that ends it. Of a time that comes
 * twice it is the first, of one that is left out it is as much later as the clocks are put forward.
 */
function instantOf(day: number, minute: number, zone: string): number {
  const key = `${day} ${minute} ${zone}`
  let at = instants.get(key)
  if (at !== undefined) return at
  const wall = new Date((day * 1440 + minute) * MINUTE)
  const shown = DateTime.fromObject(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    },
    { zone },
  )
  at = shown.getPossibleOffsets()[0]!.toMillis()
  if (instants.size >= 4_000) instants.clear()
  instants.set(key, at)
  return at
}
const instants = new Map<string, number>()
