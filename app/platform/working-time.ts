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

/** Days without any work after which a calendar can't be meant: somebody ticked every day off. */
const longestRest = 60

/**
 * The instant at which `span` milliseconds of working time after `at` have passed. A span that begins while nobody
 * works begins with the next opening; one that ends with the day is due at its close.
 */
export function addWorkingTime(at: number, span: number, { zone, week, off }: WorkingCalendar): number {
  let left = span
  let rested = 0
  for (let day = dayOf(at, zone); ; day++) {
    const opening = off.has(day) ? null : week[weekdayOf(day) - 1]
    if (!opening) {
      if (++rested > longestRest) return at + span // nobody ever works: count around the clock
      continue
    }
    rested = 0
    const from = Math.max(at, instantOf(day, opening.from, zone))
    const to = instantOf(day, opening.to, zone)
    if (from >= to) continue
    if (left <= to - from) return from + left
    left -= to - from
  }
}

/** The instant at which clocks in a zone show a time of a day; 1440 is the midnight that ends it. */
function instantOf(day: number, minute: number, zone: string): number {
  const key = `${day} ${minute} ${zone}`
  let at = instants.get(key)
  if (at !== undefined) return at
  const wall = new Date((day * 1440 + minute) * MINUTE)
  at = DateTime.fromObject(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    },
    { zone },
  ).toMillis()
  if (instants.size >= 500) instants.clear()
  instants.set(key, at)
  return at
}
const instants = new Map<string, number>()
