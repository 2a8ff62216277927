import { expect, test } from 'vitest'
import { calendarFormSchema } from '#app/access/calendar.ts'
import {
  addDayOff,
  chooseCalendar,
  createCalendar,
  editCalendar,
  removeCalendar,
  removeDayOff,
  renameCalendar,
  renewHolidays,
} from '#app/access/edit-calendar.server.ts'
import {
  calendarChoices,
  getCalendar,
  getWorkingCalendar,
  listCalendars,
  workingCalendar,
} from '#app/access/get-calendar.server.ts'
import { holidayCountries } from '#app/access/public-holidays.server.ts'
import { deactivateUser } from '#app/access/deactivate-user.server.ts'
import { dayOfIso, isoOfDay } from '#app/platform/day.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { world } from '#test/world.ts'

test('before anybody sets it, the calendar is Monday to Friday, nine to five, without holidays', async () => {
  const w = await world()
  expect(await getWorkingCalendar(w.system(), w.now())).toMatchObject({ week: defaultWeek, off: new Set() })
  expect(await getCalendar(w.ctx(w.admin))).toMatchObject({ saved: false, days: [], country: null })
  await w.close()
})

test('a country brings its public holidays of this year and the next, and taking it away takes them away', async () => {
  const w = await world()
  const ctx = w.ctx(w.admin)
  await editCalendar(ctx, { week: defaultWeek, country: 'JP' })
  await addDayOff(ctx, { date: isoOfDay(dayOfIso('2026-12-29')!), name: 'Year-end' })
  const { days } = await getCalendar({ ...ctx, now: () => Date.parse('2026-04-01T00:00:00Z') })
  const isos = days.map(({ day }) => isoOfDay(day))
  expect(isos).toContain('2026-12-29')
  const year = new Date(w.now()).getUTCFullYear()
  expect(isos).toContain(`${year + 1}-01-01`)
  await editCalendar(ctx, { week: defaultWeek, country: null })
  expect((await getCalendar({ ...ctx, now: () => 0 })).days.map(({ name }) => name)).toEqual(['Year-end'])
  await w.close()
})

test('a day off of one’s own survives the renewal of holidays, is removed by name, and comes back by undo', async () => {
  const w = await world()
  const ctx = w.ctx(w.admin)
  await editCalendar(ctx, { week: defaultWeek, country: 'DE' })
  const year = new Date(w.now()).getUTCFullYear() + 1
  await addDayOff(ctx, { date: `${year}-01-01`, name: 'Party' })
  await renewHolidays(w.system())
  const day = dayOfIso(`${year}-01-01`)!
  const find = async () => (await getCalendar(ctx)).days.find((row) => row.day === day)
  expect(await find()).toEqual({ day, name: 'Party', own: true })
  const gone = await removeDayOff(ctx, { day })
  expect(gone).toEqual({ date: `${year}-01-01`, name: 'Party' })
  expect(await find()).toBeUndefined()
  await addDayOff(ctx, gone)
  expect(await find()).toEqual({ day, name: 'Party', own: true })
  await expect(removeDayOff(ctx, { day: 1 })).rejects.toMatchObject({ status: 404 })
  await w.close()
})

test('a day that ends before it begins is named; nobody but an admin sets the calendar', async () => {
  const w = await world()
  const week = defaultWeek.map((opening, i) => (i === 2 ? { from: 600, to: 540 } : opening))
  await expect(editCalendar(w.ctx(w.admin), { week, country: null })).rejects.toMatchObject({
    fields: { 'days[2].to': 'hours_end_before' },
  })
  const csm = { kind: 'user', id: 'usr_csm', roles: ['csm'], teamId: null, name: 'C' } as const
  await expect(
    editCalendar(w.ctx({ ...csm, roles: [...csm.roles] }), { week: defaultWeek, country: null }),
  ).rejects.toMatchObject({ status: 403 })
  await expect(
    addDayOff(w.ctx({ ...csm, roles: [...csm.roles] }), { date: '2026-01-01', name: 'x' }),
  ).rejects.toMatchObject({ status: 403 })
  await w.close()
})

test('a colleague goes by a calendar of their own, with its zone, week and days off; others by the organisation’s', async () => {
  const w = await world()
  const ctx = w.ctx()
  const week = defaultWeek.map((opening) => opening && { from: 600, to: 900 })
  await editCalendar(ctx, { week, country: null })
  const calendarId = await createCalendar(ctx, { name: 'Berlin', zone: 'Europe/Berlin' })
  expect(await getCalendar(ctx, calendarId)).toMatchObject({ name: 'Berlin', zone: 'Europe/Berlin', week })
  await editCalendar(ctx, { calendarId, week: defaultWeek, country: 'DE' })
  await addDayOff(ctx, { calendarId, date: '2026-03-04', name: 'Party' })
  const [away, here] = [await w.user({ roles: ['csm'] }), await w.user({ roles: ['csm'] })]
  await chooseCalendar(ctx, { userId: away.id, calendarId })
  const off = (iso: string) => dayOfIso(iso)!
  const theirs = await getWorkingCalendar(w.system(), w.now(), away.id)
  expect(theirs).toMatchObject({ zone: 'Europe/Berlin', week: defaultWeek })
  expect([off('2026-03-04'), off('2026-04-03')].map((day) => theirs.off.has(day))).toEqual([true, true]) // Good Friday
  for (const of of [here.id, undefined, 'usr_nobody'])
    expect(await getWorkingCalendar(w.system(), w.now(), of)).toEqual({ zone: 'Asia/Tokyo', week, off: new Set() })
  await chooseCalendar(ctx, { userId: away.id })
  expect((await getWorkingCalendar(w.system(), w.now(), away.id)).zone).toBe('Asia/Tokyo')
  await w.close()
})

test('calendars are listed with who goes by them, renamed, and removed once nobody does', async () => {
  const w = await world()
  const ctx = w.ctx()
  const calendarId = await createCalendar(ctx, { name: 'Berlin', zone: 'Europe/Berlin' })
  const user = await w.user({ roles: ['csm'] })
  await chooseCalendar(ctx, { userId: user.id, calendarId })
  await renameCalendar(ctx, { calendarId, name: 'Wien', zone: 'Europe/Vienna' })
  // The admin has none of their own.
  expect(await listCalendars(ctx)).toMatchObject([
    { id: 'main', name: null, zone: 'Asia/Tokyo', people: 1 },
    { id: calendarId, name: 'Wien', zone: 'Europe/Vienna', people: 1 },
  ])
  expect(await calendarChoices(ctx)).toEqual([{ value: calendarId, label: 'Wien' }])
  await expect(removeCalendar(ctx, { calendarId })).rejects.toMatchObject({ code: 'calendar_used' })
  await chooseCalendar(ctx, { userId: user.id })
  await removeCalendar(ctx, { calendarId })
  await expect(getCalendar(ctx, calendarId)).rejects.toMatchObject({ status: 404 })
  const gone = [
    () => removeCalendar(ctx, { calendarId }),
    () => renameCalendar(ctx, { calendarId, name: 'X', zone: 'UTC' }),
    () => editCalendar(ctx, { calendarId, week: defaultWeek, country: null }),
    () => addDayOff(ctx, { calendarId, date: '2026-03-04', name: 'X' }),
    () => chooseCalendar(ctx, { userId: user.id, calendarId }),
  ]
  for (const run of gone) await expect(run()).rejects.toMatchObject({ status: 404 })
  const csm = w.ctx(user.actor)
  const refused = [
    () => createCalendar(csm, { name: 'X', zone: 'UTC' }),
    () => chooseCalendar(csm, { userId: user.id }),
    () => removeCalendar(csm, { calendarId }),
  ]
  for (const run of refused) await expect(async () => run()).rejects.toMatchObject({ status: 403 })
  await w.close()
})

test('a calendar that only colleagues who have left went by is removed, and they go by the organisation’s', async () => {
  const w = await world()
  const calendarId = await createCalendar(w.ctx(), { name: 'Berlin', zone: 'Europe/Berlin' })
  const user = await w.user({ roles: ['csm'] })
  await chooseCalendar(w.ctx(), { userId: user.id, calendarId })
  await deactivateUser(w.ctx(), { userId: user.id })
  await removeCalendar(w.ctx(), { calendarId })
  await expect(getCalendar(w.ctx(), calendarId)).rejects.toMatchObject({ status: 404 })
  expect((await getWorkingCalendar(w.system(), w.now(), user.id)).zone).toBe('Asia/Tokyo')
  await w.close()
})

test('every calendar with a country has its holidays renewed', async () => {
  const w = await world({ at: Date.parse('2026-11-01T00:00:00Z') })
  const ctx = w.ctx()
  const calendarId = await createCalendar(ctx, { name: 'Berlin', zone: 'Europe/Berlin' })
  await editCalendar(ctx, { calendarId, week: defaultWeek, country: 'DE' })
  await editCalendar(ctx, { week: defaultWeek, country: 'JP' })
  w.clock.set(Date.parse('2027-11-01T00:00:00Z'))
  await renewHolidays(w.system())
  const names = async (id: string) => (await getCalendar(ctx, id)).days.map(({ day }) => isoOfDay(day))
  expect(await names(calendarId)).toContain('2028-10-03') // Day of German Unity
  expect(await names('main')).toContain('2028-11-23') // Labour Thanksgiving Day
  expect(await names(calendarId)).not.toContain('2028-11-23')
  // Clocks that began last year are still counted by its holidays.
  const since = Date.parse('2026-11-01T00:00:00Z')
  expect((await workingCalendar(w.system(), since)).off.has(dayOfIso('2026-11-23')!)).toBe(true)
  await w.close()
})

test('the form’s times become minutes; what is no time of a day is refused', () => {
  const days = Array.from({ length: 7 }, (_, i) => ({ open: i < 5 || undefined, from: '09:30', to: '24:00' }))
  expect(calendarFormSchema.parse({ days }).week[0]).toEqual({ from: 570, to: 1440 })
  expect(calendarFormSchema.parse({ days }).week[6]).toBe(null)
  for (const from of ['9:30', '24:30', '25:00', '', '10:60'])
    expect(calendarFormSchema.safeParse({ days: [{ from, to: '17:00' }, ...days.slice(1)] }).success).toBe(false)
})

test('countries are named in the reader’s language', async () => {
  expect(await holidayCountries('ja')).toContainEqual({ value: 'JP', label: '日本' })
  expect(await holidayCountries('en')).toContainEqual({ value: 'DE', label: 'Germany' })
})
