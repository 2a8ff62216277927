import { expect, test } from 'vitest'
import { countAdvocates } from '#app/advocacy/count-advocates.server.ts'
import { countLoop } from '#app/cases/count-loop.server.ts'
import { explainContact } from '#app/delivery/explain-contact.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { getScoreHistory } from '#app/insights/get-score-history.server.ts'
import { getMonthly } from '#app/insights/monthly/get-monthly.server.ts'
import { rebuildScores } from '#app/insights/rebuild-scores.server.ts'
import { recoveryOf } from '#app/insights/recovery-of.server.ts'
import { sayRecovery } from '#app/insights/say-recovery.server.ts'
import { listTimeline } from '#app/insights/list-timeline.server.ts'
import { programTotals } from '#app/loop/program-totals.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY } from '#app/platform/day.ts'
import { countFacets } from '#app/responses/count-facets.server.ts'
import { countSince } from '#app/responses/count-responses.server.ts'
import { responseExport } from '#app/responses/export-responses.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { countMentions } from '#app/responses/topics/count-mentions.server.ts'
import { programExport } from '#app/surveys/export-programs.server.ts'
import { findPrograms } from '#app/surveys/find-programs.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { scoreDeltas, scores, sendDeltas } from '#db/schema/insights.ts'
import { answers, caseOf, resolve, unhappy, work } from '#test/cases/recovery.ts'
import { runJob } from '#test/delivery/make.ts'
import { indexAll } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

type One = Awaited<ReturnType<typeof unhappy>>

/** Every number and list that an answer could enter, as an admin sees them. */
async function everyNumber(w: World, one: One) {
  const ctx = w.ctx()
  const today = dayOf(w.now(), 'Asia/Tokyo')
  const {
    recovery: _,
    at: __,
    loop: ___,
    ...monthly
  } = await getMonthly(ctx, { month: dayOf(Date.parse('2026-03-01T00:00:00Z'), 'UTC'), language: 'en' } as never)
  const people = await w.store.db.select().from(contacts)
  return {
    overview: await getOverview(ctx),
    ofMetric: await getOverview(ctx, { metric: 'csat' }),
    monthly,
    programs: await listPrograms(ctx),
    found: await findPrograms(ctx, 'follow', 50),
    programExport: (await programExport.page(ctx, { archived: false }, null)).rows,
    totals: await programTotals(ctx),
    responses: (await listResponses(ctx)).responses,
    searched: (await listResponses(ctx, { q: 'billing' })).responses.map((row) => row.id),
    exported: (await responseExport.page(ctx, {}, null)).rows.map((row) => row.id),
    facets: await countFacets(ctx, {}),
    counted: await countSince(ctx, {}, { today, spans: [30] }),
    ofPerson: await getScoreHistory(ctx, { contactId: one.contacts[0]!.id }),
    ofAccount: await getScoreHistory(ctx, { accountId: one.account.id }),
    mentions: await countMentions(ctx),
    advocates: await countAdvocates(ctx),
    nominated: await w.store.db.select().from(advocates),
    deltas: await w.store.db.select().from(scoreDeltas),
    sends: await w.store.db.select().from(sendDeltas),
    explained: (await explainContact(ctx, one.contacts[0]!.id)).map((row) => row.program),
    people: people.map((row) => [row.id, row.lastClass, row.lastAnsweredAt, row.lastInvitedAt]).sort(),
    cases: (await countLoop(ctx)).opened,
  }
}

test('an answer to the re-ask, good or bad, moves no number and stands in no list of answers', async () => {
  const w = await world()
  const one = await unhappy(w, 2)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  const before = await everyNumber(w, one)
  await work(w)
  await answers(w, one.contacts[0]!.id, 5, { comment: 'The billing is fine now' })
  await answers(w, one.contacts[1]!.id, 1, { comment: 'The billing is still wrong' })
  await indexAll(w)
  expect(await everyNumber(w, one)).toEqual(before)
  // Counted once more from the answers, as every week, it is the same.
  await runJob(w.system(), rebuildScores, {})
  const cells = await w.store.db.select().from(scores)
  expect(cells.filter((cell) => cell.programId === recoveryProgramId)).toEqual([])
})

test('it stands in the history of the person, as a follow-up answer', async () => {
  const w = await world()
  const one = await unhappy(w)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 5)
  const { items } = await listTimeline(w.ctx(), { contactId: one.contacts[0]!.id })
  expect(items.filter((item) => item.answer).map((item) => [item.answer!.score, item.answer!.followUp])).toEqual([
    [5, true],
    [3, false],
  ])
  const types = items.map((item) => item.type)
  expect(types).toContain('sent.recovery')
  expect(types).toContain('cases.recovered')
})

test('the hidden program is nobody’s to launch, edit, invite to or look at', async () => {
  const w = await world()
  const one = await unhappy(w)
  await resolve(w, one)
  const contactId = one.contacts[0]!.id
  const none = { status: 404 }
  await expect(getProgram(w.ctx(), recoveryProgramId)).rejects.toMatchObject(none)
  await expect(
    launchProgram(w.ctx(), { programId: recoveryProgramId, launchKey: 'a key of this launch' }),
  ).rejects.toMatchObject(none)
  await expect(
    inviteContact(w.ctx(), { contactId, programId: recoveryProgramId, source: 'api', externalId: '1' }),
  ).rejects.toMatchObject(none)
})

test('the rates: of who answered, and of all that was closed, with their intervals', async () => {
  const w = await world()
  const one = await unhappy(w, 3)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  await answers(w, one.contacts[0]!.id, 5)
  await answers(w, one.contacts[1]!.id, 4)
  expect(await sayRecovery(w.ctx(), 30, 'en')).toEqual([
    // 2 of 2: Wilson's lower end is 2 / (2 + 1.96²) = 2 / 5.84 = 34 %.
    'Put right, say customers: 2 of 2 who answered (34% to 100%)',
  ])
  w.clock.advance(14 * DAY)
  await work(w)
  expect((await caseOf(w, one.caseId)).closeKind).toBe('verified')
  const today = dayOf(w.now(), 'Asia/Tokyo')
  const span = { days: { from: today - 29, to: today }, from: w.now() - 30 * DAY, to: w.now() + 1 }
  // One person said nothing: they are in neither number of who answered. One case closed, and it is confirmed.
  expect(await recoveryOf(w.ctx(), span)).toMatchObject({ answered: { value: 1, n: 2 }, closed: { value: 1, n: 1 } })
  expect(await recoveryOf(w.ctx(), { ...span, days: { from: today, to: today }, from: w.now() + 1 })).toEqual({
    answered: null,
    closed: null,
  })
})
