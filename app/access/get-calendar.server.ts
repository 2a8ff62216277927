import { and, asc, count, eq, gte, lte, ne, sql } from 'drizzle-orm'
import { mainCalendarId } from '#app/access/calendar.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { NotFound } from '#app/platform/errors.ts'
import { defaultWeek, type WorkingCalendar } from '#app/platform/working-time.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { users } from '#db/schema/access.ts'
import { calendarDays, calendars } from '#db/schema/platform.ts'
import { statement } from '#db/statement.ts'

const columns = {
  id: calendars.id,
  name: calendars.name,
  zone: calendars.zone,
  week: calendars.weekHours,
  country: calendars.country,
}
const find = statement((db) =>
  db
    .select(columns)
    .from(calendars)
    .where(eq(calendars.id, sql.placeholder('id'))),
)
const findOf = statement((db) =>
  db
    .select(columns)
    .from(users)
    .innerJoin(calendars, eq(calendars.id, users.calendarId))
    .where(eq(users.id, sql.placeholder('userId'))),
)
const findOfMany = statement((db) =>
  db
    .select({ userId: users.id, ...columns })
    .from(users)
    .innerJoin(calendars, eq(calendars.id, users.calendarId))
    .where(amongTexts(users.id, 'userIds')),
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

/** Days ahead of today that are looked up: twice the longest promise, counted in eight-hour days, ends before. */
const ahead = 300

/**
 * What working time is counted by from an instant on: a colleague's own calendar, else the organisation's (`main`), else
 * the defaults. Open to every room.
 */
export async function getWorkingCalendar(ctx: Ctx, at: number, userId?: string | null): Promise<WorkingCalendar> {
  const db = read(ctx)
  const [own] = userId ? await findOf(db, { userId }) : []
  return own ? countedBy(ctx, at, own) : workingCalendar(ctx, at)
}

/** The same of some colleagues, each calendar read once. */
export async function workingCalendars(
  ctx: Ctx,
  at: number,
  userIds: ReadonlySet<string>,
): Promise<(userId: string) => WorkingCalendar> {
  const rows = await findOfMany(read(ctx), { userIds: manyTexts(userIds) })
  const found = new Map<string, WorkingCalendar>()
  for (const row of rows) if (!found.has(row.id)) found.set(row.id, await countedBy(ctx, at, row))
  if (rows.length < userIds.size) found.set(mainCalendarId, await workingCalendar(ctx, at))
  const own = new Map(rows.map((row) => [row.userId, row.id]))
  return (userId) => found.get(own.get(userId) ?? mainCalendarId)!
}

/** The same of one calendar, whoever goes by it. */
export async function workingCalendar(ctx: Ctx, at: number, id = mainCalendarId): Promise<WorkingCalendar> {
  const [row] = await find(read(ctx), { id })
  return countedBy(ctx, at, row)
}

async function countedBy(ctx: Ctx, at: number, row: Awaited<ReturnType<typeof find>>[number] | undefined) {
  const zone = row?.zone ?? (await getOrganisation(ctx)).zone
  const [from, to] = [dayOf(at, zone), dayOf(Math.max(at, ctx.now()), zone) + ahead]
  const days = row ? await findDays(read(ctx), { id: row.id, from, to }) : []
  return { zone, week: row?.week ?? defaultWeek, off: new Set(days.map(({ day }) => day)) }
}

/** Whether somebody has set the calendar. Open to every room. */
export async function isCalendarSet(ctx: Ctx): Promise<boolean> {
  return (await find(read(ctx), { id: mainCalendarId })).length > 0
}

/** A calendar as its page shows it, with days off from the start of last month. @throws NotFound but for `main` */
export async function getCalendar(ctx: Ctx, id = mainCalendarId) {
  authorise(ctx, 'settings.edit')
  const db = read(ctx)
  const [row] = await find(db, { id })
  if (!row && id !== mainCalendarId) throw new NotFound()
  const zone = row?.zone ?? (await getOrganisation(ctx)).zone
  const days = await db
    .select({ day: calendarDays.day, name: calendarDays.name, own: calendarDays.own })
    .from(calendarDays)
    .where(and(eq(calendarDays.calendarId, id), gte(calendarDays.day, dayOf(ctx.now() - 31 * DAY, zone))))
    .orderBy(asc(calendarDays.day))
    .limit(200)
  return {
    id,
    name: row?.name ?? null,
    ownZone: row?.zone ?? null,
    saved: row !== undefined,
    week: row?.week ?? defaultWeek,
    country: row?.country ?? null,
    days,
    zone,
  }
}

/** All calendars, `main` first, with how many active colleagues go by each. */
export async function listCalendars(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const db = read(ctx)
  const { zone } = await getOrganisation(ctx)
  const rows = await db.select(columns).from(calendars).orderBy(asc(calendars.name), asc(calendars.id)).limit(200)
  const people = await db
    .select({ id: users.calendarId, n: count() })
    .from(users)
    .where(eq(users.state, 'active'))
    .groupBy(users.calendarId)
  const main = rows.find((row) => row.id === mainCalendarId) ?? { ...unset, week: defaultWeek }
  return [main, ...rows.filter((row) => row.id !== mainCalendarId)].map((row) => ({
    ...row,
    zone: row.zone ?? zone,
    people: people.find((one) => (one.id ?? mainCalendarId) === row.id)?.n ?? 0,
  }))
}

const unset = { id: mainCalendarId, name: null, zone: null, country: null }

/** Calendars that a colleague can have instead of the organisation's. */
export async function calendarChoices(ctx: Ctx): Promise<{ value: string; label: string }[]> {
  authorise(ctx, 'users.read')
  const rows = await read(ctx)
    .select({ value: calendars.id, label: calendars.name })
    .from(calendars)
    .where(ne(calendars.id, mainCalendarId))
    .orderBy(asc(calendars.name), asc(calendars.id))
    .limit(200)
  return rows.map(({ value, label }) => ({ value, label: label ?? value }))
}
