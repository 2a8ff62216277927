import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { dropTexts } from '#app/responses/index-texts.server.ts'
import { makeFollower, makeIndexPump } from '#app/responses/index-pump.server.ts'
import { searchState } from '#app/responses/index-progress.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { rebuildSearch } from '#app/responses/rebuild-search.server.ts'
import { slotsOfLeaf } from '#app/responses/place.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseGrams, responseRevisions, responses, responseTexts } from '#db/schema/responses.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import { holder } from '#test/jobs/make.ts'
import { answerTo, customer, indexAll, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow

beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
})

type Filter = NonNullable<Parameters<typeof listResponses>[1]>
const list = (filter: Filter) => listResponses(w.ctx(), filter)
const found = async (filter: Filter) => (await list(filter)).responses.map((row) => row.comment)
const say = (comment: string, over: Partial<typeof responses.$inferInsert> = {}) =>
  makeResponse(w, program, { comment, ...over })
const run: JobRun = { id: 'job', payload: {}, attempt: 1, progress: () => Promise.resolve(), stopping: () => false }

const said = [
  'The export is slow, support was kind.',
  'Support answers fast. Exports work.',
  '画面の表示が遅く、サポートに電話した。',
  'サポートの対応が早い。Excelへの出力も便利',
  '料金が高い',
  '100% happy_with it',
]

test.each([
  ['support', [1, 0]],
  ['SUPPORT export', [1, 0]],
  ['exports', [1]],
  ['port', []],
  ['サポート', [3, 2]],
  ['ｻﾎﾟｰﾄ 遅', [2]],
  ['対応', [3]],
  ['応対', []],
  ['高', [4]],
  ['excel 出力', [3]],
  ['100%', [5]],
  ['%', [5]],
  ['_', []],
  ['happy_', [5]],
  ["' or 1=1 --", []],
  ['"support"', []],
  ['support*', []],
])('%j finds the same on both engines, newest first', async (q, expected) => {
  for (const [i, comment] of said.entries()) await say(comment, { day: 20_000 + i })
  await indexAll(w)
  expect(await found({ q })).toEqual(expected.map((i) => said[i]))
})

test('what the search finds is what a look at every comment finds, page by page', async () => {
  const words = ['export', 'exports', 'ex', 'slow', 'サポート', '対応', '遅い', 'ポー', 'です', 'a', '。', ' ']
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const rows: { comment: string; day: number; class: string }[] = []
  for (let i = 0; i < 120; i++) {
    const comment = Array.from({ length: 1 + next(5) }, () => words[next(words.length)]!).join(next(2) ? ' ' : '').trim() || 'x' // prettier-ignore
    const row = await say(comment, { day: 20_000 + next(9), score: next(11) })
    rows.push({ comment, day: row.day, class: row.class })
  }
  await indexAll(w)
  const latin = (text: string, word: string) => new RegExp(`(?<![a-z])${word}`).test(text)
  const holds = (text: string, word: string) => (/^[a-z]/.test(word) ? latin(text, word) : text.includes(word))
  for (let i = 0; i < 40; i++) {
    const asked = Array.from({ length: 1 + next(2) }, () => words[next(words.length - 1)]!)
    const filter: Filter = { q: asked.join(' '), limit: 7, ...(next(3) ? {} : { class: 'low' as const }) }
    const seen: { comment: string | null; day: number }[] = []
    let after: string | undefined
    do {
      const page = await list({ ...filter, after })
      seen.push(...page.responses.map(({ comment, day }) => ({ comment, day })))
      after = page.next ?? undefined
    } while (after)
    const kana = (text: string) => text.normalize('NFKC')
    const expected = rows.filter(
      (row) => asked.every((word) => holds(kana(row.comment), word)) && (!filter.class || row.class === filter.class),
    )
    expect(seen.map((row) => row.comment).sort()).toEqual(expected.map((row) => row.comment).sort())
    expect(seen.map((row) => row.day)).toEqual(expected.map((row) => row.day).sort((a, b) => b - a))
  }
})

test('filters narrow a search as they narrow the list', async () => {
  const csat = await makeProgram(w, { metric: 'csat' })
  const account = await w.account({})
  const contact = await w.contact({ accountId: account.id })
  const a = await say('slow export', { day: 20_500, score: 2 })
  const b = await say('slow import', { day: 20_501, score: 10 })
  const c = await makeResponse(w, csat, { comment: 'slow page', day: 20_502, score: 1, contact })
  const d = await say('slow mail', { day: 20_503, isTest: true })
  await indexAll(w)
  const ids = async (filter: Filter) => (await list({ q: 'slow', ...filter })).responses.map((row) => row.id)
  expect(await ids({})).toEqual([d.id, c.id, b.id, a.id])
  expect(await ids({ class: 'high' })).toEqual([b.id])
  expect(await ids({ program: csat.id })).toEqual([c.id])
  expect(await ids({ metric: 'nps' })).toEqual([d.id, b.id, a.id])
  expect(await ids({ state: 'test' })).toEqual([d.id])
  expect(await ids({ state: 'counted' })).toEqual([c.id, b.id, a.id])
  expect(await ids({ from: '2026-02-17', to: '2026-02-18' })).toEqual([c.id, b.id]) // days 20501 and 20502
  expect(await ids({ account: account.id })).toEqual([c.id])
  expect(await ids({ contact: contact.id, q: 'fast' })).toEqual([])
})

test('a day of many answers spills into the next leaf, and every one is found once', async () => {
  const rows = slotsOfLeaf + 52
  const [one] = [await say('first word')]
  const [invitation] = await w.store.db.select().from(invitations).where(eq(invitations.id, one.invitationId))
  for (let from = 0; from < rows; from += 100) {
    const batch = Array.from({ length: 100 }, (_, i) => String(from + i).padStart(6, '0'))
    await w.store.write(async (tx) => {
      await tx.insert(invitations).values(batch.map((n) => ({ ...invitation!, id: `inv_${n}`, occasion: n })))
      await tx.insert(responses).values(batch.map((n) => ({ ...one, id: `res_${n}`, invitationId: `inv_${n}`, comment: `word ${n}` }))) // prettier-ignore
    })
  }
  await indexAll(w)
  const seen = new Set<string>()
  let pages = 0
  for (let after: string | undefined; pages === 0 || after; pages++) {
    const page = await list({ q: 'word', limit: 200, after })
    for (const row of page.responses) seen.add(row.id)
    after = page.next ?? undefined
  }
  expect(seen.size).toBe(2_101)
  expect(pages).toBe(11)
})

test('an answer is found seconds after it came in, and by its new words after it was changed', async () => {
  const follow = makeFollower(w.system())
  await follow()
  const { invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 3, { comment: 'the export is slow' }))
  expect(await follow()).toBe(1)
  expect(await found({ q: 'export' })).toEqual(['the export is slow'])
  w.clock.advance(60_000)
  await recordAnswer(customer(w), answerTo(w, invitation, 9, { comment: 'サポートが早い', confirms: 9 }))
  await follow()
  expect(await found({ q: 'export' })).toEqual([])
  expect(await found({ q: 'サポート', class: 'high' })).toEqual(['サポートが早い'])
  expect(await follow()).toBe(0)
})

test('a search says when it is being built and when it is behind', async () => {
  const pump = makeIndexPump(w.system(), holder())
  expect(await searchState(w.ctx())).toBe('building')
  while (await pump.turn()) continue
  expect(await searchState(w.ctx())).toBe('complete')
  const { invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 3, { comment: 'slow' }))
  expect(await searchState(w.ctx())).toBe('complete')
  w.clock.advance(60_000)
  expect(await searchState(w.ctx())).toBe('behind')
  await pump.turn()
  expect(await searchState(w.ctx())).toBe('complete')
  expect(await found({ q: 'slow' })).toEqual(['slow'])
})

test('indexing twice changes nothing, and a rebuild gives the same rows', async () => {
  for (const [i, comment] of said.entries()) await say(comment, { day: 20_000 + (i % 2) })
  await indexAll(w)
  const rows = async () => ({
    grams: (await w.store.db.select().from(responseGrams).orderBy(responseGrams.gram, responseGrams.bucket)).map((row) => `${row.gram} ${row.bucket} ${row.slots.toString('hex')}`), // prettier-ignore
    texts: await w.store.db.select().from(responseTexts).orderBy(responseTexts.place),
  })
  const before = await rows()
  await indexAll(w)
  expect(await rows()).toEqual(before)
  await rebuildSearch(w.system(), run)
  expect(await w.store.db.select().from(responseGrams)).toEqual([])
  expect(await searchState(w.ctx())).toBe('building')
  await indexAll(w)
  expect(await rows()).toEqual(before)
})

test('an erased comment leaves no word behind', async () => {
  const kept = await say('support was kind')
  const gone = await say('my secret number')
  await indexAll(w)
  await write(w.system(), async (ctx) => {
    await dropTexts(ctx, [gone.id])
    await ctx.tx.update(responses).set({ comment: null }).where(eq(responses.id, gone.id))
  })
  const grams = (await w.store.db.select().from(responseGrams)).map((row) => row.gram)
  expect(grams).toContain('suppor')
  expect(grams).not.toContain('secret')
  expect(grams).not.toContain('num')
  expect((await w.store.db.select().from(responseTexts)).map((row) => row.responseId)).toEqual([kept.id])
})

test('a comment that was blanked or deleted behind its back is found no more, and the walk clears its words away', async () => {
  const blanked = await say('my secret number')
  const deleted = await say('another secret')
  await indexAll(w)
  await w.store.write(async (tx) => {
    await tx.update(responses).set({ comment: null }).where(eq(responses.id, blanked.id))
    await tx.delete(responses).where(eq(responses.id, deleted.id))
  })
  expect(await found({ q: 'secret' })).toEqual([])
  await indexAll(w)
  expect(await w.store.db.select().from(responseGrams)).toEqual([])
  expect(await w.store.db.select().from(responseTexts)).toEqual([])
})

test('old answers that come in by another door are found by the walk', async () => {
  await indexAll(w)
  await say('history of years ago', { id: 'res_0000000000000000000000000', day: 15_000 })
  expect(await w.store.db.select().from(responseRevisions)).toEqual([])
  await indexAll(w)
  expect(await found({ q: 'history' })).toEqual(['history of years ago'])
})

test.each([
  ['a very long text', 'a'.repeat(5_000)],
  ['wildcards', '%_\\'],
  ['quotes', "'; drop table responses; --"],
  ['half a pair', '\ud800'],
  ['brackets', '((((('],
  ['joined signs', '🏳️‍🌈'],
  ['a ligature', 'ﷺ'],
  ['operators', '* OR "'],
])('%s is searched for without an error, and finds nothing', async (_, q) => {
  await say('nothing of the kind')
  await indexAll(w)
  expect(await found({ q })).toEqual([])
})

test.each(['\u0000\u202e', '　', ''])('%j asks for nothing, and shows the list', async (q) => {
  await say('nothing of the kind')
  expect(await found({ q })).toEqual(['nothing of the kind'])
})
