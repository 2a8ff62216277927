import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { all, score } from '#test/loop/look.ts'
import { answerTo, customer, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

describe('a changed answer', () => {
  const change = async (w: World, invitation: { id: string; gen: number }, to: number, over = {}) => {
    w.clock.advance(60_000)
    return recordAnswer(customer(w), answerTo(w, invitation, to, { confirms: to, ...over }))
  }

  it('from promoter to detractor moves everything', async () => {
    const w = await world()
    const { invitation, account } = await invited(w)
    await recordAnswer(customer(w), answerTo(w, invitation, 9))
    const day = (await all(w).responses())[0]!.day
    w.clock.advance(3 * 86_400_000)
    expect(await change(w, invitation, 1)).toMatchObject({ kind: 'recorded', class: 'low' })
    expect(await all(w).responses()).toMatchObject([{ score: 1, class: 'low', day }])
    expect((await all(w).revisions()).map((row) => row.standing)).toEqual(['superseded', 'accepted'])
    expect(await all(w).cases()).toMatchObject([{ subjectKey: `acc:${account.id}`, state: 'new' }])
    expect(await all(w).advocates()).toMatchObject([{ state: 'paused' }])
    expect(await score(w)).toEqual({ n: 1, low: 1, mid: 0, high: 0, sum: 1 })
    expect(new Set((await w.store.db.select().from(scoreDeltas)).map((row) => row.day))).toEqual(new Set([day]))
    expect(await w.store.db.select().from(sendDeltas)).toHaveLength(1)
  })

  it('from detractor to promoter before first contact closes the case, when nobody else waits', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await recordAnswer(customer(w), answerTo(w, invitation, 2))
    await change(w, invitation, 10)
    expect(await all(w).cases()).toMatchObject([{ state: 'closed', closeKind: 'changed_answer' }])
    expect(await all(w).people()).toMatchObject([{ state: 'changed' }])
    expect(await all(w).holds()).toEqual([])
    expect(await all(w).advocates()).toMatchObject([{ state: 'candidate' }])
    await change(w, invitation, 1)
    expect((await all(w).cases()).map((row) => row.state).sort()).toEqual(['closed', 'new'])
  })

  it('from detractor to promoter leaves the case to the others who wait', async () => {
    const w = await world()
    const { program, account, invitation } = await invited(w)
    const other = await makeInvitation(w, program, await w.contact({ accountId: account.id }))
    await recordAnswer(customer(w), answerTo(w, invitation, 2))
    await recordAnswer(customer(w), answerTo(w, other, 3))
    await change(w, invitation, 9)
    expect(await all(w).cases()).toMatchObject([{ state: 'new' }])
    expect((await all(w).people()).map((person) => person.state).sort()).toEqual(['changed', 'waiting'])
    expect(await all(w).holds()).toHaveLength(1)
  })

  it('after first contact leaves the case as it is, with a word in its timeline', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await recordAnswer(customer(w), answerTo(w, invitation, 2))
    await w.store.write(async (tx) => tx.update(cases).set({ state: 'contacted', contactedAt: w.now() }))
    await change(w, invitation, 9)
    expect(await all(w).cases()).toMatchObject([{ state: 'contacted' }])
    expect(await all(w).people()).toMatchObject([{ state: 'waiting' }])
    expect(await w.store.db.select().from(events).where(eq(events.type, 'cases.answer_changed'))).toHaveLength(1)
  })

  it('keeps its comment when the field is left empty and the class stays', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await recordAnswer(customer(w), answerTo(w, invitation, 9, { comment: 'Great people' }))
    await change(w, invitation, 10)
    expect(await all(w).responses()).toMatchObject([{ score: 10, comment: 'Great people' }])
    await change(w, invitation, 2)
    expect(await all(w).responses()).toMatchObject([{ score: 2, comment: null }])
  })
})
