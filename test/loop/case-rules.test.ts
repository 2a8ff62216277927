import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { getCase } from '#app/cases/get-case.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'
import { expectCases } from '#app/loop/expected-cases.server.ts'
import { foreseeReply } from '#app/loop/foresee-reply.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { repair } from '#app/loop/repair.server.ts'
import { restoreAnswer } from '#app/loop/restore-answer.server.ts'
import { takeWish } from '#app/loop/take-wish.server.ts'
import { withdrawAnswer } from '#app/loop/withdraw-answer.server.ts'
import { getAnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { all, score } from '#test/loop/look.ts'
import { answerTo, customer, invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { editOf } from '#test/surveys/make.ts'
import { world, type World } from '#test/world.ts'

const leaving = 'We are cancelling our contract at the end of the month.'

let w: World
let one: Awaited<ReturnType<typeof invited>>
beforeEach(async () => {
  w = await world()
  one = await invited(w)
})

const answer = (given: number, comment: string | null = null, invitation = one.invitation) => {
  w.clock.advance(60_000)
  return recordAnswer(customer(w), answerTo(w, invitation, given, { comment, confirms: given }))
}
async function set(rule: { enabled?: boolean; contradictions?: boolean }, programId = one.program.id) {
  w.clock.advance(1_000)
  const edit = await editOf(w, programId)
  await editProgram(w.ctx(), { ...edit, caseRule: { ...edit.caseRule, ...rule } })
}
const landed = () => w.store.db.select({ id: caseAnswers.responseId, why: caseAnswers.why }).from(caseAnswers)
const leftOut = async () =>
  (await w.store.db.select().from(events).where(eq(events.type, 'loop.no_case')).orderBy(events.id)).map((row) => row.data) // prettier-ignore
const states = async () => (await all(w).cases()).map((row) => row.closeKind ?? row.state)
async function runRepairs() {
  const waiting = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.repair')).orderBy(jobs.id)
  for (const { id, payload } of waiting)
    await repair(w.system(), { id, attempt: 1, payload, progress: async () => {}, stopping: () => false })
  return waiting.length
}

describe('a comment that contradicts a good score', () => {
  it.each([
    ['nps', 9],
    ['nps', 7],
    ['csat', 4],
    ['ces', 4],
  ] as const)(
    'opens a case of normal severity (%s, %i), and the numbers stay those of the score',
    async (metric, given) => {
      one = await invited(w, { program: await makeProgram(w, { metric }) })
      await answer(given, leaving)
      expect(await all(w).cases()).toMatchObject([{ state: 'new', severity: 'normal' }])
      expect(await all(w).holds()).toMatchObject([{ reason: 'open_case' }])
      expect(await all(w).advocates()).toEqual([])
      expect(await score(w)).toMatchObject({ n: 1, low: 0, sum: given })
      expect(await landed()).toMatchObject([{ why: 'contradiction' }])
      expect(await leftOut()).toEqual([])
      const [row] = (await listCases(w.ctx(), { scope: 'all' })).cases
      const shown = await getCase(w.ctx(), row!.id)
      expect([row, shown.people[0]!.answers[0]]).toMatchObject([
        { why: 'contradiction', score: given },
        { why: 'contradiction', score: given },
      ])
      expect(shown.timeline).toMatchObject([{ type: 'cases.opened', by: 'contradiction', score: given }])
    },
  )

  it('says nothing against an unhappy score: there the score speaks', async () => {
    await answer(2, leaving)
    expect(await landed()).toMatchObject([{ why: 'score' }])
    expect(await all(w).cases()).toMatchObject([{ severity: 'high' }])
  })

  it('opens it when it is added later, and closes it when it is taken back in words, or altogether', async () => {
    await answer(9)
    expect([await states(), (await all(w).advocates()).map((row) => row.state)]).toEqual([[], ['candidate']])
    await answer(9, leaving)
    expect([await states(), (await all(w).advocates()).map((row) => row.state)]).toEqual([['new'], ['paused']])
    await answer(9, 'Sorted. We stay, and gladly.')
    expect(await states()).toEqual(['changed_answer'])
    expect([await all(w).holds(), await landed()]).toMatchObject([[], [{ why: null }]])
    expect((await all(w).advocates()).map((row) => row.state)).toEqual(['candidate'])
    await answer(10, leaving)
    expect((await states()).sort()).toEqual(['changed_answer', 'new'])
    w.clock.advance(60_000)
    await withdrawAnswer(customer(w), { invitationId: one.invitation.id, gen: 1, askedAt: w.now() - 10_000 })
    expect((await states()).sort()).toEqual(['changed_answer', 'withdrawn'])
    expect(await score(w)).toEqual({ n: 0, low: 0, mid: 0, high: 0, sum: 0 })
  })

  it('keeps its person on the case when another answer of theirs gets better', async () => {
    const other = await makeInvitation(w, await makeProgram(w), one.contact)
    await answer(9, leaving)
    await answer(2, null, other)
    await answer(10, null, other)
    expect(await states()).toEqual(['new'])
    expect(await all(w).people()).toMatchObject([{ state: 'waiting' }])
    await answer(9, 'All good now.')
    expect(await states()).toEqual(['changed_answer'])
  })

  it('waits in quarantine with its answer, and opens the case when that is restored', async () => {
    await recordAnswer(customer(w), answerTo(w, one.invitation, 9, { age: 100, comment: leaving }))
    expect([await states(), await leftOut()]).toEqual([[], []])
    const { responseId, id: revisionId } = (await all(w).revisions())[0]!
    await restoreAnswer(w.ctx(), { responseId, revisionId })
    expect([await states(), await landed()]).toMatchObject([['new'], [{ why: 'contradiction' }]])
  })
})

describe('the switches of a program', () => {
  it('leave an answer out with one event that names the rule, however often it is tried', async () => {
    await set({ enabled: false, contradictions: false })
    await answer(9, leaving)
    await answer(9, `${leaving} Really.`)
    const other = await makeInvitation(w, one.program, await w.contact({ accountId: one.account.id }))
    await answer(1, null, other)
    await answer(1, 'Still.', other)
    expect([await states(), await all(w).holds()]).toEqual([[], []])
    expect(await leftOut()).toEqual([
      { rule: 'contradictions_off', score: 9 },
      { rule: 'disabled', score: 1 },
    ])
    expect((await all(w).advocates()).map((row) => row.state)).toEqual([])
  })

  it('are each their own: without cases for scores a contradiction still opens one', async () => {
    await set({ enabled: false })
    await answer(9, leaving)
    expect([await states(), await leftOut()]).toEqual([['new'], []])
    await answer(1, leaving)
    expect([await states(), await leftOut()]).toEqual([['changed_answer'], [{ rule: 'disabled', score: 1 }]])
  })

  it('count as they stood when the answer was counted: a change opens and closes nothing', async () => {
    await set({ enabled: false })
    await answer(1)
    await set({ enabled: true })
    expect(await states()).toEqual([])
    const foreseen = async () => (await foreseeReply(w.system(), (await getAnswerInvitation(w.system(), one.invitation.id))!)).foreseen.kind // prettier-ignore
    expect(await foreseen()).toBe('nobody')
    await answer(1, 'Now with a comment.')
    expect([await states(), await foreseen()]).toEqual([['new'], 'reply'])
    await set({ enabled: false })
    expect([await states(), await foreseen()]).toEqual([['new'], 'reply'])
  })

  it('hold in a repair as they stood when the answer was counted', async () => {
    const mend = await breakTable(w, 'case_people', 'insert')
    await answer(9, leaving)
    await mend()
    await set({ enabled: false, contradictions: false })
    expect(await runRepairs()).toBeGreaterThan(0)
    await runRepairs()
    expect([await states(), await leftOut(), await landed()]).toMatchObject([['new'], [], [{ why: 'contradiction' }]])
  })

  it('a repair of an earlier answer doesn’t undo what a later one did by the rule of its own time', async () => {
    await set({ enabled: false })
    const mend = await breakTable(w, 'case_people', 'insert')
    await answer(9, leaving)
    await mend()
    await set({ enabled: true })
    await answer(2)
    expect(await states()).toEqual(['new'])
    await runRepairs()
    expect([await states(), await leftOut()]).toEqual([['new'], []])
  })

  it('are changed with an event that says so, by who may edit the program', async () => {
    await set({ contradictions: false })
    await set({})
    const edits = await w.store.db.select().from(events).where(eq(events.type, 'surveys.program_edited')).orderBy(events.id) // prettier-ignore
    expect(edits.map((row) => (row.data.caseRule as { contradictions: boolean } | undefined)?.contradictions)).toEqual([false, undefined]) // prettier-ignore
    const csm = await w.user({ roles: ['csm'] })
    await expect(editProgram(w.ctx(csm.actor), await editOf(w, one.program.id))).rejects.toMatchObject({ status: 403 })
  })

  it('are in what a wave is expected to bring', async () => {
    const expected = async () => expectCases(w.ctx(), (await getProgram(w.ctx(), one.program.id)).program, 1000)
    // 10 % answer and 10 % of them are unhappy; 30 % and 30 %.
    expect(await expected()).toEqual({ low: 10, high: 90, basis: 'default', n: 0 })
    await set({ enabled: false })
    // At most 30 % answer, and one of a hundred contradicts the score.
    expect(await expected()).toEqual({ low: 0, high: 3, basis: 'default', n: 0 })
    await set({ enabled: false, contradictions: false })
    expect(await expected()).toEqual({ low: 0, high: 0, basis: 'default', n: 0 })
  })
})

it('who asks for a reply above a good score is on a case for that', async () => {
  await answer(9, 'All is well, one question.')
  await takeWish(customer(w), { invitationId: one.invitation.id, wish: 'mail', phone: '', when: 'any' })
  expect(await landed()).toMatchObject([{ why: 'asked' }])
})

it('every unhappy answer has one place on a case, or one event, whatever the switches', async () => {
  const comments = [null, leaving, '解約を検討しています。', 'I can’t complain.']
  const unhappy = new Set<string>()
  for (const [i, rule] of [
    {},
    { enabled: false },
    { contradictions: false },
    { enabled: false, contradictions: false },
  ].entries()) {
    const program = await makeProgram(w)
    await set(rule, program.id)
    for (const given of [0, 6, 7, 8, 9, 10]) {
      const comment = comments[(given + i) % comments.length]!
      const { invitation } = await invited(w, { program })
      await answer(given, comment, invitation)
      const [row] = (await all(w).responses()).filter((response) => response.invitationId === invitation.id)
      if (given <= 6 || comment === leaving || comment?.startsWith('解約')) unhappy.add(row!.id)
    }
  }
  const places = (await landed()).map((row) => row.id)
  const named = (await w.store.db.select().from(events).where(eq(events.type, 'loop.no_case'))).map(
    (row) => row.subjectId,
  )
  expect([...places, ...named].sort()).toEqual([...unhappy].sort())
  expect([places.length, named.length].every((n) => n > 0)).toBe(true)
})
