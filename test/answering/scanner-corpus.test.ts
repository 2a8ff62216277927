import { afterEach, describe, expect, it } from 'vitest'
import { quietWindow } from '#app/responses/evidence.ts'
import { responses } from '#db/schema/responses.ts'
import type { Integrity } from '#db/enums/surveys.ts'
import { machines } from '#test/answering/machines.ts'
import { people, tapAndTouch } from '#test/answering/people.ts'
import { devices, replay, type Replay } from '#test/answering/replay.ts'

/*
 * What mail gateways do to the links of a mail, and what people do, replayed against the running app in every mode.
 * Everything happens by the clock of the tests.
 */

const { phone, laptop, gateway } = devices
const modes: Integrity[] = ['strict', 'balanced', 'on_load']
const minute = 60_000
const longAfter = quietWindow + minute

let r: Replay
afterEach(() => r.end())

describe.each(modes)('a machine, in the mode %s:', (mode) => {
  it.each(machines)('$name', async ({ does, onLoad = [], kinds = [] }) => {
    r = await replay(mode)
    await does(r)
    r.wait(longAfter)
    await r.work()
    const came = await r.came()
    const expected = mode === 'on_load' ? onLoad : []
    expect(came.counted).toEqual(expected)
    expect(came.kinds).toEqual(expect.arrayContaining(kinds))
    if (expected.length) return
    const { cases, advocates, unsubscribed, deltas, rates, told } = came
    expect({ cases, advocates, unsubscribed, deltas, rates, told }).toEqual({
      cases: 0,
      advocates: 0,
      unsubscribed: 0,
      deltas: [],
      rates: 0,
      told: [],
    })
    if (kinds.includes('burst') || kinds.includes('hidden_link')) expect(came.clicks).toEqual([])
  })

  it.each([9, 2])('posts after the person answered with %s, and changes nothing', async (score) => {
    r = await replay(mode)
    const before = await r.by(gateway).open('?score=5')
    r.wait(minute)
    const page = await r.by(phone).open(`?score=${score}`)
    r.wait(4_000)
    expect((await r.by(phone).press(page, score, { comment: 'mine' })).status).toBe(303)
    r.wait(2_000)
    await r.by(gateway).press(before, 5)
    const after = await r.by(gateway).open('?score=5')
    await r.by(gateway).seen(after, 5, 'mouse')
    r.wait(2_000)
    expect((await r.by(gateway).press(after, 5)).status).toBe(409)
    r.wait(longAfter)
    await r.work()
    const came = await r.came()
    expect([came.counted, came.deltas.length, came.cases, came.clicks]).toEqual([[score], 1, score === 2 ? 1 : 0, []])
  })
})

describe.each(modes)('a person, in the mode %s,', (mode) => {
  it.each(people)('$name', async ({ does, comes }) => {
    r = await replay(mode)
    await does(r)
    r.wait(longAfter)
    await r.work()
    await r.work()
    const came = await r.came()
    const expected = comes[mode]
    if ('click' in expected) return expect([came.clicks, came.counted]).toEqual([[expected.click], []])
    if ('unconfirmed' in expected) {
      expect(came.unconfirmed).toMatchObject([{ score: expected.unconfirmed, counts: false }])
      return expect([came.counted, came.told, came.deltas]).toEqual([[], [], []])
    }
    expect([came.counted, came.clicks]).toEqual([expected.counted, []])
    expect(came.deltas.reduce((sum, delta) => sum + delta.n, 0)).toBe(1)
    expect(came.deltas.reduce((sum, delta) => sum + delta.sum, 0)).toBe(expected.counted[0])
    expect(came.rates).toBe(1)
    expect(came.told.filter((type) => type === 'responses.recorded')).toHaveLength(1)
  })

  it('sits with forty colleagues behind one address, all with the same program', async () => {
    r = await replay(mode)
    const links = await Promise.all(Array.from({ length: 40 }, () => r.colleague()))
    const pages = await Promise.all(links.map((link, i) => r.by(laptop, link).open(`?score=${i % 11}`)))
    r.wait(1_500)
    await Promise.all(links.map((link, i) => r.by(laptop, link).seen(pages[i]!, i % 11, 'wheel')))
    r.wait(longAfter)
    await r.work()
    const came = await r.came()
    expect([came.counted.length, came.unconfirmed.length]).toEqual(mode === 'strict' ? [0, 40] : [40, 0])
  })
})

it('the answer counts on the day and at the time at which it was given', async () => {
  r = await replay('balanced')
  const at = r.w.now() + 1_500
  await tapAndTouch(r, 9)
  r.wait(3 * 24 * 60 * minute)
  await r.work()
  const [answer] = await r.w.store.db.select().from(responses)
  expect(answer).toMatchObject({ answeredAt: at, state: 'counted', counts: true })
})
