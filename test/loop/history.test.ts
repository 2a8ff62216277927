import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { cases } from '#db/schema/cases.ts'
import { contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { scoreDeltas, scores, sendDeltas } from '#db/schema/insights.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'
import { startAnyImport } from '#app/loop/start-history.server.ts'
import { historyChecked, historyImported, runHistoryJob } from '#test/loop/history.ts'
import { makeProgram } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

const codes = (row: { rejects: { line: number; reasons: { code: string }[] }[] }) =>
  row.rejects.map((reject) => [reject.line, reject.reasons[0]!.code])
const allAnswers = (w: World) =>
  w.store.db.select().from(responses).orderBy(asc(responses.day), asc(responses.score), asc(responses.id))

/** In the shape of a review site's export: companies and authors without addresses, and columns nobody needs. */
const reviews = [
  '"airline_name","link","title","author","date","content","overall_rating","recommended"',
  `"acme-air","/r/acme","Acme Lounge","R Example","2014-03-09","Clean, quiet and friendly. ${'Better than most. '.repeat(20)}","4.0","1"`,
  '"acme-air","/r/acme","Acme Lounge","R Example","2014-05-11","Too full.\nNo seats left.","2.0","0"',
  '"birch-air","/r/birch","Birch Lounge","A Sample","2014-03-10","Nothing to complain about.","5.0","1"',
  '"birch-air","/r/birch","Birch Lounge","B Sample","2014-03-11","Not rated.","","1"',
  '"birch-air","/r/birch","Birch Lounge","C Sample","2014-03-12","Off the scale.","9.0","1"',
].join('\n')

test('Past answers count on their own days, open no case, tell nobody and send nothing', async () => {
  const w = await world()
  const acme = await w.account({ name: 'acme-air', tier: 'A' })
  const known = await w.contact({ name: 'R Example', nameKey: 'r example', accountId: acme.id })
  const before = (await w.store.db.select().from(events)).length
  const row = await historyImported(w, reviews, { program: 'new', name: 'Lounges', metric: 'csat' })
  expect(row).toMatchObject({ state: 'done', applied: { lines: 5, rejected: 2, answers: { new: 3, unchanged: 0, anonymous: 1 } } }) // prettier-ignore
  expect(codes(row)).toEqual([
    [6, 'score_missing'],
    [7, 'score_outside'],
  ])
  const [program] = await w.store.db.select().from(programs).where(eq(programs.name, 'Lounges'))
  expect(program).toMatchObject({ metric: 'csat', state: 'draft' })
  const answers = await allAnswers(w)
  expect(answers.map((one) => [one.day, one.score, one.class, one.contactId, one.accountId, one.tier, one.language, one.counts])).toEqual([
    [dayOfIso('2014-03-09'), 4, 'high', known.id, acme.id, 'A', 'en', true],
    [dayOfIso('2014-03-10'), 5, 'high', null, null, null, 'en', true],
    [dayOfIso('2014-05-11'), 2, 'low', known.id, acme.id, 'A', 'en', true],
  ]) // prettier-ignore
  expect(answers[2]!.comment).toBe('Too full.\nNo seats left.')
  expect(await w.store.db.select().from(responseRevisions)).toMatchObject([{ evidence: 'import' }, { evidence: 'import' }, { evidence: 'import' }]) // prettier-ignore
  for (const table of [cases, messages, outreach, sendDeltas]) expect(await w.store.db.select().from(table)).toEqual([])
  const told = (await w.store.db.select().from(events)).slice(before).map((event) => event.type)
  expect(told.filter((type) => /^(responses|cases|advocacy)\./.test(type))).toEqual([])
  expect((await w.store.db.select().from(invitations)).map((one) => [one.channel, one.state, one.sentDay])).toEqual([
    ['import', 'sent', null],
    ['import', 'sent', null],
    ['import', 'sent', null],
  ])
  while (await foldScores(w.system()));
  const all = await w.store.db.select().from(scores).where(eq(scores.dim, 'all')).orderBy(asc(scores.day))
  expect(all.map(({ day, n, low, high, sum }) => [day, n, low, high, sum])).toEqual([
    [dayOfIso('2014-03-09'), 1, 0, 1, 4],
    [dayOfIso('2014-03-10'), 1, 0, 1, 5],
    [dayOfIso('2014-05-11'), 1, 1, 0, 2],
  ])
})

test('The same file again changes nothing, under whatever program it is chosen by', async () => {
  const w = await world()
  await historyImported(w, reviews, { program: 'new', name: 'Lounges', metric: 'csat' })
  const answers = await allAnswers(w)
  const again = await historyChecked(w, reviews, { program: 'new', name: 'ＬＯＵＮＧＥＳ', metric: 'csat' })
  expect(again.counts?.answers).toEqual({ new: 0, unchanged: 3, anonymous: 0 })
  await historyImported(w, reviews, { program: again.options!.programId! })
  expect(await allAnswers(w)).toEqual(answers)
  expect(await w.store.db.select().from(scoreDeltas)).toHaveLength(3)
  expect(await w.store.db.select().from(programs)).toHaveLength(1)
})

test('Two lines alike are two answers of nobody, and one of a person who says the same words at the same time', async () => {
  const w = await world()
  await w.contact({ email: 'ann@acme.example' })
  const program = await makeProgram(w)
  const file = [
    'Date,Score,Comment,Email',
    '2025-05-01,9,,',
    '2025-05-01,9,,',
    '2025-05-01,9,Fine.,',
    '2025-05-01,9,Fine.,',
    '2025-05-01,9,Fine.,ann@acme.example',
    '2025-05-01,9,Fine.,ann@acme.example',
    '2025-05-01,9,,ann@acme.example',
    '2025-05-01,9,,ann@acme.example',
  ].join('\n')
  const row = await historyImported(w, file, { program: program.id })
  expect(codes(row)).toEqual([[7, 'answer_twice']])
  expect(row.applied?.answers).toEqual({ new: 7, unchanged: 0, anonymous: 4 })
  const longer = `${file}\n2025-05-01,9,,\n2025-05-02,3,,ann@acme.example\n`
  const next = await historyImported(w, longer, { program: program.id })
  expect(next.applied?.answers).toEqual({ new: 2, unchanged: 7, anonymous: 1 })
})

test('Dates, scores and programs are read as they are written, and what doesn’t fit is refused with its reason', async () => {
  const w = await world() // the organisation is in Tokyo
  await makeProgram(w, { name: 'Relationship NPS' })
  await makeProgram(w, { name: 'サポート満足度', metric: 'csat', kind: 'transactional' })
  const file = [
    '回答日,スコア,コメント,アンケート,回答ID',
    '2024年5月3日,9,満足です,Relationship NPS,R1',
    '令和6年5月3日 23:30,４点,助かりました,サポート満足度,R2',
    '2024-05-03T16:00:00Z,10,,relationship nps,R3', // the fourth in Tokyo
    '45415,5/5,,サポート満足度,R4', // 2024-05-03
    '2024-05-03,7,,サポート満足度,R5',
    '2024-05-03,7/7,,Relationship NPS,R6',
    '2024-05-03,7.5,,Relationship NPS,R7',
    '2024-05-03,good,,Relationship NPS,R8',
    ',7,,Relationship NPS,R9',
    '2199-01-01,7,,Relationship NPS,R10',
    '2024-05-03,7,,Nobody knows it,R11',
    '2024-05-03,7,,,R12',
    '2024-05-04,8,other,Relationship NPS,R1',
    '3/4/2024,7,,Relationship NPS,R13',
  ].join('\n')
  const row = await historyImported(w, file, {})
  expect(codes(row)).toEqual([
    [6, 'score_outside'],
    [7, 'score_outside'],
    [8, 'score_not_whole'],
    [9, 'score_invalid'],
    [10, 'date_missing'],
    [11, 'date_future'],
    [12, 'program_unknown'],
    [13, 'program_unknown'],
    [14, 'answer_twice'],
    [15, 'date_ambiguous'],
  ])
  expect((await allAnswers(w)).map((one) => [one.day - dayOfIso('2024-05-03')!, one.score, one.language])).toEqual([
    [0, 4, 'ja'],
    [0, 5, 'en'],
    [0, 9, 'ja'],
    [1, 10, 'en'],
  ])
})

test('People nobody knows are added only when somebody says so', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const file =
    'Date,Score,Email,Name,Company\n2026-01-01,9,new@new.example,New Person,New Ltd\n2026-01-01,5,new@new.example,New Person,New Ltd\n'
  expect((await historyChecked(w, file, { program: program.id })).counts).toMatchObject({ contacts: { new: 0 }, answers: { anonymous: 2 } }) // prettier-ignore
  const row = await historyImported(w, file, { program: program.id, addPeople: true })
  expect(row.counts).toMatchObject({ accounts: { new: 1, unchanged: 0 }, contacts: { new: 1, unchanged: 0 } })
  expect(row.applied).toMatchObject({ accounts: { new: 1 }, contacts: { new: 1 }, answers: { new: 2, anonymous: 0 } })
  const [person] = await w.store.db.select().from(contacts)
  expect((await allAnswers(w))[0]!.contactId).toBe(person!.id)
})

test('An apply that was killed goes on where it stood, with the same keys', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const lines = Array.from({ length: 900 }, (_, i) => `2026-01-${String((i % 28) + 1).padStart(2, '0')},${i % 11},`)
  const { id } = await historyChecked(w, ['Date,Score,Comment', ...lines].join('\n'), { program: program.id })
  await startAnyImport(w.ctx(), id)
  let asked = 0
  expect(await runHistoryJob(w, id, { stopping: () => ++asked > 1 })).toMatchObject({ again: expect.any(Number) })
  expect((await allAnswers(w)).length).toBeLessThan(900)
  await runHistoryJob(w, id)
  expect(await allAnswers(w)).toHaveLength(900)
  const again = await historyChecked(w, ['Date,Score,Comment', ...lines].join('\n'), { program: program.id })
  expect(again.counts?.answers).toMatchObject({ new: 0, unchanged: 900 })
})

test('A file without a date, a score or a program is refused before it is read', async () => {
  const w = await world()
  await expect(historyChecked(w, 'Score\n9\n', { program: 'new', name: 'X' })).rejects.toMatchObject({ code: 'import_no_date' })
  await expect(historyChecked(w, 'Date\n2026-01-01\n', { program: 'new', name: 'X' })).rejects.toMatchObject({ code: 'import_no_score' })
  await expect(historyChecked(w, 'Date,Score\n2026-01-01,9\n', {})).rejects.toMatchObject({ code: 'import_no_program' })
  await expect(historyChecked(w, 'Date,Score\n2026-01-01,9\n', { program: 'new' })).rejects.toMatchObject({ code: 'import_program_name' })
  await makeProgram(w, { name: 'Taken' })
  await expect(historyChecked(w, 'Date,Score\n2026-01-01,9\n', { program: 'new', name: 'taken', metric: 'ces' })).rejects.toMatchObject({ code: 'import_program_taken' })
}) // prettier-ignore
