import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { sendDeltas } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { all, score } from '#test/loop/look.ts'
import { answerTo, customer, invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world } from '#test/world.ts'

describe('an unhappy answer', () => {
  it('opens a case of the account for its owner, holds the account, and is counted', async () => {
    const w = await world()
    const owner = await w.user({ roles: ['csm'] })
    const { invitation, contact, account } = await invited(w, {
      ownerId: owner.id,
      account: { tier: 'gold', products: ['app'] },
    })
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 2, { comment: 'Too slow' }))).toEqual({
      kind: 'recorded',
      class: 'low',
      fresh: true,
    })
    const [response] = await all(w).responses()
    expect(response).toMatchObject({
      state: 'counted',
      score: 2,
      class: 'low',
      comment: 'Too slow',
      counts: true,
      isTest: false,
      tier: 'gold',
      products: ['app'],
      ownerId: owner.id,
      day: dayOf(w.now(), 'Asia/Tokyo'),
    })
    const [opened] = await all(w).cases()
    expect(opened).toMatchObject({ subjectKey: `acc:${account.id}`, ownerId: owner.id, state: 'new', severity: 'high' })
    expect(await w.store.db.select().from(caseAnswers)).toMatchObject([{ responseId: response!.id }])
    expect(await all(w).holds()).toMatchObject([
      { subjectKey: `acc:${account.id}`, reason: 'open_case', refId: opened!.id },
    ])
    expect(await score(w)).toEqual({ n: 1, low: 1, mid: 0, high: 0, sum: 2 })
    expect(await w.store.db.select().from(sendDeltas)).toMatchObject([
      { programId: invitation.programId, day: invitation.sentDay, answered: 1, invited: 0 },
    ])
    expect((await w.store.db.select().from(invitations))[0]!.answeredAt).toBe(w.now())
    expect((await w.store.db.select().from(contacts).where(eq(contacts.id, contact.id)))[0]).toMatchObject({
      lastAnsweredAt: w.now(),
      lastClass: 'low',
    })
    expect(await all(w).types()).toEqual(['responses.recorded'])
  })

  it('of a person without an account has a case of its own', async () => {
    const w = await world()
    const contact = await w.contact()
    const invitation = await makeInvitation(w, await makeProgram(w), contact)
    await recordAnswer(customer(w), answerTo(w, invitation, 0))
    expect(await all(w).cases()).toMatchObject([{ subjectKey: `con:${contact.id}`, accountId: null }])
    expect(await all(w).holds()).toMatchObject([{ subjectKey: `con:${contact.id}` }])
  })

  it('above the threshold of its program opens none, and an event names the rule', async () => {
    const w = await world()
    const { invitation } = await invited(w, { program: await makeProgram(w, { market: 'japan' }) })
    await recordAnswer(customer(w), answerTo(w, invitation, 6))
    expect(await all(w).cases()).toEqual([])
    const [left] = await w.store.db.select().from(events).where(eq(events.type, 'loop.no_case'))
    expect(left).toMatchObject({ subjectKind: 'response', data: { rule: 'threshold', threshold: 4, score: 6 } })
  })
})

it('a happy answer nominates its person and opens nothing', async () => {
  const w = await world()
  const { invitation, contact } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 10))
  expect(await all(w).advocates()).toMatchObject([{ contactId: contact.id, state: 'candidate' }])
  expect([await all(w).cases(), await all(w).holds()]).toEqual([[], []])
})

it('the twenty people of one account who answer at once share one open case', async () => {
  const w = await world()
  const { program, account } = await invited(w)
  const people = await Promise.all(Array.from({ length: 20 }, () => w.contact({ accountId: account.id })))
  const invitations = await Promise.all(people.map((person) => makeInvitation(w, program, person)))
  const outcomes = await Promise.all(
    invitations.map((invitation, i) => recordAnswer(customer(w), answerTo(w, invitation, i % 7))),
  )
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(20).fill('recorded'))
  const open = await all(w).cases()
  expect(open).toHaveLength(1)
  expect(new Set((await all(w).people()).map((person) => person.contactId))).toEqual(
    new Set(people.map((person) => person.id)),
  )
  expect(await w.store.db.select().from(caseAnswers)).toHaveLength(20)
  expect(await all(w).holds()).toHaveLength(1)
  expect((await w.store.db.select().from(events).where(eq(events.type, 'loop.consequence_failed'))).length).toBe(0)
  expect((await score(w)).n).toBe(20)
})

it('fifty identical posts of one page are one answer', async () => {
  const w = await world()
  const { invitation } = await invited(w)
  const input = answerTo(w, invitation, 3, { comment: 'again and again' })
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => recordAnswer(customer(w), input)))
  expect(outcomes.filter((outcome) => outcome.kind === 'recorded' && outcome.fresh)).toHaveLength(1)
  expect(outcomes.every((outcome) => outcome.kind === 'recorded')).toBe(true)
  expect([(await all(w).revisions()).length, (await all(w).responses()).length, (await score(w)).n]).toEqual([1, 1, 1])
  expect(await all(w).types()).toEqual(['responses.recorded'])
})

describe('a machine', () => {
  it('that posts at once is kept in quarantine, and the person who presses again is counted', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 0, { age: 100 }))).toEqual({
      kind: 'press_again',
      from: null,
    })
    expect(await all(w).responses()).toMatchObject([{ state: 'unconfirmed', counts: false }])
    expect([await all(w).cases(), (await score(w)).n]).toEqual([[], 0])
    w.clock.advance(86_400_000)
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 9))).toMatchObject({
      kind: 'recorded',
      class: 'high',
    })
    expect(await all(w).responses()).toMatchObject([
      { state: 'counted', counts: true, score: 9, day: dayOf(w.now(), 'Asia/Tokyo'), answeredAt: w.now() },
    ])
    expect((await all(w).revisions()).map((row) => row.standing)).toEqual(['quarantined', 'accepted'])
  })

  it('that posts late never overwrites a human', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    const early = answerTo(w, invitation, 0, { age: 60_000 })
    w.clock.advance(1)
    await recordAnswer(customer(w), answerTo(w, invitation, 9))
    w.clock.advance(60_000)
    expect(await recordAnswer(customer(w), early)).toEqual({ kind: 'press_again', from: 9 })
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 0))).toEqual({ kind: 'confirm', from: 9, to: 0 })
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 0, { confirms: 0, age: 200 }))).toEqual({
      kind: 'press_again',
      from: 9,
    })
    expect(await all(w).responses()).toMatchObject([{ score: 9, class: 'high', state: 'counted' }])
    expect([await all(w).cases(), await score(w)]).toEqual([[], { n: 1, low: 0, mid: 0, high: 1, sum: 9 }])
  })

  it('that uses a nonce twice with other words is kept in quarantine once for each text', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    const input = answerTo(w, invitation, 9)
    await recordAnswer(customer(w), input)
    for (const score of [1, 1, 2])
      expect(await recordAnswer(customer(w), { ...input, score })).toEqual({ kind: 'press_again', from: 9 })
    expect((await all(w).revisions()).map((row) => [row.score, row.standing])).toEqual([
      [9, 'accepted'],
      [1, 'quarantined'],
      [2, 'quarantined'],
    ])
  })

  it('is stopped after fifty different posts', async () => {
    const w = await world()
    const { invitation } = await invited(w)
    for (let i = 0; i < 50; i++) await recordAnswer(customer(w), answerTo(w, invitation, i % 11, { age: 10 }))
    await expect(recordAnswer(customer(w), answerTo(w, invitation, 5, { age: 10 }))).rejects.toThrow('too_many')
    expect(await all(w).revisions()).toHaveLength(50)
  })
})

describe('an answer that is not counted', () => {
  it('of a test has no consequence', async () => {
    const w = await world()
    const { program, contact } = await invited(w)
    const invitation = await makeInvitation(w, program, contact, { isTest: true })
    expect(await recordAnswer(customer(w), answerTo(w, invitation, 0))).toMatchObject({ kind: 'recorded' })
    expect(await all(w).responses()).toMatchObject([{ isTest: true, counts: false }])
    expect([
      await all(w).cases(),
      await all(w).holds(),
      (await score(w)).n,
      await w.store.db.select().from(sendDeltas),
    ]).toEqual([[], [], 0, []])
    expect(await all(w).types()).toEqual(['responses.tested'])
  })

  it('of a program outside the score still opens a case', async () => {
    const w = await world()
    const { program, invitation } = await invited(w)
    await w.store.write(async (tx) => tx.update(programs).set({ inScore: false }).where(eq(programs.id, program.id)))
    await recordAnswer(customer(w), answerTo(w, invitation, 0))
    expect([(await all(w).responses())[0]!.counts, (await score(w)).n, (await all(w).cases()).length]).toEqual([
      false,
      0,
      1,
    ])
  })
})

it.each([
  ['cancelled', { state: 'cancelled' as const }, 1],
  ['expired', { expiresAt: 1 }, 1],
  ['revoked', {}, 2],
])('a link that is %s takes no answer', async (why, over, gen) => {
  const w = await world()
  const { program, contact } = await invited(w)
  const invitation = await makeInvitation(w, program, contact, over)
  expect(await recordAnswer(customer(w), { ...answerTo(w, invitation, 9), gen })).toEqual({ kind: 'closed', why })
  expect(await all(w).responses()).toEqual([])
})

it.each([11, -1, 2.5, 0])('the score %s is not on a scale from 1 to 5', async (given) => {
  const w = await world()
  const { invitation } = await invited(w, { program: await makeProgram(w, { metric: 'csat' }) })
  await expect(recordAnswer(customer(w), answerTo(w, invitation, given))).rejects.toThrow('score_outside')
  expect(await all(w).revisions()).toEqual([])
})

it('every counted unhappy answer has landed in a case, or an event names the rule that kept it out', async () => {
  const w = await world()
  const [general, japan] = [await makeProgram(w), await makeProgram(w, { market: 'japan' })]
  for (let i = 0; i < 22; i++) {
    const { invitation } = await invited(w, { program: i % 2 ? japan : general })
    await recordAnswer(customer(w), answerTo(w, invitation, Math.floor(i / 2)))
  }
  const unhappy = await w.store.db
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.class, 'low'), eq(responses.state, 'counted')))
  const landed = (await w.store.db.select().from(caseAnswers)).map((row) => row.responseId)
  const named = (await w.store.db.select().from(events).where(eq(events.type, 'loop.no_case'))).map(
    (row) => row.subjectId,
  )
  expect(unhappy).toHaveLength(14) // 0 to 6, twice
  expect([landed.length, named.length]).toEqual([7 + 5, 2]) // the Japanese rule leaves out 5 and 6
  expect(new Set([...landed, ...named])).toEqual(new Set(unhappy.map((row) => row.id)))
})
