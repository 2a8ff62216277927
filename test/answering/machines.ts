import { devices, type Replay } from '#test/answering/replay.ts'

/* What mail gateways and other machines do to the links of a mail. */

const { phone, gateway, robot } = devices
const allScores = Array.from({ length: 11 }, (_, score) => score)

export interface MachineCase {
  name: string
  does: (r: Replay) => Promise<unknown>
  /** What counts where opening the page is enough, which is why that mode is warned against. */
  onLoad?: number[]
  /** What the ledger calls it, beside people. */
  kinds?: string[]
}

export const machines: MachineCase[] = [
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
