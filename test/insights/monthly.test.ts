import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { accountSchema } from '#app/accounts/account.ts'
import { editAccount } from '#app/accounts/save-account.server.ts'
import { noteStages } from '#app/accounts/note-stages.server.ts'
import { getMonthly } from '#app/insights/monthly/get-monthly.server.ts'
import { getMonthlySettings } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { saveMonthlySettings, setTarget } from '#app/insights/monthly/save-monthly-settings.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'
import { DAY, HOUR, monthStart } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { accountStages, accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { responseTopics, topics } from '#db/schema/responses.ts'
import { answer, makeProgram } from '#test/insights/make.ts'
import { insert } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

/** Monday, 2 March 2026 in Tokyo; the page is about February, 1 to 28. */
const today = 20_514
const february = monthStart(today - 2)
const inFebruary = february + 9
const at = (day: number, hour = 0) => day * DAY - 9 * HOUR + hour * HOUR // of Tokyo

async function say(w: World, program: Awaited<ReturnType<typeof makeProgram>>, scores: number[], day = inFebruary) {
  for (const score of scores) await answer(w, program, { score, day })
}
const times = (n: number, score: number) => Array.from({ length: n }, () => score)

describe('the monthly page', () => {
  test('says the same score as the overview says of that month, over all programs', async () => {
    const w = await world()
    const [first, second] = [await makeProgram(w), await makeProgram(w)]
    await say(w, first, [...times(8, 10), ...times(5, 8), 0])
    await say(w, second, [...times(4, 9), ...times(2, 6)])
    await say(w, first, [0, 0, 0], february - 1) // the last day of January
    await say(w, first, [0, 0, 0], february + 28) // the first of March
    const { main, programs } = await getMonthly(w.ctx(), { language: 'en' })
    // 12 promoters, 5 passives, 3 detractors: 100 × (12 − 3) / 20 = 45
    expect(main!.counts).toEqual({ low: 3, mid: 5, high: 12 })
    expect(main!.score).toMatchObject({ value: 45, n: 20 })
    // Adjusted Wald: p = 12.75/23, d = 3.75/23, centre 0.3913, variance (p + d − centre²)/23 = 0.02454,
    // 0.3913 ± 1.96 × 0.15663 = 0.0843 to 0.6983
    expect(main!.score!.low).toBeCloseTo(8.43, 1)
    expect(main!.score!.high).toBeCloseTo(69.83, 1)
    const { trend } = await getOverview(w.ctx())
    expect(trend.find(({ month }) => month === february)).toEqual(main!.trend.at(-1))
    expect(main!.trend.at(-1)).toMatchObject({ month: february, score: main!.score })
    expect(programs.map(({ counts }) => counts).toSorted((a, b) => a.low - b.low)).toEqual([
      { low: 1, mid: 5, high: 8 },
      { low: 2, mid: 0, high: 4 },
    ])
  })

  test('has a target of all programs or of one, and is above or below it only beyond chance', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await say(w, program, [...times(12, 10), ...times(5, 8), ...times(3, 2)]) // 45 (8 to 70)
    const standing = async () => (await getMonthly(w.ctx(), { language: 'en' })).main!.standing
    expect(await standing()).toBeNull()
    expect(await setTarget(w.ctx(), { metric: 'nps', value: 8 })).toBeNull()
    expect(await standing()).toBe('above')
    expect(await setTarget(w.ctx(), { metric: 'nps', value: 30 })).toBe(8)
    expect(await standing()).toBe('unclear')
    await setTarget(w.ctx(), { metric: 'nps', value: 75 })
    expect(await standing()).toBe('below')
    await setTarget(w.ctx(), { metric: 'nps', programId: program.id, value: 0 })
    expect((await getMonthly(w.ctx(), { language: 'en' })).programs[0]).toMatchObject({ target: 0, standing: 'above' })
    await setTarget(w.ctx(), { metric: 'nps' })
    expect(await standing()).toBeNull()
    await expect(setTarget(w.ctx(), { metric: 'csat', value: -1 })).rejects.toMatchObject({ code: 'target_outside' })
    const csm = await w.user({ roles: ['csm'] })
    await expect(setTarget(w.ctx(csm.actor), { metric: 'nps', value: 1 })).rejects.toMatchObject({ status: 403 })
  })

  test('says nothing of a few answers but that they are few', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await say(w, program, times(9, 10))
    await setTarget(w.ctx(), { metric: 'nps', value: -50 })
    const { main } = await getMonthly(w.ctx(), { language: 'en' })
    expect(main).toMatchObject({ standing: 'unclear', difference: null, score: { n: 9 } })
    expect((await getMonthly(w.ctx(), { month: february - 31, language: 'en' })).main).toMatchObject({
      score: null,
      standing: null,
    })
  })

  test('counts as response rate what was sent in the month and answered whenever', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const send = (day: number, counts: object) =>
      write(w.system(), (ctx) => insertSendDelta(ctx, { programId: program.id, day, ...counts }))
    await send(february, { invited: 50 })
    await send(february + 27, { invited: 14, failed: 4 })
    await send(february, { answered: 15 })
    await send(february - 1, { invited: 900 })
    await send(february + 28, { invited: 900 })
    const { main, programs } = await getMonthly(w.ctx(), { language: 'en' })
    expect(main!.rate).toMatchObject({ value: 0.25, n: 60 }) // 15 ÷ (64 − 4)
    expect(programs[0]!.rate).toEqual(main!.rate)
  })

  test('shows how soon unhappy customers were called, and which share in time', async () => {
    const w = await world()
    const owner = await w.user({ roles: ['csm'] })
    let n = 0
    const open = (opened: number, over: Partial<typeof cases.$inferInsert> = {}) =>
      insert(w.store, cases, {
        id: newId('cas', w.now()),
        subjectKey: `con:${++n}`,
        state: over.closedAt ? 'closed' : 'working',
        ownerId: owner.id,
        severity: 'normal',
        openedAt: opened,
        replyDueAt: opened + 8 * HOUR,
        rankAt: 0,
        reopened: 0,
        lockVersion: 1,
        ...over,
      })
    const start = at(february + 3)
    await open(start, { contactedAt: start + 2 * HOUR, closedAt: start + 3 * DAY }) // in time, and in time
    await open(start, { contactedAt: start + 5 * HOUR, closedAt: start + 20 * DAY }) // in time, closed late
    await open(start, { contactedAt: start + 30 * HOUR }) // late
    await open(start) // late: nobody has called by now
    await open(start, { closedAt: start + HOUR, closeKind: 'dismissed' }) // needed no call
    await open(at(february) - 1, { contactedAt: at(february) + 1, closedAt: at(february) }) // of January, closed now
    await open(at(february + 28), {}) // of March
    const { loop } = await getMonthly(w.ctx(), { language: 'en' })
    expect(loop).toMatchObject({ opened: 5, closed: 4, left: 2, contacted: 3, closeDays: 14 })
    expect(loop.contactMinutes).toBe(300) // of 120, 300 and 1800 minutes
    expect(loop.contactedInTime).toMatchObject({ value: 0.5, n: 4 }) // 2 of 4
    expect(loop.closeMinutes).toBe(60) // the lower middle of 0, 60, 4320 and 28800
    expect(loop.closedInTime).toMatchObject({ value: 0.75, n: 4 })
    expect(loop.closedInTime!.low).toBeCloseTo(0.3006, 3) // Wilson of 3 in 4
  })

  test('quotes the loudest topics without names, and only programs that may be quoted', async () => {
    const w = await world()
    const [open, shut] = [await makeProgram(w), await makeProgram(w)]
    const person = await w.contact({ name: 'Mori Hana' })
    const topic = async (id: string) =>
      insert(w.store, topics, { id, nameEn: id, nameJa: id, version: 1, appliedVersion: 1, createdAt: 0, updatedAt: 0 })
    await topic('top_price')
    await topic('top_speed')
    const about = async (id: string, program: typeof open, comment: string, over = {}) => {
      const row = await answer(w, program, { score: 3, day: inFebruary, comment, ...over })
      const mention = { topicId: id, source: 'rule' as const, present: true, spans: [], at: 0 }
      await insert(w.store, responseTopics, { responseId: row.id, day: row.day, ...mention })
      return row
    }
    await about('top_price', open, 'Too expensive for us. Regards, Mori Hana', { contactId: person.id })
    await about('top_price', shut, 'What you pay is not what you get')
    await about('top_price', shut, 'A steep price since January')
    await about('top_speed', open, 'x')
    await about('top_speed', open, 'Taken back later', { counts: false, state: 'withdrawn' })
    const settings = { workingDay: 3, closeDays: 14, names: 'none' as const }
    await saveMonthlySettings(w.ctx(), { ...settings, quoted: [open.id] })
    const [price, speed] = (await getMonthly(w.ctx(), { language: 'en' })).topics
    expect(price).toMatchObject({ id: 'top_price', n: 3, counts: { low: 3, mid: 0, high: 0 } })
    expect(price!.quotes.map(({ text }) => text)).toEqual(['Too expensive for us. Regards, ＊＊＊'])
    expect(price!.quotes[0]).toMatchObject({ person: null, account: null })
    expect(speed).toMatchObject({ n: 1, quotes: [] })
    await saveMonthlySettings(w.ctx(), { ...settings, names: 'person', quoted: [open.id] })
    const [named] = (await getMonthly(w.ctx(), { language: 'en' })).topics
    expect(named!.quotes[0]).toMatchObject({ person: 'Mori Hana', text: 'Too expensive for us. Regards, Mori Hana' })
  })

  test('counts accounts lost and won back by how they stood at the two ends of the month', async () => {
    const w = await world({ at: at(february, 9) })
    const account = (name: string, stage: string, arrBaseMinor = 100) => w.account({ name, stage, arrBaseMinor })
    const [gone, back, slip, later, silent] = [
      await account('Gone', 'Live', 500),
      await account('Back', 'Churned'),
      await account('Slip', 'Live'),
      await account('Later', 'Live'),
      await account('Silent', 'Live'),
    ]
    const edit = async (id: string, stage: string) => {
      w.clock.advance(HOUR)
      const [row] = await w.store.db.select().from(accounts).where(eq(accounts.id, id))
      await editAccount(w.ctx(), { id, seenAt: row!.updatedAt }, accountSchema.parse({ name: row!.name, stage }))
    }
    await edit(gone.id, 'Churned')
    await edit(back.id, 'Live')
    await edit(slip.id, 'Churned')
    await edit(slip.id, 'Live')
    // A change that was put back by another way than an edit, say an import that was undone.
    const undone = { accountId: silent.id, from: 'Live', to: 'Churned', at: w.now() }
    await write(w.system(), (ctx) => noteStages(ctx.tx, [undone]))
    w.clock.set(at(today, 10))
    await edit(later.id, 'Churned') // in March
    await edit(gone.id, 'Live') // won back in March
    const { moved } = await getMonthly(w.ctx(), { month: february, language: 'en' })
    expect(moved.lost).toMatchObject({ n: 1, arrBaseMinor: 500, named: [{ name: 'Gone', last: null }] })
    expect(moved.won.named.map(({ name }) => name)).toEqual(['Back'])
    const march = await getMonthly(w.ctx(), { month: february + 28, language: 'en' })
    expect(march).toMatchObject({ running: true, moved: { lost: { n: 1 }, won: { n: 1 } } })
    expect(await w.store.db.select().from(accountStages)).toHaveLength(7)
  })

  test('takes what sounds like leaving for leaving, until an admin says otherwise', async () => {
    const w = await world()
    await w.account({ stage: 'Live' })
    const settings = { workingDay: 3, closeDays: 14, names: 'none' as const, quoted: [] }
    const saved = async (lostStages: string[]) => {
      await saveMonthlySettings(w.ctx(), { ...settings, lostStages })
      return (await getMonthlySettings(w.ctx())).lostStages
    }
    expect(await saved([])).toBeNull() // a form without any such stage must not mean: never
    await w.account({ stage: 'Churned' })
    expect(await saved(['Churned'])).toBeNull()
    expect(await saved([])).toEqual([])
    expect(await saved(['Live', 'Churned'])).toEqual(['Live', 'Churned'])
  })

  test('knows no month that hasn’t begun', async () => {
    const w = await world()
    await expect(getMonthly(w.ctx(), { month: february + 59, language: 'en' })).rejects.toMatchObject({ status: 404 })
    await expect(getMonthly(w.anonymous(), { language: 'en' })).rejects.toMatchObject({ status: 401 })
  })
})
