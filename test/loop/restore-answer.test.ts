import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { dropAnswer, keepAnswer } from '#app/loop/drop-answer.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { restoreAnswer } from '#app/loop/restore-answer.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { events } from '#db/schema/audit.ts'
import { sendDeltas } from '#db/schema/insights.ts'
import { responseRevisions } from '#db/schema/responses.ts'
import { all, score } from '#test/loop/look.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
})

/** Sent faster than a person reads: into quarantine. */
async function suspect(given: number, comment: string | null = null) {
  await recordAnswer(customer(w), answerTo(w, one.invitation, given, { age: 100, comment }))
  return ids()
}
async function ids() {
  const rows = await w.store.db.select().from(responseRevisions).orderBy(responseRevisions.number)
  const { responseId, id: revisionId } = rows.at(-1)!
  return { responseId, revisionId }
}
const undecided = async () => (await listResponses(w.ctx(), { state: 'quarantined' })).responses.map((row) => row.score)
const standings = async () => (await all(w).revisions()).map((row) => row.standing)

describe('a restored answer', () => {
  it('counts on the day it was given, and all follows from it once', async () => {
    const which = await suspect(2, 'It was me')
    const at = w.now()
    expect([await undecided(), await score(w)]).toEqual([[2], { n: 0, low: 0, mid: 0, high: 0, sum: 0 }])
    w.clock.advance(5 * 86_400_000)
    expect(await restoreAnswer(w.ctx(), which)).toEqual({ score: 2, from: null })
    expect(await all(w).responses()).toMatchObject([
      { state: 'counted', counts: true, score: 2, comment: 'It was me', answeredAt: at },
    ])
    expect(await score(w)).toEqual({ n: 1, low: 1, mid: 0, high: 0, sum: 2 })
    expect(await all(w).cases()).toHaveLength(1)
    expect(await w.store.db.select().from(sendDeltas)).toHaveLength(1)
    expect([await undecided(), await all(w).types()]).toEqual([[], ['responses.quarantined', 'responses.restored']])
    await expect(restoreAnswer(w.ctx(), which)).rejects.toMatchObject({ code: 'revision_settled' })
    expect(await score(w)).toMatchObject({ n: 1 })
  })

  it('replaces the one that counted, and everything moves with it', async () => {
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9, { comment: 'Fine' }))
    w.clock.advance(60_000)
    const which = await suspect(1)
    expect(await undecided()).toEqual([9])
    expect(await restoreAnswer(w.ctx(), which)).toEqual({ score: 1, from: 9 })
    expect(await all(w).responses()).toMatchObject([{ score: 1, class: 'low', comment: null, state: 'counted' }])
    expect(await standings()).toEqual(['superseded', 'accepted'])
    expect(await score(w)).toEqual({ n: 1, low: 1, mid: 0, high: 0, sum: 1 })
    expect(await all(w).advocates()).toMatchObject([{ state: 'paused' }])
    expect(await all(w).cases()).toHaveLength(1)
  })

  it('from before another answer opens a case again, though that one had landed and left', async () => {
    const which = await suspect(1)
    w.clock.advance(60_000)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 2))
    w.clock.advance(60_000)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9, { confirms: 9 }))
    expect(await all(w).cases()).toMatchObject([{ state: 'closed' }])
    w.clock.advance(60_000)
    await restoreAnswer(w.ctx(), which)
    expect((await all(w).cases()).map((row) => row.state).sort()).toEqual(['closed', 'new'])
    expect(await all(w).holds()).toHaveLength(1)
    expect(await score(w)).toEqual({ n: 1, low: 1, mid: 0, high: 0, sum: 1 })
  })

  it('is asked about no more once the person has answered after it', async () => {
    await suspect(2)
    w.clock.advance(60_000)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 3))
    expect(await undecided()).toEqual([])
  })

  it('is no way around what the person took back', async () => {
    const which = await suspect(2)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 3))
    await w.store.write((tx) =>
      tx.update(responseRevisions).set({ standing: 'withdrawn' }).where(eq(responseRevisions.standing, 'accepted')),
    )
    await expect(restoreAnswer(w.ctx(), which)).rejects.toMatchObject({ code: 'answer_withdrawn' })
  })

  it.each(['csm', 'marketer', 'viewer'] as const)('is not for a %s to decide', async (role) => {
    const which = await suspect(9)
    const { actor } = await w.user({ roles: [role] })
    for (const verb of [restoreAnswer, dropAnswer, keepAnswer])
      await expect(verb(w.ctx(actor), which)).rejects.toMatchObject({ status: 403 })
    expect(await standings()).toEqual(['quarantined'])
  })
})

describe('a dropped answer', () => {
  it('leaves the list of those to decide, and comes back by undo', async () => {
    const which = await suspect(9)
    await dropAnswer(w.ctx(), which)
    expect([await standings(), await undecided()]).toEqual([['dropped'], []])
    expect(await all(w).responses()).toMatchObject([{ state: 'withdrawn', counts: false }])
    await expect(dropAnswer(w.ctx(), which)).rejects.toMatchObject({ code: 'revision_settled' })
    await keepAnswer(w.ctx(), which)
    expect([await standings(), await undecided()]).toEqual([['quarantined'], [9]])
    expect(await all(w).responses()).toMatchObject([{ state: 'unconfirmed' }])
    const said = await w.store.db.select().from(events).where(eq(events.actorId, w.admin.id))
    expect(said.map(({ type }) => type).slice(-2)).toEqual(['responses.dropped', 'responses.kept'])
  })

  it('is no obstacle to the person’s own answer', async () => {
    await dropAnswer(w.ctx(), await suspect(0))
    w.clock.advance(60_000)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9))
    expect(await all(w).responses()).toMatchObject([{ state: 'counted', score: 9 }])
    expect(await score(w)).toMatchObject({ n: 1, high: 1 })
  })

  it('beside one that counts changes nothing about it', async () => {
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9))
    w.clock.advance(60_000)
    await dropAnswer(w.ctx(), await suspect(1))
    expect(await all(w).responses()).toMatchObject([{ state: 'counted', score: 9 }])
  })
})
