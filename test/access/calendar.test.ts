import { expect, test } from 'vitest'
import { calendarFormSchema } from '#app/access/calendar.ts'
import { addDayOff, editCalendar, removeDayOff, renewHolidays } from '#app/access/edit-calendar.server.ts'
import { getCalendar, getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { holidayCountries } from '#app/access/public-holidays.server.ts'
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
