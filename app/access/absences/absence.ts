import { z } from 'zod'
import { dayOfIso } from '#app/platform/day.ts'
import { idField } from '#app/access/user.ts'

/** Longest absence, in days: a year of parental leave and a little more. */
export const longestAbsence = 400

const day = z
  .string()
  .transform((iso) => dayOfIso(iso))
  .pipe(z.number())

export const absenceSchema = z.object({ userId: idField, from: day, to: day, standInId: idField.optional() })

export const absenceIdSchema = z.object({ userId: idField, absenceId: idField })

export interface Away {
  userId: string
  fromDay: number
  toDay: number
  standInId: string | null
}

export const isAway = ({ fromDay, toDay }: Pick<Away, 'fromDay' | 'toDay'>, day: number) =>
  fromDay <= day && day <= toDay

/** Whether somebody is there, and else who stands in; nobody for who has left. */
export interface Presence {
  here: boolean
  standInId: string | null
}

/**
 * Who works for somebody: they themselves while they are there, else their stand-in, and theirs. Null when nobody stands
 * in, or each for the other.
 */
export async function workerOf(userId: string, presenceOf: (id: string) => Promise<Presence>): Promise<string | null> {
  const seen = new Set<string>()
  for (let id: string | null = userId; id !== null && !seen.has(id);) {
    seen.add(id)
    const { here, standInId }: Presence = await presenceOf(id)
    if (here) return id
    id = standInId
  }
  return null
}

export type AbsenceFault =
  | 'absence_ends'
  | 'absence_over'
  | 'absence_long'
  | 'absence_overlaps'
  | 'stand_in_self'
  | 'stand_in_away'
  | 'stand_in_circle'

/** What speaks against an absence, beside those that are there already; null when nothing does. `today`: by their clock. */
export function faultOfAbsence(wanted: Away, others: readonly Away[], today: number): AbsenceFault | null {
  const { userId, fromDay, toDay, standInId } = wanted
  if (toDay < fromDay) return 'absence_ends'
  if (toDay < today) return 'absence_over'
  if (toDay - fromDay >= longestAbsence) return 'absence_long'
  if (others.some((one) => one.userId === userId && one.fromDay <= toDay && fromDay <= one.toDay))
    return 'absence_overlaps'
  if (standInId === null) return null
  if (standInId === userId) return 'stand_in_self'
  const days = Array.from({ length: toDay - fromDay + 1 }, (_, n) => fromDay + n)
  const theirs = others.filter((one) => one.userId === standInId)
  if (days.every((on) => theirs.some((one) => isAway(one, on)))) return 'stand_in_away'
  return days.some((on) => leadsBack(standInId, userId, on, others)) ? 'stand_in_circle' : null
}

/** The field that a fault is about. */
export const faultField: Record<AbsenceFault, 'from' | 'to' | 'standInId'> = {
  absence_ends: 'to',
  absence_over: 'to',
  absence_long: 'to',
  absence_overlaps: 'from',
  stand_in_self: 'standInId',
  stand_in_away: 'standInId',
  stand_in_circle: 'standInId',
}

/** Whether the stand-ins of a day lead from one person to another. */
function leadsBack(fromId: string, toId: string, day: number, absences: readonly Away[]): boolean {
  const seen = new Set<string>()
  for (let id: string | null = fromId; id !== null && !seen.has(id);) {
    if (id === toId) return true
    seen.add(id)
    const here: string = id
    id = absences.find((one) => one.userId === here && isAway(one, day))?.standInId ?? null
  }
  return false
}
