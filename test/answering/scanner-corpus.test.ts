import { afterEach, describe, expect, it } from 'vitest'
import { quietWindow } from '#app/responses/evidence.ts'
import { responses } from '#db/schema/responses.ts'
import type { Integrity } from '#db/enums/surveys.ts'
import { devices, replay, type Replay } from '#test/answering/replay.ts'

/*
 * What mail gateways do to the links of a mail, and what people do, replayed against the running app in every mode.
 * Everything happens by the clock of the tests.
 */

const { phone, laptop, gateway, robot } = devices
const modes: Integrity[] = ['strict', 'balanced', 'on_load']
const minute = 60_000
const allScores = Array.from({ length: 11 }, (_, score) => score)
const longAfter = quietWindow + minute

let r: Replay
afterEach(() => r.end())

interface MachineCase {
  name: string
  does: (r: Replay) => Promise<unknown>
  /** What counts where opening the page is enough, which is why that mode is warned against. */
  onLoad?: number[]
  /** What the ledger calls it, beside people. */
  kinds?: string[]
}

const machines: MachineCase[] = [
  {
    name: 'eleven links in two seconds',
    async does(r) {
      for (const score of allScores) {
        await r.by(gateway).open(`?score=${score}`)
        r.wait(180)
      }
    },
    kinds: ['burst'],
  },
  {
    name: 'eleven links at the same instant',
    does: (r) => Promise.all(allScores.map((score) => r.by(gateway).open(`?score=${score}`))),
    kinds: ['burst'],
  },
  {
    name: 'HEAD, then GET',
    async does(r) {
      await r.by(gateway).head('?score=9')
      r.wait(400)
      await r.by(gateway).open('?score=9')
    },
    kinds: ['head'],
  },
  {
    name: 'a single link after 12, 22 and 34 seconds',
    async does(r) {
      for (const after of [12_000, 10_000, 12_000]) {
        r.wait(after)
        await r.by(gateway).open('?score=0')
      }
    },
  },
  {
    name: 'a browser without a person that runs the script and says what it is',
    async does(r) {
      const page = await r.by(gateway).open('?score=9')
      r.wait(10_000)
      await r.by(gateway).seen(page, 9, 'load', '1')
      await r.by(gateway).seen(page, 9, 'pointermove', '1')
    },
  },
  {
    name: 'a browser without a person that says nothing, on one link',
    async does(r) {
      const page = await r.by(gateway).open('?score=2')
      await r.by(gateway).seen(page, 2, 'load')
      r.wait(10_000)
    },
    onLoad: [2],
  },
  {
    name: 'a browser without a person on all links, ten seconds on each',
    async does(r) {
      for (const score of allScores) {
        const page = await r.by(gateway).open(`?score=${score}`)
        await r.by(gateway).seen(page, score, 'load')
        r.wait(10_000)
      }
    },
    onLoad: [10],
  },
  {
    name: 'a burst whose pages move their own pointer',
    async does(r) {
      for (const score of allScores) {
        const page = await r.by(gateway).open(`?score=${score}`)
        r.wait(200)
        await r.by(gateway).seen(page, score, 'mouse')
      }
    },
    kinds: ['burst'],
  },
  {
    name: 'a crawler that takes every link of the page, and moves the pointer',
    async does(r) {
      const page = await r.by(gateway).open('?score=9')
      r.wait(5_000)
      await r.by(gateway).open('?more=1')
      await r.by(gateway).seen(page, 9, 'mouse')
    },
    kinds: ['hidden_link'],
  },
  {
    name: 'a form posted at once with the page’s own nonce',
    async does(r) {
      const page = await r.by(gateway).open('?score=0')
      r.wait(300)
      await r.by(gateway).press(page, 0)
    },
  },
  {
    name: 'a form posted at once, again and again',
    async does(r) {
      const page = await r.by(gateway).open()
      for (const score of allScores) await r.by(gateway).press(page, score, { comment: `spam ${score}` })
    },
  },
  {
    name: 'a form posted without the page',
    does: (r) => r.by(gateway).post({ score: '9', nonce: 'none' }),
  },
  {
    name: 'what the script posts, without the page',
    does: (r) => r.by(gateway).post({ score: '9', nonce: 'none', evidence: 'touch' }),
  },
  {
    name: 'unsubscribe and score together',
    async does(r) {
      const page = await r.by(gateway).open('?score=9')
      await r.by(gateway).leave()
      await r.by(gateway).seen(page, 9, 'mouse')
    },
    kinds: ['with_unsubscribe'],
  },
  {
    name: 'prefetch headers',
    async does(r) {
      await r.by(phone).open('?score=9', { 'sec-purpose': 'prefetch;prerender' })
      await r.by(phone).open('?score=3', { purpose: 'prefetch' })
    },
    kinds: ['prefetch'],
  },
  {
    name: 'a robot that says so',
    async does(r) {
      const page = await r.by(robot).open('?score=9')
      r.wait(5_000)
      await r.by(robot).seen(page, 9, 'mouse')
    },
    kinds: ['robot'],
  },
]

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

interface HumanCase {
  name: string
  does: (r: Replay) => Promise<unknown>
  /** The scores that count in the end; else what is kept and shown: an open click, or an answer to be confirmed. */
  comes: Record<Integrity, { counted: number[] } | { click: number } | { unconfirmed: number }>
}
const counted = (...scores: number[]) => ({ counted: scores })
const always = <T>(one: T) => ({ strict: one, balanced: one, on_load: one })

/** Taps a score in the mail, and touches the page. */
async function tapAndTouch(r: Replay, score: number, device = phone, link?: { id: string; gen: number }) {
  const page = await r.by(device, link).open(`?score=${score}`)
  r.wait(1_500)
  expect((await r.by(device, link).seen(page, score)).status).toBe(204)
  return page
}

const people: HumanCase[] = [
  {
    name: 'taps and closes within a second',
    does: (r) => r.by(phone).open('?score=9'),
    comes: always({ click: 9 }),
  },
  {
    name: 'taps, touches and closes',
    does: (r) => tapAndTouch(r, 2),
    comes: { strict: { unconfirmed: 2 }, balanced: counted(2), on_load: counted(2) },
  },
  {
    name: 'taps and submits, with or without script',
    async does(r) {
      const page = await r.by(phone).open('?score=9')
      r.wait(1_500)
      expect((await r.by(phone).press(page, 9)).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'taps, touches, and sends a comment long after the quiet window',
    async does(r) {
      const page = await tapAndTouch(r, 9)
      r.wait(longAfter)
      await r.work()
      expect((await r.by(phone).press(page, 8, { comment: 'on second thoughts' })).status).toBe(303)
    },
    comes: always(counted(8)),
  },
  {
    name: 'touches the page and chooses another score on it',
    async does(r) {
      const page = await tapAndTouch(r, 9)
      r.wait(1_000)
      await r.by(phone).seen(page, 7)
      await r.by(phone).seen(page, 8)
      await r.by(phone).seen(page, 7)
    },
    comes: { strict: { unconfirmed: 7 }, balanced: counted(7), on_load: counted(7) },
  },
  {
    name: 'answers on two devices',
    async does(r) {
      await tapAndTouch(r, 9)
      r.wait(30_000)
      const page = await r.by(laptop).open('?score=9')
      r.wait(4_000)
      expect((await r.by(laptop).press(page, 9, { comment: 'twice' })).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'taps 9, thinks again and taps 7',
    async does(r) {
      await tapAndTouch(r, 9)
      r.wait(30_000)
      await tapAndTouch(r, 7)
    },
    comes: { strict: { unconfirmed: 7 }, balanced: counted(7), on_load: counted(7) },
  },
  {
    name: 'corrects a sent 9 to 7',
    async does(r) {
      const page = await r.by(phone).open('?score=9')
      r.wait(2_000)
      await r.by(phone).press(page, 9)
      r.wait(minute)
      const again = await r.by(phone).open('?score=7')
      r.wait(2_000)
      const asked = await r.by(phone).press(again, 7)
      r.wait(2_000)
      expect((await r.by(phone).press(asked, 7)).status).toBe(303)
    },
    comes: always(counted(7)),
  },
  {
    name: 'comes hours after a scanner',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(180 * minute)
      await tapAndTouch(r, 9)
    },
    comes: { strict: { unconfirmed: 9 }, balanced: counted(9), on_load: counted(9) },
  },
  {
    name: 'comes minutes after a scanner, when nobody can tell them apart without a press',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(4 * minute)
      await tapAndTouch(r, 9)
    },
    comes: always({ unconfirmed: 9 }),
  },
  {
    name: 'comes minutes after a scanner, and presses',
    async does(r) {
      for (const score of allScores) await r.by(gateway).open(`?score=${score}`)
      r.wait(minute)
      const page = await tapAndTouch(r, 9)
      expect((await r.by(phone).press(page, 9)).status).toBe(303)
    },
    comes: always(counted(9)),
  },
  {
    name: 'was prefetched by their own mail program',
    async does(r) {
      for (const score of allScores) await r.by(phone).open(`?score=${score}`, { 'sec-purpose': 'prefetch' })
      r.wait(5_000)
      await tapAndTouch(r, 9)
    },
    comes: { strict: { unconfirmed: 9 }, balanced: counted(9), on_load: counted(9) },
  },
]

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
