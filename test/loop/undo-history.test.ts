import { expect, test } from 'vitest'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { rebuildScores } from '#app/insights/rebuild-scores.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { getUndo, previewUndo } from '#app/loop/get-undo.server.ts'
import { startUndo } from '#app/accounts/start-undo.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { correctTopic } from '#app/responses/topics/correct-topic.server.ts'
import { createTopic } from '#app/responses/topics/create-topic.server.ts'
import { tagNew } from '#app/responses/topics/tag-pump.server.ts'
import { DAY } from '#app/platform/day.ts'
import { contacts } from '#db/schema/accounts.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { repeatedAnswers, windowRepeats } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { counted, recount } from '#test/insights/recount.ts'
import { historyChecked, historyImported } from '#test/loop/history.ts'
import { everything, keptRows, runUndo, undone } from '#test/loop/undo.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, indexAll, invited, makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

const foldAll = async (w: World) => {
  while ((await foldScores(w.system())) > 0) continue
}
const lines = (n: number, of = (i: number) => `2026-0${(i % 2) + 1}-${String((i % 28) + 1).padStart(2, '0')},${i % 11},${i % 5 ? '' : `Word${i % 7} number ${i}`},`) =>
  ['Date,Score,Comment,Email', ...Array.from({ length: n }, (_, i) => of(i))].join('\n') // prettier-ignore

const newTopic = (w: World) =>
  createTopic(w.ctx(), { nameEn: 'Speed', nameJa: '速さ', en: { any: ['slow'], all: [], none: [] }, ja: { any: [], all: [], none: [] } }) // prettier-ignore

/** Ann has answered here, and her past answers come in from elsewhere: before and after that. */
async function withAnn() {
  const w = await world()
  const { program, account, contact, invitation } = await invited(w, { account: { tier: 'A', products: ['crm'] } })
  await recordAnswer(customer(w), answerTo(w, invitation, 9, { comment: 'Quick and kind.' }))
  w.clock.advance(60_000)
  const file = ['Date,Score,Comment,Email', `2025-12-01,3,Slow answers,${contact.email}`, `2026-02-20,7,Better now,${contact.email}`, '2026-02-21,10,Great,'].join('\n') // prettier-ignore
  return { w, program, account, contact, file }
}

test('The numbers, the search and every table are what they were before the answers came in', async () => {
  const { w, program, file } = await withAnn()
  await newTopic(w)
  await foldAll(w)
  await tagNew(w.system())
  await indexAll(w)
  const before = { tables: await everything(w), overview: await getOverview(w.ctx(), { programId: program.id }) }
  const found = async (text: string) => (await listResponses(w.ctx(), { q: text })).responses.length
  const row = await historyImported(w, file, { program: program.id })
  await foldAll(w)
  await tagNew(w.system())
  await indexAll(w)
  expect(await found('slow')).toBe(1)
  expect((await getOverview(w.ctx(), { programId: program.id })).headline).not.toEqual(before.overview.headline)
  expect((await previewUndo(w.ctx(), row.id)).tally).toMatchObject({ removed: { answers: 3, contacts: 0 }, kept: {} })
  expect(await undone(w, row.id)).toMatchObject({ state: 'undone', removed: { answers: 3 } })
  expect(await getOverview(w.ctx(), { programId: program.id })).toEqual(before.overview) // before the fold has heard of it
  expect(await counted(w)).toEqual(await recount(w))
  await foldAll(w)
  expect(await everything(w)).toEqual(before.tables)
  expect(await getOverview(w.ctx(), { programId: program.id })).toEqual(before.overview)
  expect(await found('slow')).toBe(0)
  for (const table of [cases, messages]) expect(await w.store.db.select().from(table)).toEqual([])
}) // prettier-ignore

test('Scores hold at any moment: undone before anything was folded, in the middle, and while all is counted anew', async () => {
  const { w, program, file } = await withAnn()
  const run = { id: 'j', attempt: 1, payload: {}, progress: async () => {}, stopping: () => false }
  const unfolded = await historyImported(w, file, { program: program.id })
  await undone(w, unfolded.id)
  expect(await counted(w)).toEqual(await recount(w))
  await foldAll(w)
  expect(await counted(w)).toEqual(await recount(w))
  const long = await historyImported(w, lines(500), { program: program.id })
  await foldScores(w.system())
  await startUndo(w.ctx(), long.id)
  await runUndo(w, long.id, { stopping: () => true })
  expect(await counted(w)).toEqual(await recount(w))
  await Promise.all([runUndo(w, long.id), rebuildScores(w.system(), run)])
  expect(await counted(w)).toEqual(await recount(w))
  await foldAll(w)
  expect(await counted(w)).toEqual(await recount(w))
  expect(await w.store.db.select().from(responses)).toHaveLength(1)
}, 120_000)

test('People and the program that came with the answers go with them, and the same file comes in again', async () => {
  const w = await world()
  const file = 'Date,Score,Email,Name,Company\n2026-01-01,9,new@new.example,New Person,New Ltd\n2026-01-02,3,new@new.example,New Person,New Ltd\n'
  const choice = { program: 'new', name: 'Reviews', metric: 'nps' as const, addPeople: true }
  const before = await everything(w)
  const row = await historyImported(w, file, choice)
  const result = { removed: { accounts: 1, contacts: 1, answers: 2, programs: 1 }, kept: {} }
  expect((await previewUndo(w.ctx(), row.id)).tally).toMatchObject(result)
  expect(await undone(w, row.id)).toMatchObject(result)
  await foldAll(w)
  expect(await everything(w)).toEqual(before)
  const again = await historyImported(w, file, choice)
  expect(again.applied).toMatchObject({ contacts: { new: 1 }, answers: { new: 2, unchanged: 0 } })
}) // prettier-ignore

test('The program stays when other answers came to it, and the import says so', async () => {
  const w = await world()
  const first = await historyImported(w, 'Date,Score\n2026-01-01,9\n', { program: 'new', name: 'Reviews', metric: 'nps' }) // prettier-ignore
  const [program] = await w.store.db.select().from(programs)
  const second = await historyImported(w, 'Date,Score\n2026-01-02,9\n', { program: program!.id })
  expect((await previewUndo(w.ctx(), first.id)).tally!.kept).toEqual({ 'program answered': 1 })
  await undone(w, first.id)
  expect(await keptRows(w, first.id)).toEqual({ [program!.id]: 'program: answered' })
  expect((await undone(w, second.id)).removed.programs).toBe(0)
  expect(await w.store.db.select().from(responses)).toEqual([])
})

test('An answer on which a case was built stays with its person; corrected topics are counted as lost', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const owner = await w.user({ roles: ['csm'] })
  const topicId = await newTopic(w)
  const row = await historyImported(
    w,
    'Date,Score,Comment,Email,Name\n2026-01-01,2,Slow,new@new.example,New Person\n2026-01-02,9,Quick,other@new.example,Other\n',
    { program: program.id, addPeople: true },
  )
  const all = await w.store.db.select().from(responses).orderBy(responses.day)
  const kase = await insert(w.store, cases, { id: 'cas_1', subjectKey: `con:${all[0]!.contactId}`, state: 'new', ownerId: owner.id, severity: 'high', openedAt: w.now(), replyDueAt: w.now(), rankAt: w.now(), reopened: 0, lockVersion: 0 }) // prettier-ignore
  const person = await insert(w.store, casePeople, { id: 'cpe_1', caseId: kase.id, contactId: all[0]!.contactId, responseId: all[0]!.id, state: 'waiting', replyDueAt: w.now() }) // prettier-ignore
  await insert(w.store, caseAnswers, { responseId: all[0]!.id, casePersonId: person.id, at: w.now() })
  await correctTopic(w.ctx(), { responseId: all[1]!.id, topicId, to: 'on' })
  const { tally } = await previewUndo(w.ctx(), row.id)
  expect(tally).toMatchObject({ removed: { answers: 1, contacts: 1 }, kept: { 'answer case': 1, 'contact case': 1 }, topics: 1 }) // prettier-ignore
  expect(await undone(w, row.id)).toMatchObject(tally!)
  expect((await w.store.db.select().from(responses)).map(({ id }) => id)).toEqual([all[0]!.id])
  expect((await w.store.db.select().from(invitations)).map(({ id }) => id)).toEqual([all[0]!.invitationId])
  expect((await w.store.db.select().from(contacts)).map(({ name }) => name)).toEqual(['New Person'])
  expect(await counted(w)).toEqual(await recount(w))
})

test('An undoing of history that was killed between two batches goes on, and nothing is taken back twice', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const before = await everything(w)
  const row = await historyImported(w, lines(450), { program: program.id })
  await foldAll(w)
  await indexAll(w)
  await startUndo(w.ctx(), row.id)
  let asked = 0
  await runUndo(w, row.id, { stopping: () => ++asked > 1 })
  expect((await getUndo(w.ctx(), row.id)).run).toMatchObject({ steps: 2, total: 3, removed: { answers: 250 } })
  await Promise.all([runUndo(w, row.id), runUndo(w, row.id)])
  expect((await getUndo(w.ctx(), row.id)).run).toMatchObject({ removed: { answers: 450 } })
  await foldAll(w)
  expect(await everything(w)).toEqual(before)
  expect((await historyChecked(w, lines(450), { program: program.id })).counts?.answers).toMatchObject({ new: 450, unchanged: 0 }) // prettier-ignore
}, 120_000)

test('Who has answered here as well has that answer as their latest again, at once', async () => {
  const { w, program, contact } = await withAnn()
  w.clock.advance(10 * DAY)
  await foldAll(w)
  const before = await getOverview(w.ctx(), { programId: program.id })
  expect(before.headline.counts).toEqual({ low: 0, mid: 0, high: 1 })
  const row = await historyImported(w, `Date,Score,Email\n2026-03-08,2,${contact.email}\n`, { program: program.id })
  await foldAll(w)
  expect((await getOverview(w.ctx(), { programId: program.id })).headline.counts).toEqual({ low: 1, mid: 0, high: 0 })
  expect(await w.store.db.select().from(repeatedAnswers)).toHaveLength(1)
  await undone(w, row.id)
  expect(await getOverview(w.ctx(), { programId: program.id })).toEqual(before)
  for (const table of [repeatedAnswers, windowRepeats]) expect(await w.store.db.select().from(table)).toEqual([])
})
