import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { foldSends } from '#app/insights/fold-sends.server.ts'
import type { StepName } from '#app/loop/consequences.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { repair } from '#app/loop/repair.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { DAY } from '#app/platform/day.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { sendDeltas, sends } from '#db/schema/insights.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responseAnswers, responseGrams, responseTexts, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { counted, recount } from '#test/insights/recount.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { all, score } from '#test/loop/look.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, indexAll, invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

type Invitation = { id: string; gen: number }

const answer = async (w: World, invitation: Invitation, to: number, over = {}) => {
  w.clock.advance(60_000)
  return recordAnswer(customer(w), answerTo(w, invitation, to, { confirms: to, ...over }))
}
/** `age`: milliseconds since the page that asks once more was made. */
const takeBack = (w: World, { id, gen }: Invitation, age = 5_000) => {
  w.clock.advance(60_000)
  return withdrawAnswer(customer(w), { invitationId: id, gen, askedAt: w.now() - age })
}
const answered = async (w: World) => {
  const rows = [...(await w.store.db.select().from(sends)), ...(await w.store.db.select().from(sendDeltas))]
  return rows.reduce((sum, row) => sum + row.answered, 0)
}
const person = async (w: World, id: string) => (await w.store.db.select().from(contacts).where(eq(contacts.id, id)))[0]!

describe('an answer that is taken back', () => {
  it('counts nowhere, and everything that had followed is reversed once', async () => {
    const w = await world()
    const { invitation, contact } = await invited(w)
    await answer(w, invitation, 2, { comment: 'Nobody ever calls back' })
    await indexAll(w)
    const [given] = await all(w).responses()
    await insert(w.store, responseAnswers, { responseId: given!.id, questionId: 'q', value: ['words'], at: 0 })
    expect(await takeBack(w, invitation)).toEqual({ kind: 'withdrawn', fresh: true })
    expect(await all(w).responses()).toMatchObject([{ state: 'withdrawn', counts: false, comment: null }])
    expect(await all(w).revisions()).toMatchObject([{ standing: 'withdrawn', score: 2, comment: null }])
    expect(await w.store.db.select().from(responseAnswers)).toEqual([])
    expect(await all(w).cases()).toMatchObject([{ state: 'closed', closeKind: 'withdrawn' }])
    expect(await all(w).people()).toMatchObject([{ state: 'changed' }])
    expect(await all(w).holds()).toEqual([])
    expect(await score(w)).toEqual({ n: 0, low: 0, mid: 0, high: 0, sum: 0 })
    expect(await answered(w)).toBe(0)
    expect(await person(w, contact.id)).toMatchObject({ lastClass: null, lastAnsweredAt: null })
    expect(await w.store.db.select().from(invitations)).toMatchObject([{ answeredAt: null, declined: 'taken_back' }])
    expect(await all(w).types()).toEqual(['responses.recorded', 'responses.withdrawn'])

    expect(await takeBack(w, invitation)).toEqual({ kind: 'withdrawn', fresh: false })
    expect(await score(w)).toEqual({ n: 0, low: 0, mid: 0, high: 0, sum: 0 })
    expect(await answered(w)).toBe(0)
    expect(await all(w).types()).toHaveLength(2)
  })

  it('leaves none of its words in the search index', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await answer(w, invitation, 9, { comment: 'Xylophone' })
    await indexAll(w)
    expect((await w.store.db.select().from(responseGrams)).length).toBeGreaterThan(5)
    await takeBack(w, invitation)
    expect(await w.store.db.select().from(responseTexts)).toEqual([])
    expect(await w.store.db.select().from(responseGrams)).toEqual([])
  })

  it('can be given again by the same link: it counts on the day of the first', async () => {
    const w = await world()
    const { invitation, contact } = await invited(w)
    await answer(w, invitation, 9)
    const [first] = await all(w).responses()
    w.clock.advance(3 * DAY)
    await takeBack(w, invitation)
    expect(await all(w).advocates()).toMatchObject([{ state: 'paused' }])
    expect(await answer(w, invitation, 10)).toMatchObject({ kind: 'recorded', fresh: true })
    expect(await all(w).responses()).toMatchObject([
      { state: 'counted', score: 10, counts: true, day: first!.day, answeredAt: first!.answeredAt },
    ])
    expect(await all(w).advocates()).toMatchObject([{ state: 'candidate' }])
    expect(await person(w, contact.id)).toMatchObject({ lastClass: 'high' })
    expect(await w.store.db.select().from(invitations)).toMatchObject([{ declined: null }])
    expect(await answered(w)).toBe(1)
    for (let round = 0; round < 3; round++) {
      expect(await counted(w)).toEqual(await recount(w))
      while (await foldScores(w.system()));
      while (await foldSends(w.system()));
      expect(await counted(w)).toEqual(await recount(w))
      await takeBack(w, invitation)
      expect(await counted(w)).toEqual({})
      expect(await answered(w)).toBe(0)
      await answer(w, invitation, round)
    }
  })

  it('a page made before it was taken back does not bring it back, nor does the same post again', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    const post = answerTo(w, invitation, 9, { comment: 'Good' })
    const older = answerTo(w, invitation, 8)
    await recordAnswer(customer(w), post)
    await takeBack(w, invitation)
    for (const late of [post, older])
      expect(await recordAnswer(customer(w), late)).toEqual({ kind: 'press_again', from: null })
    expect(await all(w).responses()).toMatchObject([{ state: 'withdrawn', comment: null }])
    expect(await all(w).revisions()).toHaveLength(1)
  })

  it('needs a person: a page made a moment ago, or before the answer, takes nothing back', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await answer(w, invitation, 9)
    expect(await takeBack(w, invitation, 699)).toEqual({ kind: 'press_again' })
    expect(await takeBack(w, invitation, 500_000)).toEqual({ kind: 'press_again' })
    expect(await all(w).responses()).toMatchObject([{ state: 'counted' }])
    expect(await takeBack(w, invitation, 700)).toEqual({ kind: 'withdrawn', fresh: true })
  })

  it('leaves the case to the others who wait, and to another unhappy answer of the same person', async () => {
    const w = await world()
    const { program, account, contact, invitation } = await invited(w)
    const second = await makeProgram(w, { name: 'Second' })
    const mine = await makeInvitation(w, second, contact)
    const theirs = await makeInvitation(w, program, await w.contact({ accountId: account.id }))
    await answer(w, invitation, 2)
    await answer(w, mine, 3)
    await answer(w, theirs, 1)
    await takeBack(w, mine)
    expect(await all(w).cases()).toMatchObject([{ state: 'new' }])
    expect((await all(w).people()).map((one) => one.state)).toEqual(['waiting', 'waiting'])
    expect(await person(w, contact.id)).toMatchObject({ lastClass: 'low' })
    await takeBack(w, invitation)
    expect((await all(w).people()).map((one) => one.state).sort()).toEqual(['changed', 'waiting'])
    expect(await all(w).holds()).toHaveLength(1)
    await takeBack(w, theirs)
    expect(await all(w).cases()).toMatchObject([{ state: 'closed', closeKind: 'withdrawn' }])
    expect(await all(w).holds()).toEqual([])
  })

  it('after first contact the case goes on, with a word in its timeline', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await answer(w, invitation, 2)
    await w.store.write(async (tx) => tx.update(cases).set({ state: 'contacted', contactedAt: w.now() }))
    await takeBack(w, invitation)
    expect(await all(w).cases()).toMatchObject([{ state: 'contacted' }])
    expect(await w.store.db.select().from(events).where(eq(events.type, 'cases.answer_withdrawn'))).toHaveLength(1)
  })

  it('an unhappy answer taken back makes who was happy before a candidate again', async () => {
    const w = await world()
    const { contact, invitation } = await invited(w)
    const other = await makeInvitation(w, await makeProgram(w, { name: 'Second' }), contact)
    await answer(w, other, 9)
    await answer(w, invitation, 1)
    expect(await all(w).advocates()).toMatchObject([{ state: 'paused' }])
    await takeBack(w, invitation)
    expect(await all(w).advocates()).toMatchObject([{ state: 'candidate' }])
    expect(await person(w, contact.id)).toMatchObject({ lastClass: 'high' })
  })

  it('stands once the days of its program are over, whatever is posted', async () => {
    const w = await world()
    const { program, invitation } = await invited(w)
    await w.store.write(async (tx) => tx.update(programs).set({ changeDays: 3 }).where(eq(programs.id, program.id)))
    await answer(w, invitation, 9)
    w.clock.advance(2 * DAY)
    expect(await answer(w, invitation, 8)).toMatchObject({ kind: 'recorded' })
    w.clock.advance(DAY)
    expect(await answer(w, invitation, 2)).toEqual({ kind: 'stands' })
    expect(await answer(w, invitation, 8, { comment: 'And more' })).toEqual({ kind: 'stands' })
    expect(await takeBack(w, invitation)).toEqual({ kind: 'stands' })
    expect(await all(w).responses()).toMatchObject([{ score: 8, state: 'counted', comment: null }])
    expect(await all(w).revisions()).toHaveLength(2)
  })

  it('with no days at all it stands at once; a repeated post is thanked all the same', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await w.store.write(async (tx) => tx.update(programs).set({ changeDays: 0 }))
    const post = answerTo(w, invitation, 9)
    await recordAnswer(customer(w), post)
    expect(await recordAnswer(customer(w), post)).toMatchObject({ kind: 'recorded', fresh: false })
    expect(await takeBack(w, invitation)).toEqual({ kind: 'stands' })
  })

  it('of a test leaves every number alone', async () => {
    const w = await world()
    const { program, contact } = await invited(w)
    const test = await makeInvitation(w, program, contact, { isTest: true })
    await answer(w, test, 9)
    expect(await takeBack(w, test)).toMatchObject({ kind: 'withdrawn' })
    expect(await score(w)).toMatchObject({ n: 0 })
    expect(await answered(w)).toBe(0)
  })

  it('two presses at once take it back once', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    await answer(w, invitation, 9)
    w.clock.advance(60_000)
    const once = () =>
      withdrawAnswer(customer(w), { invitationId: invitation.id, gen: invitation.gen, askedAt: w.now() - 1_000 })
    const both = await Promise.all([once(), once(), answerAnother(w, invitation)])
    expect(both.filter((one) => one.kind === 'withdrawn' && one.fresh)).toHaveLength(1)
    expect(await counted(w)).toEqual(await recount(w))
  })
})

/** Somebody else with the same link changes it at the same moment. */
const answerAnother = (w: World, invitation: Invitation) =>
  recordAnswer(customer(w), answerTo(w, invitation, 3, { confirms: 3, age: 2_000 }))

/** Everything that follows, without ids. */
async function consequences(w: World) {
  const { db } = w.store
  return {
    invitations: (await db.select().from(invitations)).map((row) => [row.answeredAt !== null, row.declined]),
    contacts: (await db.select().from(contacts)).map((row) => row.lastClass),
    cases: (await db.select().from(cases)).map((row) => [row.state, row.closeKind]),
    people: (await all(w).people()).map((row) => row.state),
    holds: (await db.select().from(holds)).map((row) => row.reason),
    advocates: (await db.select().from(advocates)).map((row) => row.state),
    score: await score(w),
    answered: await answered(w),
  }
}

async function runRepairs(w: World) {
  for (const job of await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.repair')).orderBy(jobs.id))
    await repair(w.system(), {
      id: job.id,
      attempt: 1,
      payload: job.payload,
      progress: async () => {},
      stopping: () => false,
    })
}

const broken: [StepName, string, 'insert' | 'update' | 'delete', number][] = [
  ['invitation', 'invitations', 'update', 2],
  ['contact', 'contacts', 'update', 2],
  ['case', 'case_people', 'update', 2],
  ['case', 'holds', 'delete', 2],
  ['advocate', 'advocates', 'update', 10],
  ['score', 'score_deltas', 'insert', 2],
  ['rate', 'send_deltas', 'insert', 2],
]

describe.each(broken)('when reversing the step %s throws at %s', (_step, table, operation, given) => {
  it('the answer is taken back all the same, and the repair makes it whole, once', async () => {
    const [w, sound] = [await world(), await world()]
    for (const one of [w, sound]) {
      const { invitation } = await invited(one)
      await answer(one, invitation, given)
      const mend = one === w ? await breakTable(w, table, operation) : null
      expect(await takeBack(one, invitation)).toEqual({ kind: 'withdrawn', fresh: true })
      if (one === w) expect(await all(w).types()).toContain('loop.consequence_failed')
      await mend?.()
    }
    const expected = await consequences(sound)
    expect(await consequences(w)).not.toEqual(expected)
    expect((await w.store.db.select().from(responses))[0]).toMatchObject({ state: 'withdrawn' })
    for (let run = 0; run < 2; run++) {
      await runRepairs(w)
      expect(await consequences(w)).toEqual(expected)
    }
  })
})

it('a repair of the answer that runs after it was taken back keeps the numbers right', async () => {
  const w = await world()
  const { invitation } = await invited(w)
  const mend = [await breakTable(w, 'score_deltas', 'insert'), await breakTable(w, 'case_people', 'insert')]
  await answer(w, invitation, 2)
  for (const one of mend) await one()
  await takeBack(w, invitation)
  expect(await score(w)).toMatchObject({ n: -1 })
  await runRepairs(w)
  expect(await score(w)).toEqual({ n: 0, low: 0, mid: 0, high: 0, sum: 0 })
  expect(await all(w).cases()).toEqual([])
  expect(await all(w).holds()).toEqual([])
})
