import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { changeTopic } from '#app/responses/topics/change-topic.server.ts'
import { correctTopic } from '#app/responses/topics/correct-topic.server.ts'
import { countMentions } from '#app/responses/topics/count-mentions.server.ts'
import { createTopic } from '#app/responses/topics/create-topic.server.ts'
import { getRetag } from '#app/responses/topics/get-retag.server.ts'
import { getTopic } from '#app/responses/topics/get-topic.server.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import { countWaiting, listTopics } from '#app/responses/topics/list-topics.server.ts'
import { previewTagging } from '#app/responses/topics/preview-tagging.server.ts'
import { retagChanged } from '#app/responses/topics/retag-changed.server.ts'
import { revertTopic } from '#app/responses/topics/revert-topic.server.ts'
import { setTopicState } from '#app/responses/topics/set-topic-state.server.ts'
import { tagNew } from '#app/responses/topics/tag-pump.server.ts'
import type { TopicInput, TopicRule } from '#app/responses/topics/topic.ts'
import type { Role } from '#db/enums/audit.ts'
import { events } from '#db/schema/audit.ts'
import { responseTopics, responses } from '#db/schema/responses.ts'
import { indexAll } from '#test/responses/make.ts'
import { makeProgram, makeResponse, type ProgramRow } from '#test/cases/make.ts'
import { retagAll, wordsOf } from '#test/responses/topics.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let program: ProgramRow

beforeEach(async () => {
  w = await world()
  program = await makeProgram(w)
})
const actor = (role: Role): Actor => ({ kind: 'user', id: 'usr_x', roles: [role], teamId: null, name: 'X' })
const say = (comment: string, over = {}) => makeResponse(w, program, { comment, ...over })
const rule = (...any: string[]): TopicRule => ({ any, all: [], none: [] })
const topic = (over: Partial<TopicInput> = {}): TopicInput => ({
  nameEn: 'Colour',
  nameJa: '色',
  en: rule('colour*'),
  ja: rule('色'),
  ...over,
})
const eventsOf = async (subject: string) =>
  (await w.store.db.select().from(events).where(eq(events.subjectId, subject))).map((event) => event.type)

it('a new comment gets its topics in the background, with the words that made each', async () => {
  await addStarterTopics(w.ctx())
  const response = await say('対応は丁寧ですが、CSV の出力が遅いです。')
  expect(await tagNew(w.system())).toBe(1)
  expect(await wordsOf(w, response)).toEqual({ top_speed: ['遅い'], top_reports: ['CSV', '出力'] })
  expect(await tagNew(w.system())).toBe(0)
})

it('only comments that stand are looked through: none that waits for confirmation, none without words', async () => {
  await createTopic(w.ctx(), topic())
  const unconfirmed = await say('Colour!', { state: 'unconfirmed', counts: false })
  await makeResponse(w, program, {})
  expect(await tagNew(w.system())).toBe(0)
  await w.store.write((tx) => tx.update(responses).set({ state: 'counted' }).where(eq(responses.id, unconfirmed.id)))
  expect(await tagNew(w.system())).toBe(1)
  expect(Object.keys(await wordsOf(w, unconfirmed))).toHaveLength(1)
})

it('an answer that a customer changes is about what it says now', async () => {
  await addStarterTopics(w.ctx())
  const { invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 3, { comment: 'The price is too high.' }))
  const [response] = await w.store.db.select().from(responses)
  await tagNew(w.system())
  expect(Object.keys(await wordsOf(w, response!))).toEqual(['top_price'])
  w.clock.advance(60_000)
  await recordAnswer(customer(w), answerTo(w, invitation, 9, { confirms: 9, comment: 'The support is great.' }))
  const changed = await w.store.db.select().from(events).where(eq(events.type, 'responses.changed'))
  await retagChanged(w.system(), changed[0]!)
  const [now] = await w.store.db.select().from(responses)
  expect(Object.keys(await wordsOf(w, now!))).toEqual(['top_support'])
})

it('what a person took off stays off and what a person put on stays on, however often the rules are applied', async () => {
  const id = await createTopic(w.ctx(), topic())
  const other = await createTopic(w.ctx(), topic({ nameEn: 'Shape', nameJa: '形', en: rule('shape'), ja: rule('形') }))
  const response = await say('I like the colour.')
  await tagNew(w.system())
  const csm = w.ctx(actor('csm'))
  expect(await correctTopic(csm, { responseId: response.id, topicId: id, to: 'off' })).toMatchObject({ before: 'rule' })
  expect(await correctTopic(csm, { responseId: response.id, topicId: other, to: 'on' })).toMatchObject({
    before: 'rule',
  })
  for (let i = 0; i < 2; i++) {
    await retagAll(w)
    expect(await wordsOf(w, response)).toEqual({ [other]: [] })
    expect(await getRetag(w.ctx())).toMatchObject({ done: 1, gained: 0, lost: 0 })
  }
  const shown = (await listResponseTopics(w.ctx(), [response.id])).get(response.id)
  expect(shown).toMatchObject([{ id: other, source: 'person', name: { en: 'Shape', ja: '形' } }])
  expect(await eventsOf(response.id)).toEqual(['responses.topic_corrected', 'responses.topic_corrected'])
})

it('undo brings back exactly what stood before a correction', async () => {
  const id = await createTopic(w.ctx(), topic())
  const response = await say('I like the colour.')
  await tagNew(w.system())
  const correct = (to: 'on' | 'off' | 'rule') => correctTopic(w.ctx(), { responseId: response.id, topicId: id, to })
  const { before } = await correct('off')
  expect(await wordsOf(w, response)).toEqual({})
  await correct(before)
  expect(await wordsOf(w, response)).toEqual({ [id]: ['colour'] })
  await correct('on')
  expect(await correct('off')).toMatchObject({ before: 'on' })
  await correct('on')
  expect(await wordsOf(w, response)).toEqual({ [id]: ['colour'] })
  await correct('on') // twice is once
  expect(await eventsOf(response.id)).toHaveLength(5)
})

it('rules change by versions: new comments go by them at once, past ones when they are applied', async () => {
  const id = await createTopic(w.ctx(), topic())
  const past = await say('The colour and the shade.')
  await tagNew(w.system())
  expect(await countWaiting(w.ctx())).toBe(0)
  const before = await changeTopic(w.ctx(), { topicId: id, version: 1, ...topic({ en: rule('shade') }) })
  expect(before).toMatchObject({ version: 1, now: 2 })
  expect(await countWaiting(w.ctx())).toBe(1)
  const fresh = await say('Another shade.')
  await tagNew(w.system())
  expect(await wordsOf(w, fresh)).toEqual({ [id]: ['shade'] })
  expect(await wordsOf(w, past)).toEqual({ [id]: ['colour'] })
  await retagAll(w)
  expect(await wordsOf(w, past)).toEqual({ [id]: ['shade'] })
  expect(await countWaiting(w.ctx())).toBe(0)
  await revertTopic(w.ctx(), { topicId: id, ...before! })
  expect(await getTopic(w.ctx(), id)).toMatchObject({ version: 3, en: { any: ['colour*'] } })
})

it('of two people who change a topic at once, the second is told', async () => {
  const id = await createTopic(w.ctx(), topic())
  await changeTopic(w.ctx(), { topicId: id, version: 1, ...topic({ en: rule('shade') }) })
  await expect(changeTopic(w.ctx(), { topicId: id, version: 1, ...topic({ en: rule('tint') }) })).rejects.toMatchObject(
    { status: 409, code: 'topic_changed' },
  )
  expect(await changeTopic(w.ctx(), { topicId: id, version: 2, ...topic({ en: rule('shade') }) })).toBeNull()
})

it('a rename keeps the version, and two topics in use never share a name', async () => {
  const id = await createTopic(w.ctx(), topic())
  await changeTopic(w.ctx(), { topicId: id, version: 1, ...topic({ nameEn: 'Colours' }) })
  expect(await getTopic(w.ctx(), id)).toMatchObject({ nameEn: 'Colours', version: 1 })
  await expect(createTopic(w.ctx(), topic({ nameEn: 'COLOURS', nameJa: '別' }))).rejects.toMatchObject({
    fields: { nameEn: 'topic_name_taken' },
  })
  await expect(createTopic(w.ctx(), topic({ nameEn: 'X', nameJa: 'Y', en: rule('a') }))).rejects.toMatchObject({
    status: 422,
    fields: { en_any: 'topic_form' },
  })
})

it('an archived topic is shown nowhere and comes back with what it was given to', async () => {
  const id = await createTopic(w.ctx(), topic())
  const response = await say('The colour.')
  await tagNew(w.system())
  await setTopicState(w.ctx(), { topicId: id, to: 'archived' })
  await retagAll(w)
  expect((await listResponses(w.ctx(), {})).responses[0]!.topics).toEqual([])
  await expect(correctTopic(w.ctx(), { responseId: response.id, topicId: id, to: 'on' })).rejects.toMatchObject({ status: 404 }) // prettier-ignore
  await setTopicState(w.ctx(), { topicId: id, to: 'active' })
  expect((await listResponses(w.ctx(), {})).responses[0]!.topics).toMatchObject([{ id, spans: [[4, 10]] }])
  expect(await countWaiting(w.ctx())).toBe(1)
})

it('the list narrows to a topic, page by page, and to comments that no topic fits', async () => {
  const id = await createTopic(w.ctx(), topic())
  const fit: string[] = []
  for (let i = 0; i < 9; i++, w.clock.advance(1))
    fit.unshift((await say(`colour ${i}`, { day: 20_500 + Math.floor(i / 4) })).id)
  const bare = await say('Nothing to find.')
  await makeResponse(w, program, {})
  while ((await tagNew(w.system())) > 0);
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listResponses(w.ctx(), { topic: id, limit: 2, after })
    seen.push(...page.responses.map((row) => row.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(fit)
  expect((await listResponses(w.ctx(), { topic: id, class: 'high' })).responses).toEqual([])
  await indexAll(w)
  expect((await listResponses(w.ctx(), { topic: id, q: 'colour 3' })).responses).toHaveLength(1)
  expect((await listResponses(w.ctx(), { topic: 'none' })).responses.map((row) => row.id)).toEqual([bare.id])
})

it('a preview says what would come and go, with the words, and changes nothing', async () => {
  const id = await createTopic(w.ctx(), topic())
  await say('The colour.')
  await say('A shade of it.')
  const kept = await say('No colour here, says a person.')
  await tagNew(w.system())
  await correctTopic(w.ctx(), { responseId: kept.id, topicId: id, to: 'off' })
  const draft = { topicId: id, rules: [rule('shade')] }
  const { looked, all, topics } = await previewTagging(w.ctx(), draft)
  expect({ looked, all }).toEqual({ looked: 3, all: true })
  expect(topics).toMatchObject([{ topicId: id, found: 1, gained: 1, lost: 1 }])
  expect(topics[0]!.gainedExamples).toMatchObject([{ comment: 'A shade of it.', spans: [[2, 7]] }])
  expect(topics[0]!.lostExamples).toMatchObject([{ comment: 'The colour.', spans: [[4, 10]] }])
  expect((await previewTagging(w.ctx())).topics).toMatchObject([{ gained: 0, lost: 0 }])
  expect(
    await w.store.db
      .select()
      .from(responseTopics)
      .where(and(eq(responseTopics.present, true))),
  ).toHaveLength(1)
})

it('mentions are counted by class, with the NPS of those who mention it', async () => {
  const id = await createTopic(w.ctx(), topic())
  const day = Math.floor(w.now() / 86_400_000)
  for (const score of [0, 3, 8, 10]) await say('The colour.', { score, day: day - 3 })
  await say('The colour.', { score: 1, day: day - 120 })
  await say('The colour.', { score: 1, day, isTest: true, counts: false })
  await tagNew(w.system())
  const [first] = await countMentions(w.ctx(actor('viewer')))
  expect(first).toMatchObject({ id, n: 4, before: 1, mentions: { low: 2, mid: 1, high: 1 }, change: null })
  expect(first!.nps).toMatchObject({ value: -25, n: 4 }) // (1 − 2) ÷ 4
})

it('starter topics come once: what an install archived never returns', async () => {
  expect(await addStarterTopics(w.ctx())).toBe(12)
  await setTopicState(w.ctx(), { topicId: 'top_mobile', to: 'archived' })
  expect(await addStarterTopics(w.system(), { onlyFirst: true })).toBe(0)
  expect(await addStarterTopics(w.ctx())).toBe(0)
  expect((await listTopics(w.ctx())).filter((one) => one.archived).map((one) => one.id)).toEqual(['top_mobile'])
})

it.each([
  ['admin', { edit: true, correct: true }],
  ['lead', { edit: true, correct: true }],
  ['csm', { edit: false, correct: true }],
  ['marketer', { edit: false, correct: false }],
  ['viewer', { edit: false, correct: false }],
] as const)('a %s may do with topics exactly what the role allows', async (role, may) => {
  const id = await createTopic(w.ctx(), topic())
  const response = await say('The colour.')
  const ctx = w.ctx(actor(role))
  const refused = { status: 403 }
  const edits = [
    () => changeTopic(ctx, { topicId: id, version: 1, ...topic({ nameEn: role }) }),
    () => previewTagging(ctx),
    () => setTopicState(ctx, { topicId: id, to: 'archived' }),
    () => setTopicState(ctx, { topicId: id, to: 'active' }),
  ]
  for (const edit of edits) await (may.edit ? edit() : expect(edit()).rejects.toMatchObject(refused))
  const correct = () => correctTopic(ctx, { responseId: response.id, topicId: id, to: 'on' })
  await (may.correct ? correct() : expect(correct()).rejects.toMatchObject(refused))
})
