import { and, eq, isNotNull } from 'drizzle-orm'
import type { z } from 'zod'
import {
  calendarIdSchema,
  calendarNameSchema,
  calendarSchema,
  dayOffKeySchema,
  dayOffSchema,
  mainCalendarId,
  newCalendarSchema,
  refuseBackwards,
} from '#app/access/calendar.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { publicHolidays } from '#app/access/public-holidays.server.ts'
import { userCalendarSchema } from '#app/access/user.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { dayOfIso, isoOfDay } from '#app/platform/day.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { rowLock } from '#db/lock.ts'
import { users } from '#db/schema/access.ts'
import { calendarDays, calendars } from '#db/schema/platform.ts'

const lockCalendar = rowLock(calendars, calendars.id)

const subjectOf = (id: string) => ({ kind: 'calendar', id })

/** A calendar for those who work elsewhere or at other hours: it begins with the organisation's week. @returns its id */
export async function createCalendar(ctx: Ctx, input: z.input<typeof newCalendarSchema>): Promise<string> {
  const { name, zone } = newCalendarSchema.parse(input)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const [main] = await ctx.tx
      .select({ weekHours: calendars.weekHours })
      .from(calendars)
      .where(eq(calendars.id, mainCalendarId))
    const id = newId('cal', ctx.now())
    const weekHours = main?.weekHours ?? defaultWeek
    await ctx.tx.insert(calendars).values({ id, name, zone, weekHours, country: null, updatedAt: ctx.now() })
    await recordEvent(ctx, { type: 'access.calendar_created', subject: subjectOf(id), data: { zone } })
    return id
  })
}

/** Gives a calendar another name or zone. Due times that are set already stay as they are. @throws NotFound */
export async function renameCalendar(ctx: Ctx, input: z.input<typeof calendarNameSchema>): Promise<void> {
  const { calendarId: id, name, zone } = calendarNameSchema.parse(input)
  authorise(ctx, 'settings.edit')
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .update(calendars)
      .set({ name, zone, updatedAt: ctx.now() })
      .where(eq(calendars.id, id))
      .returning({ id: calendars.id })
    if (!row) throw new NotFound()
    await recordEvent(ctx, { type: 'access.calendar_edited', subject: subjectOf(id), data: { zone } })
  })
}

/** Who has left goes by it no more. @throws NotFound, Conflict `calendar_used` while somebody does */
export async function removeCalendar(ctx: Ctx, input: z.input<typeof calendarIdSchema>): Promise<void> {
  const { calendarId: id } = calendarIdSchema.parse(input)
  authorise(ctx, 'settings.edit')
  await write(ctx, async (ctx) => {
    await lockCalendar(ctx.tx, id)
    await ctx.tx
      .update(users)
      .set({ calendarId: null })
      .where(and(eq(users.calendarId, id), eq(users.state, 'ended')))
    const [used] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.calendarId, id)).limit(1)
    if (used) throw new Conflict('calendar_used')
    await ctx.tx.delete(calendarDays).where(eq(calendarDays.calendarId, id))
    const [row] = await ctx.tx.delete(calendars).where(eq(calendars.id, id)).returning({ id: calendars.id })
    if (!row) throw new NotFound()
    await recordEvent(ctx, { type: 'access.calendar_removed', subject: subjectOf(id) })
  })
}

/**
 * Whose hours and days off a colleague works by; none for the organisation's. What is due stays as it was promised: their
 * next clocks run by it. @throws NotFound
 */
export async function chooseCalendar(ctx: Ctx, input: z.input<typeof userCalendarSchema>): Promise<void> {
  const { userId, calendarId = null } = userCalendarSchema.parse(input)
  authorise(ctx, 'users.edit')
  await write(ctx, async (ctx) => {
    if (calendarId) {
      await lockCalendar(ctx.tx, calendarId)
      const [known] = await ctx.tx.select({ id: calendars.id }).from(calendars).where(eq(calendars.id, calendarId))
      if (!known) throw new NotFound()
    }
    const [user] = await ctx.tx
      .update(users)
      .set({ calendarId })
      .where(eq(users.id, userId))
      .returning({ id: users.id })
    if (!user) throw new NotFound()
    await recordEvent(ctx, {
      type: 'access.calendar_chosen',
      subject: { kind: 'user', id: userId },
      data: { calendarId },
    })
  })
}

/**
 * Sets working hours and the country of public holidays. Due times that are set already stay as they are.
 * @throws Invalid naming the day that ends before it begins
 */
export async function editCalendar(ctx: Ctx, input: z.input<typeof calendarSchema>): Promise<void> {
  const { calendarId: id, week: weekHours, country } = calendarSchema.parse(input)
  authorise(ctx, 'settings.edit')
  refuseBackwards(weekHours)
  const holidays = await holidaysAround(ctx, country)
  await write(ctx, async (ctx) => {
    const values = { weekHours, country, updatedAt: ctx.now() }
    await saveMain(ctx, id)
    const [row] = await ctx.tx.update(calendars).set(values).where(eq(calendars.id, id)).returning({ id: calendars.id })
    if (!row) throw new NotFound()
    await replaceHolidays(ctx, id, holidays)
    await recordEvent(ctx, { type: 'access.calendar_edited', subject: subjectOf(id), data: { country } })
  })
}

/** A day off of one's own; one that is a public holiday anyway takes the new name. Before any calendar, the default week is saved with it. */
export async function addDayOff(ctx: Ctx, input: z.input<typeof dayOffSchema>): Promise<void> {
  const { calendarId: id, date, name } = dayOffSchema.parse(input)
  const day = dayOfIso(date)!
  authorise(ctx, 'settings.edit')
  await write(ctx, async (ctx) => {
    await saveMain(ctx, id)
    const [row] = await ctx.tx.select({ id: calendars.id }).from(calendars).where(eq(calendars.id, id))
    if (!row) throw new NotFound()
    await ctx.tx
      .insert(calendarDays)
      .values({ calendarId: id, day, name, own: true })
      .onConflictDoUpdate({ target: [calendarDays.calendarId, calendarDays.day], set: { name, own: true } })
    await recordEvent(ctx, { type: 'access.day_off_added', subject: subjectOf(id), data: { day } })
  })
}

/** @returns what was removed, so that it can be put back */
export async function removeDayOff(ctx: Ctx, input: z.input<typeof dayOffKeySchema>) {
  const { calendarId: id, day } = dayOffKeySchema.parse(input)
  authorise(ctx, 'settings.edit')
  return write(ctx, async (ctx) => {
    const [gone] = await ctx.tx
      .delete(calendarDays)
      .where(and(eq(calendarDays.calendarId, id), eq(calendarDays.day, day)))
      .returning({ name: calendarDays.name })
    if (!gone) throw new NotFound()
    await recordEvent(ctx, { type: 'access.day_off_removed', subject: subjectOf(id), data: { day } })
    return { date: isoOfDay(day), name: gone.name }
  })
}

/** Before anybody sets it, `main` has no row: then the default week is saved with what is changed of it. */
async function saveMain(ctx: TxCtx, id: string) {
  if (id !== mainCalendarId) return
  await ctx.tx
    .insert(calendars)
    .values({ id, weekHours: defaultWeek, country: null, updatedAt: ctx.now() })
    .onConflictDoNothing()
}

/**
 * Monthly: public holidays of last year, this and the next are always in every calendar that wants them. Where days have
 * changed by that, whoever counts by them hears of it.
 */
export async function renewHolidays(ctx: Ctx): Promise<void> {
  const rows = await ctx.store.db
    .select({ id: calendars.id, country: calendars.country })
    .from(calendars)
    .where(isNotNull(calendars.country))
    .limit(200)
  for (const { id, country } of rows) {
    const holidays = await holidaysAround(ctx, country)
    await write(ctx, async (ctx) => {
      if (await replaceHolidays(ctx, id, holidays))
        await recordEvent(ctx, { type: 'access.calendar_edited', subject: subjectOf(id), data: { country } })
    })
  }
}

/** Clocks look back as well as ahead, so those of last year are among them. */
async function holidaysAround(ctx: Ctx, country: string | null) {
  if (!country) return []
  const { zone, locale } = await getOrganisation(ctx)
  const year = Number(isoOfDay(dayOf(ctx.now(), zone)).slice(0, 4))
  return (await Promise.all([year - 1, year, year + 1].map((of) => publicHolidays(country, of, locale)))).flat()
}

/** @returns whether other days are off now than before */
async function replaceHolidays(ctx: TxCtx, id: string, holidays: { day: number; name: string }[]): Promise<boolean> {
  const before = await ctx.tx
    .delete(calendarDays)
    .where(and(eq(calendarDays.calendarId, id), eq(calendarDays.own, false)))
    .returning({ day: calendarDays.day })
  const after = holidays.length
    ? await ctx.tx
        .insert(calendarDays)
        .values(holidays.map((holiday) => ({ calendarId: id, own: false, ...holiday })))
        .onConflictDoNothing()
        .returning({ day: calendarDays.day })
    : []
  const days = new Set(before.map((row) => row.day))
  return after.length !== days.size || after.some((row) => !days.has(row.day))
}
