import { describe, expect, it } from 'vitest'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { outreach } from '#db/schema/delivery.ts'
import { calendarDays, calendars } from '#db/schema/platform.ts'
import { insert } from '#test/make.ts'
import {
  invitationsOf,
  launched,
  liveProgram,
  mailsAbout,
  release,
  rulesWith,
  runJob,
  sendDue,
  statesOf,
} from '#test/delivery/make.ts'
import { world } from '#test/world.ts'

describe('hours', () => {
  // Monday, 2 March 2026, 10:00 in Tokyo.
  const nineIn = (iso: string) => Date.parse(iso)

  it('sends to everybody in the hours where they are: person, else account, else organisation', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const berlin = await w.account({ zone: 'Europe/Berlin' })
    const here = await w.contact()
    const there = await w.contact({ accountId: berlin.id })
    const mover = await w.contact({ accountId: berlin.id, zone: 'America/New_York' })
    const waveId = await launched(w, program.id)
    const due = Object.fromEntries(
      (await invitationsOf(w, waveId)).map((row) => [row.contactId, [row.state, row.dueAt]]),
    )
    expect(due).toEqual({
      [here.id]: ['queued', w.now()],
      [there.id]: ['planned', nineIn('2026-03-02T09:00:00+01:00')],
      [mover.id]: ['planned', nineIn('2026-03-02T09:00:00-05:00')],
    })
    w.clock.set(nineIn('2026-03-02T09:00:00+01:00'))
    await runJob(w.system(), enqueueWave, { waveId })
    expect(await statesOf(w, waveId)).toMatchObject({ [there.id]: ['queued', null], [mover.id]: ['planned', null] })
  })

  it('waits over night, weekends, public holidays and days off, unless somebody wants it at once', async () => {
    const w = await world({ at: Date.parse('2026-03-19T18:00:00+09:00') }) // Thursday evening
    const program = await liveProgram(w)
    const off = { calendarId: 'main', day: Date.UTC(2026, 2, 20) / DAY, name: '春分の日', own: false }
    await insert(w.store, calendars, { id: 'main', weekHours: defaultRules.hours, country: 'JP', updatedAt: 0 })
    await insert(w.store, calendarDays, off)
    await w.contact()
    const [waits] = await invitationsOf(w, await launched(w, program.id))
    expect(waits).toMatchObject({ state: 'planned', dueAt: Date.parse('2026-03-23T09:00:00+09:00') }) // Monday
    const other = await liveProgram(w, { kind: 'transactional', metric: 'csat' })
    const [goes] = await invitationsOf(w, await launched(w, other.id, { anyHour: true }))
    expect(goes).toMatchObject({ state: 'queued', dueAt: w.now() })
  })

  it('keeps a day off where it still is that day', async () => {
    // Tuesday, 3 March, 00:30 in Tokyo; in New York it is Monday, 10:30, and a day off.
    const w = await world({ at: Date.parse('2026-03-03T00:30:00+09:00') })
    const off = { calendarId: 'main', day: Date.UTC(2026, 2, 2) / DAY, name: 'Founding day', own: true }
    await insert(w.store, calendars, { id: 'main', weekHours: defaultRules.hours, country: null, updatedAt: 0 })
    await insert(w.store, calendarDays, off)
    await w.contact({ zone: 'America/New_York' })
    const [waits] = await invitationsOf(w, await launched(w, (await liveProgram(w)).id))
    expect(waits).toMatchObject({ state: 'planned', dueAt: Date.parse('2026-03-03T09:00:00-05:00') })
  })

  it('puts a mail that comes too late in the day back, and sends it in the morning under a new key', async () => {
    const w = await world()
    const program = await liveProgram(w)
    await w.contact()
    const waveId = await launched(w, program.id)
    const { id } = (await invitationsOf(w, waveId))[0]!
    w.clock.advance(8 * HOUR) // 18:00
    await sendDue(w)
    expect((await invitationsOf(w, waveId))[0]).toMatchObject({ state: 'deferred', reason: 'outside_hours' })
    await release(w)
    const [, again] = await mailsAbout(w, id)
    expect(again).toMatchObject({ key: `invitation/${id}/2`, dueAt: Date.parse('2026-03-03T09:00:00+09:00') })
    w.clock.set(Date.parse('2026-03-03T09:05:00+09:00'))
    await sendDue(w)
    expect((await invitationsOf(w, waveId))[0]).toMatchObject({ state: 'sent', reason: null })
    expect((await w.store.db.select().from(outreach)).map((row) => [row.at, row.cancelledAt])).toEqual([
      [w.now(), null],
    ])
  })

  it('refuses a day that ends before it begins, and a week without an hour', async () => {
    const w = await world()
    const set = (hours: ContactRules['hours']) => editContactRules(w.ctx(), rulesWith({}, { hours }))
    const nine = { from: 540, to: 540 }
    await expect(set([nine, null, null, null, null, null, null])).rejects.toMatchObject({ code: 'hours_end_before' })
    await expect(set(Array.from({ length: 7 }, () => null))).rejects.toMatchObject({ code: 'hours_none' })
  })
})
