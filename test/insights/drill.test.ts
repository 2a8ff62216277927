import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/audit/actor.ts'
import { answersBehind, isoWindow } from '#app/insights/answers-behind.ts'
import { browseResponses } from '#app/insights/browse-responses.server.ts'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { addMonths, isoOfDay } from '#app/platform/day.ts'
import type { ResponseQuery } from '#app/responses/response-filter.ts'
import { classes } from '#db/enums/statistics.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { answerTo, customer, invited, makeInvitation } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => void (w = await world()))

/** What a link to the list asks for. */
const asked = (path: string) => Object.fromEntries(new URL(path, 'http://koe.test').searchParams) as ResponseQuery
const behind = async (path: string) => {
  const { responses, total } = await browseResponses(w.ctx(), { ...asked(path), limit: 200 })
  expect(total).toEqual({ n: responses.length, more: false })
  return responses
}

test('the list behind the headline, each class and each month has exactly as many answers as the number says', async () => {
  const { program, account, contact, invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 3))
  w.clock.advance(20 * 86_400_000)
  // The same person again: the headline counts their latest only, the months count both.
  await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, program, contact), 9))
  for (const score of [10, 8, 1, 0]) {
    const other = await w.contact({ accountId: account.id })
    await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, program, other), score))
    w.clock.advance(9 * 86_400_000)
  }
  const test = await makeInvitation(w, program, contact, { isTest: true })
  await recordAnswer(customer(w), answerTo(w, test, 0))
  await foldScores(w.system())

  const overview = await getOverview(w.ctx(), { programId: program.id })
  const window = { metric: overview.metric, programId: overview.programId, ...isoWindow(overview.window), latest: true }
  expect(overview.headline.counts).toEqual({ low: 2, mid: 1, high: 2 })
  expect(await behind(answersBehind(window))).toHaveLength(5)
  for (const one of classes)
    expect(await behind(answersBehind({ ...window, class: one }))).toHaveLength(overview.headline.counts[one])
  for (const { month, score } of overview.trend) {
    const days = { from: isoOfDay(month), to: isoOfDay(addMonths(month, 1) - 1) }
    expect(await behind(answersBehind({ metric: overview.metric, programId: program.id, ...days }))).toHaveLength(
      score?.n ?? 0,
    )
  }
  expect(overview.trend.reduce((sum, month) => sum + (month.score?.n ?? 0), 0)).toBe(6)
})

test('the same count comes from looking through the answers and from the table of scores', async () => {
  const { program, invitation } = await invited(w, { account: { tier: 'gold' } })
  await recordAnswer(customer(w), answerTo(w, invitation, 10))
  const other = await invited(w, { program, account: { tier: 'silver' } })
  await recordAnswer(customer(w), answerTo(w, other.invitation, 10))
  for (const tier of ['gold', 'silver', '-']) {
    const exact = await browseResponses(w.ctx(), { tier, numbers: '1' })
    const looked = await browseResponses(w.ctx(), { tier, numbers: '1', comment: '0' })
    expect([exact.total, looked.total]).toEqual([1, 1].map(() => ({ n: tier === '-' ? 0 : 1, more: false })))
  }
})

test('a case is a facet for who may read cases, and says nothing to who may not', async () => {
  const { program, invitation } = await invited(w)
  await recordAnswer(customer(w), answerTo(w, invitation, 2))
  const happy = await invited(w, { program })
  await recordAnswer(customer(w), answerTo(w, happy.invitation, 10))
  const viewer: Actor = { kind: 'user', id: 'usr_x', roles: ['viewer'], teamId: null, name: 'X' }
  const one = await browseResponses(w.ctx(), { case: '1' })
  expect(one.responses).toMatchObject([{ score: 2 }])
  expect(one.cases[one.responses[0]!.id]).toMatchObject({ state: 'new' })
  expect(new Map(one.facets!.values.case)).toEqual(new Map([['1', 1], ['0', 1]])) // prettier-ignore
  const unknowing = await browseResponses(w.ctx(viewer), { case: '1' })
  expect(unknowing.responses).toHaveLength(2)
  expect(unknowing.cases).toEqual({})
  expect(new Map(unknowing.facets!.values.class)).toEqual(new Map([['low', 1], ['high', 1]])) // prettier-ignore
})
