import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { calendarId, calendarSchema, dayOffKeySchema, dayOffSchema } from '#app/access/calendar.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { publicHolidays } from '#app/access/public-holidays.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { dayOfIso, isoOfDay } from '#app/platform/day.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { calendarDays, calendars } from '#db/schema/platform.ts'

const subject = { kind: 'calendar', id: calendarId }

/**
 * Sets working hours and the country of public holidays. Due times that are set already stay as they are.
 * @throws Invalid naming the day that ends before it begins
 */
export async function editCalendar(ctx: Ctx, input: z.input<typeof calendarSchema>): Promise<void> {
  const { week: weekHours, country } = calendarSchema.parse(input)
  authorise(ctx, 'settings.edit')
  const wrong = weekHours.findIndex((opening) => opening && opening.from >= opening.to)
  if (wrong >= 0) throw new Invalid('hours_end_before', { [`days[${wrong}].to`]: 'hours_end_before' })
  const holidays = await holidaysAhead(ctx, country)
  await write(ctx, async (ctx) => {
    const values = { weekHours, country, updatedAt: ctx.now() }
    await ctx.tx
      .insert(calendars)
      .values({ id: calendarId, ...values })
      .onConflictDoUpdate({ target: calendars.id, set: values })
    await replaceHolidays(ctx, holidays)
    await recordEvent(ctx, { type: 'access.calendar_edited', subject, data: { country } })
  })
}

/** A day off of one's own; one that is a public holiday anyway takes the new name. Before any calendar, the default week is saved with it. */
export async function addDayOff(ctx: Ctx, input: z.input<typeof dayOffSchema>): Promise<void> {
  const { date, name } = dayOffSchema.parse(input)
  const day = dayOfIso(date)!
  authorise(ctx, 'settings.edit')
  await write(ctx, async (ctx) => {
    await ctx.tx
      .insert(calendars)
      .values({ id: calendarId, weekHours: defaultWeek, country: null, updatedAt: ctx.now() })
      .onConflictDoNothing()
    await ctx.tx
      .insert(calendarDays)
      .values({ calendarId, day, name, own: true })
      .onConflictDoUpdate({ target: [calendarDays.calendarId, calendarDays.day], set: { name, own: true } })
    await recordEvent(ctx, { type: 'access.day_off_added', subject, data: { day } })
  })
}

/** @returns what was removed, so that it can be put back */
export async function removeDayOff(ctx: Ctx, input: z.input<typeof dayOffKeySchema>) {
  const { day } = dayOffKeySchema.parse(input)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const [gone] = await ctx.tx
      .delete(calendarDays)
      .where(and(eq(calendarDays.calendarId, calendarId), eq(calendarDays.day, day)))
      .returning({ name: calendarDays.name })
    if (!gone) throw new NotFound()
    await recordEvent(ctx, { type: 'access.day_off_removed', subject, data: { day } })
    return { date: isoOfDay(day), name: gone.name }
  })
}

/** Monthly: public holidays of this year and the next are always in the calendar. */
export async function renewHolidays(ctx: Ctx): Promise<void> {
  const [row] = await ctx.store.db
    .select({ country: calendars.country })
    .from(calendars)
    .where(eq(calendars.id, calendarId))
  if (!row?.country) return
  const holidays = await holidaysAhead(ctx, row.country)
  await write(ctx, (ctx) => replaceHolidays(ctx, holidays))
}

async function holidaysAhead(ctx: Ctx, country: string | null) {
  if (!country) return []
  const { zone, locale } = await getOrganisation(ctx)
  const year = Number(isoOfDay(dayOf(ctx.now(), zone)).slice(0, 4))
  return (await Promise.all([year, year + 1].map((of) => publicHolidays(country, of, locale)))).flat()
}

async function replaceHolidays(ctx: TxCtx, holidays: { day: number; name: string }[]) {
  await ctx.tx.delete(calendarDays).where(and(eq(calendarDays.calendarId, calendarId), eq(calendarDays.own, false)))
  if (!holidays.length) return
  await ctx.tx
    .insert(calendarDays)
    .values(holidays.map((holiday) => ({ calendarId, own: false, ...holiday })))
    .onConflictDoNothing()
}
