import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { countOpenCases } from '#app/cases/count-cases.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { passSomeMarks } from '#app/cases/sla/pass-marks.server.ts'
import { snoozeUntil } from '#app/cases/snoozing/snooze.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { wakeInTime } from '#app/cases/snoozing/wake-up.server.ts'
import { takeInMail } from '#app/cases/take-in-mail.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import { openedFor, makeProgram, type ProgramRow } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow
let caseId: string
beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
  caseId = await openedFor(w, program)
})

const row = async () => (await w.store.db.select().from(cases).where(eq(cases.id, caseId)))[0]!
const inQueue = async () => (await listCases(w.ctx(), { snoozed: 'out' })).cases.map((one) => one.id)
const woken = async () =>
  (await w.store.db.select().from(events).where(eq(events.type, 'cases.woke'))).map((event) => event.data.why)
/** What the worker does when the time of every job has come. */
async function runWakes() {
  for (const job of await w.store.db.select().from(jobs).where(eq(jobs.kind, 'cases.wake')))
    if (job.runAt <= w.now())
      await wakeInTime(w.system(), {
        id: job.id,
        payload: job.payload,
        attempt: 1,
        progress: () => Promise.resolve(),
        stopping: () => false,
      })
}

describe('a case that is put off', () => {
  test('leaves the queue and its counts, keeps its clocks, and is found where one asks for it', async () => {
    const before = await row()
    const all = (await countOpenCases(w.ctx())).all
    await snoozeCase(w.ctx(), { caseId, span: '3' })
    expect(await inQueue()).toEqual([])
    expect((await listCases(w.ctx(), { snoozed: 'only' })).cases.map((one) => one.id)).toEqual([caseId])
    expect((await listCases(w.ctx())).cases.map((one) => one.id)).toEqual([caseId])
    expect((await countOpenCases(w.ctx())).all).toBe(all - 1)
    expect(await row()).toMatchObject({ replyDueAt: before.replyDueAt, nextMarkAt: before.nextMarkAt, state: 'new' })
  })

  test('comes back at eight in the morning of its day, once, however often the job runs', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '1' })
    w.clock.set((await row()).snoozedUntil! - 1)
    await runWakes()
    expect(await inQueue()).toEqual([])
    w.clock.advance(1)
    await Promise.all([runWakes(), runWakes()])
    expect(await inQueue()).toEqual([caseId])
    expect(await woken()).toEqual(['time'])
  })

  test('put off anew it doesn’t come back by the first job', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '1' })
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    w.clock.advance(2 * DAY)
    await runWakes()
    expect(await inQueue()).toEqual([])
  })

  test('comes back when the customer writes', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await write(w.system(), (ctx) => takeInMail(ctx, { caseId, text: 'Hello?' }))
    expect(await inQueue()).toEqual([caseId])
    expect(await woken()).toEqual(['mail'])
  })

  test('comes back when the same customer answers unhappily again', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await openedFor(w, program, { again: caseId })
    expect(await inQueue()).toEqual([caseId])
    expect(await woken()).toEqual(['answer'])
  })

  test('comes back when a promise is broken, not at the warning before', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '30' })
    w.clock.set((await row()).nextMarkAt!)
    await passSomeMarks(w.system())
    expect(await inQueue()).toEqual([])
    w.clock.set((await row()).replyDueAt + HOUR)
    await passSomeMarks(w.system())
    expect(await inQueue()).toEqual([caseId])
    expect(await woken()).toEqual(['late'])
  })

  test('comes back by hand, and when somebody else gets it', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await wakeCase(w.ctx(), { caseId })
    expect(await inQueue()).toEqual([caseId])
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await assignCase(w.ctx(), { caseId, ownerId: (await w.user()).id })
    expect(await inQueue()).toEqual([caseId])
  })
})

describe('until when', () => {
  // Monday 2026-06-01 00:30 UTC is 9:30 in Tokyo, and 20:30 of Sunday in New York.
  const at = Date.UTC(2026, 5, 1, 0, 30)
  test.each([
    ['1', 'Asia/Tokyo', Date.UTC(2026, 5, 1, 23)], // Tuesday 8:00 in Tokyo = Monday 23:00 UTC
    ['monday', 'Asia/Tokyo', Date.UTC(2026, 5, 7, 23)], // a Monday's next Monday is a week ahead
    ['monday', 'America/New_York', Date.UTC(2026, 5, 1, 12)], // tomorrow 8:00, four hours behind
    ['30', 'Asia/Tokyo', Date.UTC(2026, 5, 30, 23)], // 1 July 8:00
  ] as const)('%s in %s', (span, zone, until) => {
    expect(snoozeUntil(span, at, zone)).toBe(until)
  })
})
