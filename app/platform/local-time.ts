import { DateTime } from 'luxon'
import { DAY, dayOfIso, MINUTE } from '#app/platform/day.ts'

/** The instant of a day (`YYYY-MM-DD`) and minutes since its midnight, in a zone; of two or none when clocks change, one nearby. */
export function instantIn(zone: string, day: string, minutes: number): number {
  const wall = dayOfIso(day)! * DAY + minutes * MINUTE
  const guess = wall - DateTime.fromMillis(wall, { zone }).offset * MINUTE
  return wall - DateTime.fromMillis(guess, { zone }).offset * MINUTE
}
