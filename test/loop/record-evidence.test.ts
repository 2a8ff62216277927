import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { confirmAnswer } from '#app/loop/confirm-answer.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { recordEvidence, type EvidenceInput } from '#app/loop/record-evidence.server.ts'
import { quietWindow } from '#app/responses/evidence.ts'
import { jobs } from '#db/schema/jobs.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseRevisions } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { programs } from '#db/schema/surveys.ts'
import { all, score } from '#test/loop/look.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let one: Awaited<ReturnType<typeof invited>>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
})

function see(given: number, over: Partial<EvidenceInput> = {}) {
  const { invitationId, gen, nonce } = answerTo(w, one.invitation, given)
  const from = { address: '198.51.100.3', agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)' }
  const page = { invitationId, gen, nonce, language: 'en' as const, gesture: 'touch' as const, automated: false }
  return recordEvidence(customer(w), { ...page, ...from, score: given, ...over })
}
const standings = async () => (await all(w).revisions()).map((row) => `${row.score} ${row.standing}`)
async function confirm() {
  const [answer] = await all(w).responses()
  const payload = { responseId: answer!.id }
  return confirmAnswer(w.system(), { id: 'j', attempt: 1, payload, progress: async () => {}, stopping: () => false })
}

describe('an answer without a press', () => {
  it('waits outside every number, with one job and one touch', async () => {
    expect(await see(2)).toBe('tentative')
    expect(await all(w).responses()).toMatchObject([{ state: 'unconfirmed', counts: false, score: 2 }])
    expect([await score(w), await all(w).cases(), await all(w).types()]).toEqual([
      { n: 0, low: 0, mid: 0, high: 0, sum: 0 },
      [],
      ['responses.tapped'],
    ])
    const due = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.confirm'))
    expect(due.map((job) => job.runAt)).toEqual([w.now() + quietWindow])
    expect(await w.store.db.select().from(touches)).toMatchObject([{ method: 'POST', score: 2, kind: 'person' }])
  })

  it('is asked about again when its time has not come, and counts once when it has', async () => {
    await see(2)
    expect(await confirm()).toEqual({ again: w.now() + quietWindow })
    w.clock.advance(quietWindow)
    for (let i = 0; i < 2; i++) expect(await confirm()).toBeUndefined()
    expect([await standings(), await score(w)]).toEqual([['2 accepted'], { n: 1, low: 1, mid: 0, high: 0, sum: 2 }])
    expect([await all(w).types(), (await all(w).cases()).length]).toEqual([['responses.tapped', 'responses.recorded'], 1]) // prettier-ignore
  })

  it('steps back at once when the person presses', async () => {
    await see(2)
    w.clock.advance(30_000)
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9))
    expect(await standings()).toEqual(['2 superseded', '9 accepted'])
    expect(await score(w)).toEqual({ n: 1, low: 0, mid: 0, high: 1, sum: 9 })
    // Even if one were left over, it would displace nothing.
    await w.store.write((tx) => tx.update(responseRevisions).set({ standing: 'tentative' }).where(eq(responseRevisions.number, 1))) // prettier-ignore
    w.clock.advance(quietWindow)
    await confirm()
    expect(await standings()).toEqual(['2 superseded', '9 accepted'])
  })

  it('of another page waits beside it; the later one without a machine’s traces is the answer', async () => {
    await see(9)
    w.clock.advance(60_000)
    await see(0, { address: '203.0.113.5', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0' })
    expect(await standings()).toEqual(['9 tentative', '0 tentative'])
    const burst = { invitationId: one.invitation.id, method: 'GET', network: '203.0.113.0/24', flags: [], programId: one.program.id } // prettier-ignore
    const [posted] = (await w.store.db.select().from(touches)).filter((row) => row.score === 0)
    const hoursAgo = w.now() - 5 * 3_600_000
    await w.store.write((tx) =>
      tx.insert(touches).values(
        [1, 2].map((given) => ({ ...burst, id: `tch_${given}`, at: hoursAgo, score: given, agentHash: posted!.agentHash })), // prettier-ignore
      ),
    )
    w.clock.advance(quietWindow)
    await confirm()
    expect(await standings()).toEqual(['9 accepted', '0 quarantined'])
    expect((await all(w).revisions())[1]!.reasons).toEqual(['burst'])
    expect(await score(w)).toMatchObject({ n: 1, high: 1 })
  })

  it('stays as it is in a strict program, also when it became strict meanwhile', async () => {
    await see(9)
    await w.store.write((tx) => tx.update(programs).set({ integrity: 'strict' }))
    w.clock.advance(quietWindow)
    await confirm()
    await see(8)
    expect(await standings()).toEqual(['9 tentative', '8 tentative'])
    expect(await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.confirm'))).toHaveLength(1)
  })

  it.each([
    ['a score outside the scale', { score: 11 }],
    ['an older link', { gen: 0 }],
    ['another invitation', { invitationId: 'inv_nobody' }],
    ['no gesture', { gesture: 'load' as const }],
  ])('is nothing with %s', async (_name, over) => {
    expect(await see(9, over)).toBeNull()
    expect([await all(w).responses(), await w.store.db.select().from(touches)]).toEqual([[], []])
  })

  it('of a test is confirmed as a test', async () => {
    await w.store.write((tx) => tx.update(invitations).set({ isTest: true }))
    await see(1)
    w.clock.advance(quietWindow)
    await confirm()
    expect(await all(w).responses()).toMatchObject([{ state: 'counted', counts: false, isTest: true }])
    expect([await all(w).cases(), await all(w).types()]).toEqual([[], ['responses.tapped', 'responses.tested']])
  })
})
