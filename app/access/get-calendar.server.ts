import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { calendarId } from '#app/access/calendar.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { defaultWeek, type WorkingCalendar } from '#app/platform/working-time.ts'
import { calendarDays, calendars } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({ week: calendars.weekHours, country: calendars.country })
    .from(calendars)
    .where(eq(calendars.id, sql.placeholder('id'))),
)
const findDays = statement((db) =>
  db
    .select({ day: calendarDays.day })
    .from(calendarDays)
    .where(
      and(
        eq(calendarDays.calendarId, sql.placeholder('id')),
        gte(calendarDays.day, sql.placeholder('from')),
        lte(calendarDays.day, sql.placeholder('to')),
      ),
    ),
)

/** Days ahead that are looked up: no span of working time reaches further. */
const ahead = 120

/** What an instant's working time is counted by; the defaults until somebody sets it. Open to every room. */
export async function getWorkingCalendar(ctx: Ctx, at: number): Promise<WorkingCalendar> {
  const db = read(ctx)
  const { zone } = await getOrganisation(ctx)
  const [row] = await find(db, { id: calendarId })
  const from = dayOf(at, zone)
  const days = row ? await findDays(db, { id: calendarId, from, to: from + ahead }) : []
  return { zone, week: row?.week ?? defaultWeek, off: new Set(days.map(({ day }) => day)) }
}

/** Whether somebody has set the calendar. Open to every room. */
export async function isCalendarSet(ctx: Ctx): Promise<boolean> {
  return (await find(read(ctx), { id: calendarId })).length > 0
}

/** The calendar as its page shows it, with days off from the start of last month. */
export async function getCalendar(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const db = read(ctx)
  const { zone } = await getOrganisation(ctx)
  const [row] = await find(db, { id: calendarId })
  const days = await db
    .select({ day: calendarDays.day, name: calendarDays.name, own: calendarDays.own })
    .from(calendarDays)
    .where(and(eq(calendarDays.calendarId, calendarId), gte(calendarDays.day, dayOf(ctx.now() - 31 * DAY, zone))))
    .orderBy(asc(calendarDays.day))
    .limit(200)
  return { saved: row !== undefined, week: row?.week ?? defaultWeek, country: row?.country ?? null, days, zone }
}
