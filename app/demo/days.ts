import { DAY, dayOfIso, HOUR } from '#app/platform/day.ts'

/** The zone of the demo's organisation, `Asia/Tokyo`, is nine hours ahead all year. */
const tokyo = 9 * HOUR

/** The midnight in Tokyo before or at an instant. */
export const midnight = (at: number) => Math.floor((at + tokyo) / DAY) * DAY - tokyo

/** 0 is Sunday. 1 January 1970 was a Thursday. */
export const weekday = (at: number, offset = tokyo) => (Math.floor((at + offset) / DAY) + 4) % 7

/** Moves what falls on a weekend to the nearest working day at the same hour. */
export function onWorkday(at: number): number {
  const day = weekday(at)
  return day === 6 ? at - DAY : day === 0 ? at + DAY : at
}

/** The first instant at or after `at` in which people at an offset from UTC work: Monday to Friday, 8:30 to 18:30. */
export function inHours(at: number, offset: number = tokyo): number {
  const opens = 8.5 * HOUR
  const closes = 18.5 * HOUR
  let local = at + offset
  const time = ((local % DAY) + DAY) % DAY
  // What falls outside keeps its minutes, so that not everybody answers at half past eight.
  if (time < opens) local += opens - time + (time % HOUR)
  else if (time >= closes) local += DAY - time + opens + (time % HOUR)
  const day = weekday(local, 0)
  if (day === 6) local += 2 * DAY
  else if (day === 0) local += DAY
  return local - offset
}

/** The midnight in Tokyo of a day `YYYY-MM-DD`, or null when there is no such day. */
export function midnightOf(iso: string): number | null {
  const day = dayOfIso(iso)
  return day === null ? null : day * DAY - tokyo
}
