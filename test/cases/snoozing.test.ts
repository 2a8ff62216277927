import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { countOpenCases } from '#app/cases/count-cases.server.ts'
import { mostCounted } from '#app/platform/counted.ts'
import { followOwner } from '#app/cases/follow-owner.server.ts'
import { leaveCase } from '#app/cases/leave-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { reassignCases } from '#app/cases/reassign-cases.server.ts'
import { routeAway } from '#app/cases/routing/route-away.server.ts'
import { setWish } from '#app/cases/set-wish.server.ts'
import { passSomeMarks } from '#app/cases/sla/pass-marks.server.ts'
import { snoozeUntil } from '#app/cases/snoozing/snooze.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { wakeInTime } from '#app/cases/snoozing/wake-up.server.ts'
import { takeInMail } from '#app/cases/take-in-mail.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import { land, makeProgram, openedFor, type ProgramRow } from '#test/cases/make.ts'
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

  test('doesn’t stand in the way of counting what is in the queue, however many are put off', async () => {
    const csm = await w.user({ roles: ['csm'] })
    await assignCase(w.ctx(), { caseId, ownerId: csm.id })
    const mine = await row()
    const away = { ...mine, snoozedUntil: w.now() + DAY, rankAt: mine.rankAt - DAY }
    const put = Array.from({ length: mostCounted + 1 }, (_, n) => ({ ...away, id: `cas_0${n}`, subjectKey: `s${n}` }))
    await w.store.write(async (tx) => {
      for (let at = 0; at < put.length; at += 500) await tx.insert(cases).values(put.slice(at, at + 500))
    })
    expect(await countOpenCases(w.ctx(csm.actor))).toMatchObject({ mine: 1, mineLate: 0, mineNew: 0 })
    await w.store.write(async (tx) => tx.update(cases).set({ snoozedUntil: null, lateAt: 1 }))
    const most = mostCounted + 1
    expect(await countOpenCases(w.ctx(csm.actor))).toMatchObject({ mine: most, mineLate: most, mineNew: 0 })
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

  test('comes back by hand once, and stays as it is when it is there', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    expect(await wakeCase(w.ctx(), { caseId })).toBe(true)
    const back = await row()
    expect(await wakeCase(w.ctx(), { caseId })).toBe(false)
    expect(await row()).toEqual(back)
    expect(await woken()).toEqual(['hand'])
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

describe('who gets a case that a colleague put off has it in the queue:', () => {
  beforeEach(() => snoozeCase(w.ctx(), { caseId, span: '30' }))
  const isBackOf = async (ownerId: string) => {
    expect(await row()).toMatchObject({ ownerId, snoozedUntil: null })
    expect(await inQueue()).toEqual([caseId])
  }

  test('who claims it', async () => {
    const csm = await w.user({ roles: ['csm'] })
    await claimCase(w.ctx(csm.actor), { caseId })
    await isBackOf(csm.id)
  })

  test('to whom it goes when its owner leaves', async () => {
    const { ownerId } = await row()
    await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, ownerId)))
    expect(await reassignCases(w.system(), { userId: ownerId })).toBe(1)
    await isBackOf((await row()).ownerId)
    expect((await row()).ownerId).not.toBe(ownerId)
  })

  test('the new owner of the account', async () => {
    const { ownerId: fromId, accountId } = await row()
    const toId = (await w.user()).id
    await w.store.write(async (tx) => tx.update(accounts).set({ ownerId: toId }).where(eq(accounts.id, accountId!)))
    await write(w.system(), (ctx) => followOwner(ctx, { accountId: accountId!, fromId, toId, back: null }))
    await isBackOf(toId)
  })

  test('who gets it since it is kept from its owner', async () => {
    const to = (await w.user()).id
    const userId = (await row()).ownerId
    await write(w.system(), (ctx) => routeAway(ctx, { caseId, userId, to: { ownerId: to } }))
    await isBackOf(to)
  })
})

describe('a case that is put off comes back when the customer', () => {
  const responseId = async () => (await w.store.db.select().from(caseAnswers))[0]!.responseId
  const leaves = async (score: number | null) => {
    const id = await responseId()
    await write(w.system(), (ctx) => leaveCase(ctx, { responseId: id, score }))
  }
  const isBack = async () => {
    expect(await inQueue()).toEqual([caseId])
    expect(await woken()).toEqual(['answer'])
  }

  test('says how to hear from us, once', async () => {
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    const said = { responseId: await responseId(), wish: 'mail', when: null, phone: null } as const
    await write(w.system(), (ctx) => setWish(ctx, said))
    await isBack()
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await write(w.system(), (ctx) => setWish(ctx, said))
    expect(await inQueue()).toEqual([])
  })

  test.each([9, null])('changes the answer to %j after somebody spoke to them', async (score) => {
    await logContact(w.ctx(), { caseId, kind: 'call', text: 'Called.' })
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await leaves(score)
    await isBack()
  })

  test('is happy now and a colleague of theirs still waits', async () => {
    const { accountId, ownerId } = await row()
    const contact = await w.contact({ accountId: accountId! })
    const { responseId } = await land(w, program, contact, ownerId)
    expect(await w.store.db.select().from(casePeople).where(eq(casePeople.caseId, caseId))).toHaveLength(2)
    await snoozeCase(w.ctx(), { caseId, span: '7' })
    await write(w.system(), (ctx) => leaveCase(ctx, { responseId, score: 9 }))
    await isBack()
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
    // Sunday 8 March the clocks of New York go from 2:00 to 3:00: eight is four hours behind already.
    ['1', 'America/New_York', Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 2, 7, 18)],
  ] as const)('%s in %s', (span, zone, until, now = at) => {
    expect(snoozeUntil(span, now, zone)).toBe(until)
  })
})
