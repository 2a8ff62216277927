import { z } from 'zod'
import { idField, line, zoneField } from '#app/access/user.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { Opening } from '#app/platform/working-time.ts'

/** Everybody's who has no other. */
export const mainCalendarId = 'main'

/** `09:30`, up to `24:00`, as minutes from midnight. */
export const clockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

const minute = z.number().int().min(0).max(1440)
const country = z.string().regex(/^[A-Z]{2}$/)

const calendarId = z.union([z.literal(mainCalendarId), idField]).default(mainCalendarId)

/** Every calendar but `main`, which has neither: it is the organisation's. */
export const newCalendarSchema = z.object({ name: line(80), zone: zoneField })
export const calendarIdSchema = z.object({ calendarId: idField })
export const calendarNameSchema = newCalendarSchema.extend({ calendarId: idField })

/** Seven days, Monday first, in minutes from midnight; the country's public holidays are days off. */
export const calendarSchema = z.object({
  calendarId,
  week: z.array(z.object({ from: minute, to: minute }).nullable()).length(7),
  country: country.nullable(),
})

/** A week as `WeekHours` posts it. */
export const weekForm = z
  .array(z.object({ open: z.boolean().optional(), from: clockTime, to: clockTime }))
  .length(7)
  .transform((days) => days.map(({ open, from, to }) => (open ? { from, to } : null)))

/** @throws Invalid naming the day that ends before it begins, as `WeekHours` calls it */
export function refuseBackwards(week: readonly Opening[]): void {
  const wrong = week.findIndex((opening) => opening && opening.from >= opening.to)
  if (wrong >= 0) throw new Invalid('hours_end_before', { [`days[${wrong}].to`]: 'hours_end_before' })
}

/** What the calendar's form posts, as what `calendarSchema` takes. */
export const calendarFormSchema = z
  .object({ calendarId, days: weekForm, country: country.optional() })
  .transform((form) => ({ calendarId: form.calendarId, week: form.days, country: form.country ?? null }))

export const dayOffSchema = z.object({ calendarId, date: z.iso.date(), name: line(80) })
export const dayOffKeySchema = z.object({ calendarId, day: z.coerce.number().int() })

/** `09:30` of minutes from midnight. */
export const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
