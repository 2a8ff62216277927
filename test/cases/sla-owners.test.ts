import { asc, eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import {
  addDayOff,
  chooseCalendar,
  createCalendar,
  editCalendar,
  renewHolidays,
} from '#app/access/edit-calendar.server.ts'
import { editOrganisation } from '#app/access/edit-organisation.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { remarkCases } from '#app/cases/sla/remark-cases.server.ts'
import { tellOfMarks } from '#app/cases/sla/tell-of-marks.server.ts'
import { eventSubscribers } from '#app/subscriptions.server.ts'
import { DAY } from '#app/platform/day.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { events } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { at, iso, run, slaWorld, type SlaWorld } from '#test/cases/sla.ts'
import { guardOf, mailsOf } from '#test/notifications/make.ts'

let w: SlaWorld['w']
let lead: SlaWorld['lead']
let owner: SlaWorld['owner']
let account: SlaWorld['account']
let answer: SlaWorld['answer']
let row: SlaWorld['row']
let peopleOf: SlaWorld['peopleOf']
let told: SlaWorld['told']
let atTime: SlaWorld['atTime']

beforeEach(async () => {
  ;({ w, lead, owner, account, answer, row, peopleOf, told, atTime } = await slaWorld())
})

test('clocks run by the calendar of the owner, here in New York', async () => {
  const calendarId = await createCalendar(w.ctx(), { name: 'New York', zone: 'America/New_York' })
  await chooseCalendar(w.ctx(), { userId: owner.id, calendarId })
  const found = await row(await answer())
  // Monday 10:00 in Tokyo is Sunday 20:00 there: 8 h of Monday, until 17:00 EST.
  expect(iso(found.replyDueAt)).toBe('2026-03-02T22:00:00.000Z')
  // Over Sunday the 8th, when clocks go forward there: five days end on Friday the 6th at 17:00.
  expect(iso(found.resolveDueAt)).toBe('2026-03-06T22:00:00.000Z')
})

test('days off of a calendar are its own: Golden Week is one for Tokyo only', async () => {
  w.clock.set(at('2026-05-01T16:00')) // Friday
  await editCalendar(w.ctx(), { week: defaultWeek, country: 'JP' })
  const calendarId = await createCalendar(w.ctx(), { name: 'Abroad', zone: 'Asia/Tokyo' })
  const abroad = await w.user({ roles: ['csm'] })
  await chooseCalendar(w.ctx(), { userId: abroad.id, calendarId })
  const here = await row(await answer(account, 'urgent'))
  const there = await row(await answer(await w.account({ ownerId: abroad.id }), 'urgent'))
  // 2 h: one on Friday, one on the next working day: Thursday the 7th, or Monday the 4th.
  expect(iso(here.replyDueAt)).toBe(iso(at('2026-05-07T10:00')))
  expect(iso(there.replyDueAt)).toBe(iso(at('2026-05-04T10:00')))
})

test('a new owner keeps what was promised; what begins from then on is counted by their calendar', async () => {
  const calendarId = await createCalendar(w.ctx(), { name: 'New York', zone: 'America/New_York' })
  const other = await w.user({ roles: ['csm'] })
  await chooseCalendar(w.ctx(), { userId: other.id, calendarId })
  const id = await answer()
  const before = await row(id)
  await assignCase(w.ctx(), { caseId: id, ownerId: other.id })
  const after = await row(id)
  expect([after.replyDueAt, after.resolveDueAt]).toEqual([before.replyDueAt, before.resolveDueAt])
  // From Monday 10:00 in Tokyo (20:00 of Sunday there) until Tuesday 10:00 (20:00 of Monday) there are 8 h of New York: 75 % at 15:00 EST.
  expect(iso(after.nextMarkAt)).toBe('2026-03-02T20:00:00.000Z')
  await answer()
  expect((await peopleOf(id)).map((person) => iso(person.replyDueAt))).toContain('2026-03-02T22:00:00.000Z')
})

test('what a new owner’s calendar leaves no time of has no shares: only its due time is told', async () => {
  const calendarId = await createCalendar(w.ctx(), { name: 'New York', zone: 'America/New_York' })
  const other = await w.user({ roles: ['csm'] })
  await chooseCalendar(w.ctx(), { userId: other.id, calendarId })
  const id = await answer(account, 'urgent') // Monday 10 to 12, Sunday evening there
  await assignCase(w.ctx(), { caseId: id, ownerId: other.id })
  await atTime('2026-03-02T12:00')
  await atTime('2026-03-03T00:00') // Monday 10:00 there
  expect(await told(id)).toEqual(['reply 100'])
})

test('a day off counts however long ago a case was opened', async () => {
  await addDayOff(w.ctx(), { date: '2027-02-10', name: 'Founding day' })
  const id = await answer()
  w.clock.set(at('2027-02-09T10:00')) // a Tuesday
  await answer()
  expect((await peopleOf(id)).map((person) => iso(person.replyDueAt))).toContain(iso(at('2027-02-11T10:00'))) // 8 h
})

test('after a calendar has changed marks are counted by it, once for many changes; what is due stays', async () => {
  const id = await answer()
  const before = await row(id)
  const week = defaultWeek.map((opening) => opening && { from: 9 * 60, to: 12 * 60 })
  await editCalendar(w.ctx(), { week, country: null })
  await addDayOff(w.ctx(), { date: '2026-03-30', name: 'Founding day' })
  await chooseCalendar(w.ctx(), { userId: owner.id })
  expect(await hearOf(/^access.(calendar|day_off)_/)).toBe(3)
  expect(await remarksDue()).toEqual([iso(at('2026-03-02T10:05'))])
  await remarkCases(w.system(), run())
  // From Monday 10:00 until Tuesday 10:00 there are 3 h of it: 75 % at 9:15.
  expect(await row(id)).toEqual({ ...before, nextMarkAt: at('2026-03-03T09:15') })
})

test('an absence stops no clock: who stands in works, and hears of it beside the owner', async () => {
  const standIn = await w.user({ roles: ['csm'] })
  const id = await answer()
  await addAbsence(w.ctx(), { userId: owner.id, from: '2026-03-02', to: '2026-03-13', standInId: standIn.id })
  await atTime('2026-03-02T16:00')
  expect(await told(id)).toEqual(['reply 75'])
  await tellAll()
  expect(await noticesOf(owner)).toEqual(['sla_warning 75'])
  expect(await noticesOf(standIn)).toEqual(['sla_warning 75'])
  // What comes in meanwhile is the stand-in's, by their calendar.
  const calendarId = await createCalendar(w.ctx(), { name: 'New York', zone: 'America/New_York' })
  await chooseCalendar(w.ctx(), { userId: standIn.id, calendarId })
  const other = await w.account({ ownerId: owner.id })
  const found = await row(await answer(other))
  expect(found.ownerId).toBe(standIn.id)
  // Monday 16:00 in Tokyo is 02:00 there: 8 h from 9:00 EST.
  expect(iso(found.replyDueAt)).toBe('2026-03-02T22:00:00.000Z')
})

test('after the organisation has moved to another zone marks are counted by it', async () => {
  const id = await answer()
  const before = await row(id)
  await editOrganisation(w.ctx(), {
    ...(await getOrganisation(w.ctx())),
    privacyUrl: undefined,
    zone: 'America/New_York',
  })
  expect(await hearOf(/^access.organisation_edited$/)).toBe(1)
  expect(await remarksDue()).toEqual([iso(at('2026-03-02T10:05'))])
  await remarkCases(w.system(), run())
  // Monday 10:00 until Tuesday 10:00 in Tokyo is the whole Monday there, 8 h from 9:00 EST: 75 % at 15:00 EST.
  expect(await row(id)).toEqual({ ...before, nextMarkAt: Date.parse('2026-03-02T20:00:00Z') })
})

test('public holidays that come with the year have marks counted anew; where none come nothing happens', async () => {
  await editCalendar(w.ctx(), { week: defaultWeek, country: 'JP' })
  await renewHolidays(w.system())
  expect(await hearOf(/^access.calendar_edited$/)).toBe(1) // the edit itself
  w.clock.set(at('2027-01-01T02:15'))
  await renewHolidays(w.system())
  expect(await hearOf(/^access.calendar_edited$/)).toBe(2)
  expect(await remarksDue()).toContain(iso(at('2027-01-01T02:20')))
})

/** Lets everybody hear of the events of some types. @returns how many there are */
async function hearOf(types: RegExp): Promise<number> {
  const heard = (await w.store.db.select().from(events)).filter((event) => types.test(event.type))
  for (const event of heard)
    for (const { load } of eventSubscribers[event.type] ?? []) await (await load())(w.system(), event)
  return heard.length
}
const remarksDue = async () =>
  (await w.store.db.select().from(jobs).where(eq(jobs.kind, 'cases.sla-remark'))).map((job) => iso(job.runAt))

async function tellAll() {
  const marks = await w.store.db.select().from(events).where(inArray(events.type, ['cases.sla_warned', 'cases.sla_missed'])) // prettier-ignore
  for (const event of marks) await tellOfMarks(w.system(), event)
}
const noticesOf = async (user: { id: string }) =>
  (
    await w.store.db
      .select()
      .from(notifications)
      .where(eq(notifications.userId, user.id))
      .orderBy(asc(notifications.id))
  )
    .filter((row) => row.kind.startsWith('sla'))
    .map((row) => `${row.kind} ${String(row.data.mark)}`)

test('the owner hears at three quarters, their lead at the whole and the double, each once', async () => {
  await answer()
  for (const time of ['2026-03-02T16:00', '2026-03-03T10:00', '2026-03-04T10:00']) {
    await atTime(time)
    await tellAll()
    await tellAll()
  }
  expect(await noticesOf(owner)).toEqual(['sla_warning 75'])
  expect(await noticesOf(lead)).toEqual(['sla_late 100', 'sla_late 200'])
})

test('what was answered by then, or is overtaken by a later mark, is told to nobody', async () => {
  const id = await answer()
  await atTime('2026-03-02T16:00')
  await logContact(w.ctx(), { caseId: id, kind: 'call', text: 'Called.' })
  await tellAll()
  expect(await noticesOf(owner)).toEqual([])
  const other = await answer(await w.account({ ownerId: owner.id }))
  await atTime('2026-03-05T17:00') // slept through 75 and 100 and 200 of the reply
  await tellAll()
  expect((await told(other)).filter((mark) => mark.startsWith('reply'))).toHaveLength(3)
  expect(await noticesOf(lead)).toEqual(['sla_late 200'])
})

test('where nobody leads the owner, the leads hear of it, and without any the admins', async () => {
  const alone = await w.user({ roles: ['csm'] })
  await answer(await w.account({ ownerId: alone.id }))
  await atTime('2026-03-03T10:00')
  await tellAll()
  expect(await noticesOf(lead)).toEqual(['sla_late 100'])
  expect(await noticesOf({ id: w.admin.id! })).toEqual([])
  // A case of the only lead: somebody else must hear of it.
  await answer(await w.account({ ownerId: lead.id }))
  w.clock.advance(DAY)
  await atTime('2026-03-04T16:30')
  await tellAll()
  expect(await noticesOf({ id: w.admin.id! })).toEqual(['sla_late 100'])
})

test('while the lead is away, who stands in for them hears of what is late, and gets the mail', async () => {
  const standIn = await w.user({ roles: ['csm'] })
  await answer()
  await addAbsence(w.ctx(), { userId: lead.id, from: '2026-03-02', to: '2026-03-13', standInId: standIn.id })
  await atTime('2026-03-03T10:00')
  await tellAll()
  expect(await noticesOf(standIn)).toEqual(['sla_late 100'])
  expect(await noticesOf(lead)).toEqual([])
  expect(await guardOf(w, (await mailsOf(w, standIn.id))[0]!)).toBe(null)
})

test('a lead who is away with nobody in their place leaves it to those who are there', async () => {
  const other = await w.user({ roles: ['lead'] })
  await answer()
  await addAbsence(w.ctx(), { userId: lead.id, from: '2026-03-02', to: '2026-03-13' })
  await atTime('2026-03-03T10:00')
  await tellAll()
  expect(await noticesOf(other)).toEqual(['sla_late 100'])
  expect(await noticesOf(lead)).toEqual([])
})
