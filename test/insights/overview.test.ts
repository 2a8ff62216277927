import { describe, expect, test } from 'vitest'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { foldSends } from '#app/insights/fold-sends.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { insertSendDelta } from '#app/insights/insert-send-delta.server.ts'
import { write } from '#app/audit/context.server.ts'
import { monthStart } from '#app/platform/day.ts'
import { sendDeltas, sends } from '#db/schema/insights.ts'
import { answer, makeProgram, rescore } from '#test/insights/make.ts'
import { world, type World } from '#test/world.ts'

/** Monday, 2 March 2026 in Tokyo: 20514 days after 1 January 1970. */
const today = 20_514

async function fold(w: World) {
  while ((await foldScores(w.system())) + (await foldSends(w.system())) > 0) continue
}

describe('the overview', () => {
  test('shows an answer at once, before anything is folded, and the same afterwards', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await answer(w, program, { score: 3, day: today })
    await answer(w, program, { score: 10, day: today })
    const before = await getOverview(w.ctx())
    expect(before.headline.score).toMatchObject({ value: 0, n: 2 }) // one promoter − one detractor of two
    await fold(w)
    expect(await getOverview(w.ctx())).toEqual(before)
  })

  test('takes each person’s latest answer in the window, and counts everything in the trend', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const person = await w.contact()
    await answer(w, program, { score: 2, day: today - 200, contactId: person.id }) // before both windows
    await answer(w, program, { score: 3, day: today - 40, contactId: person.id }) // repeated within the window
    await answer(w, program, { score: 9, day: today - 5, contactId: person.id })
    await answer(w, program, { score: 8, day: today - 40, contactId: (await w.contact()).id })
    await answer(w, program, { score: 6, day: today - 40 }) // by somebody unknown, twice
    await answer(w, program, { score: 6, day: today - 40 })
    await fold(w)
    const { headline, trend } = await getOverview(w.ctx())
    expect(headline.counts).toEqual({ low: 2, mid: 1, high: 1 })
    expect(headline.score?.value).toBe(-25) // (1 − 2) / 4
    const all = trend.reduce((sum, { counts }) => sum + counts.low + counts.mid + counts.high, 0)
    expect(all).toBe(6)
    expect(trend.find(({ month }) => month === monthStart(today - 40))?.counts).toEqual({ low: 3, mid: 1, high: 0 })
  })

  test('counts in the period before who only answered again after it', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const person = await w.contact()
    await answer(w, program, { score: 3, day: today - 100, contactId: person.id })
    await answer(w, program, { score: 10, day: today - 3, contactId: person.id })
    await fold(w)
    const { headline, previous } = await getOverview(w.ctx())
    expect(headline.counts).toEqual({ low: 0, mid: 0, high: 1 })
    expect(previous.counts).toEqual({ low: 1, mid: 0, high: 0 })
  })

  test('follows a changed answer', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const person = await w.contact()
    const first = await answer(w, program, { score: 3, day: today - 20, contactId: person.id })
    await answer(w, program, { score: 9, day: today - 10, contactId: person.id })
    await fold(w)
    await rescore(w, 'nps', first.id, 10)
    await fold(w)
    const { headline, trend } = await getOverview(w.ctx())
    expect(headline.counts).toEqual({ low: 0, mid: 0, high: 1 })
    expect(trend.reduce((sum, { counts }) => sum + counts.high, 0)).toBe(2)
  })

  test('keeps programs and metrics apart, and finds a program by itself', async () => {
    const w = await world()
    const nps = await makeProgram(w)
    const other = await makeProgram(w)
    const csat = await makeProgram(w, { metric: 'csat' })
    await answer(w, nps, { score: 9, day: today })
    await answer(w, other, { score: 1, day: today })
    await answer(w, csat, { score: 5, day: today })
    await answer(w, csat, { score: 4, day: today })
    await answer(w, csat, { score: 1, day: today })
    expect((await getOverview(w.ctx(), { metric: 'nps' })).headline.score).toMatchObject({ value: 0, n: 2 })
    expect((await getOverview(w.ctx(), { programId: other.id })).headline.score).toMatchObject({ value: -100, n: 1 })
    const satisfied = await getOverview(w.ctx(), { metric: 'csat' })
    expect(satisfied.headline.score?.value).toBeCloseTo(66.667, 3) // two of three say 4 or 5
    expect((await getOverview(w.ctx(), { metric: 'ces' })).headline.score).toBeNull()
    await expect(getOverview(w.ctx(), { programId: 'prg_none' })).rejects.toMatchObject({ status: 404 })
  })

  test('has twelve months, and a null score where nobody answered', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await answer(w, program, { score: 9, day: today })
    const { trend } = await getOverview(w.ctx())
    expect(trend).toHaveLength(12)
    expect(trend.map(({ score }) => score?.n ?? null)).toEqual([...Array.from({ length: 11 }, () => null), 1])
  })

  test('gives the response rate of what was delivered in the window, by day of sending', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await write(w.system(), async (ctx) => {
      await insertSendDelta(ctx, { programId: program.id, day: today - 10, invited: 40 })
      await insertSendDelta(ctx, { programId: program.id, day: today - 10, failed: 8 })
      await insertSendDelta(ctx, { programId: program.id, day: today - 10, answered: 8 })
      await insertSendDelta(ctx, { programId: program.id, day: today - 100, invited: 500 }) // before the window
    })
    const before = await getOverview(w.ctx())
    expect(before.rate).toMatchObject({ value: 0.25, n: 32 }) // 8 ÷ (40 − 8)
    await fold(w)
    expect((await getOverview(w.ctx())).rate).toEqual(before.rate)
    expect(await w.store.db.select().from(sendDeltas)).toEqual([])
    expect(await w.store.db.select().from(sends)).toHaveLength(2)
  })

  test('of a new install is empty, and is told to nobody who is not signed in', async () => {
    const w = await world()
    expect(await getOverview(w.ctx())).toMatchObject({
      metric: 'nps',
      answered: false,
      rate: null,
      difference: null,
      headline: { score: null },
    })
    await expect(getOverview(w.anonymous())).rejects.toMatchObject({ status: 401 })
  })
})
